import CLinuxShims
import Glibc

/// A server in a process group of its own, so that it can be ended with all its children.
final class ServerProcess {
    private let process: pid_t
    private var isOver = false

    /// Starts `arguments` with these variables and nothing else; output goes to `log`.
    init(_ arguments: [String], environment: [String: String] = [:], log: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        _ = desk_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, desk_spawn_new_session_flag() | Int16(POSIX_SPAWN_SETSIGMASK))
        let variables = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
        let vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let pairs = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let settings: [UnsafeMutablePointer<CChar>?] = pairs.map { strdup($0) } + [nil]
        defer { (vector + settings).forEach { free($0) } }
        var started: pid_t = 0
        let failure = posix_spawn(&started, arguments[0], &actions, &attributes, vector, settings)
        guard failure == 0 else {
            throw MailHostError(
                "\(arguments[0]) cannot start: \(String(cString: strerror(failure))).")
        }
        process = started
    }

    deinit {
        end(SIGKILL)
    }

    /// Whether it is still there.
    var isRunning: Bool {
        if isOver { return false }
        var status: CInt = 0
        if waitpid(process, &status, WNOHANG) == process { isOver = true }
        return !isOver
    }

    /// Ends the whole group and waits for its leader.
    func end(_ signal: CInt) {
        guard !isOver else { return }
        kill(-process, signal)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        isOver = true
        kill(-process, SIGKILL)
    }
}

/// Runs a program to its end; throws with its name when it fails.
func runToEnd(_ arguments: [String], log: String) throws {
    let child = try ServerProcess(arguments, log: log)
    guard child.wait() == 0 else { throw MailHostError("\(arguments[0]) failed; see \(log).") }
}

extension ServerProcess {
    /// The exit code, or a negative number after a signal.
    fileprivate func wait() -> CInt {
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        isOver = true
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    }
}

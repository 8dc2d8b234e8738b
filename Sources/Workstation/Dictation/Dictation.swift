import CLinuxShims
import Glibc

/// One run of a dictation program: it records until it is told to stop, then writes what it heard.
final class Dictation {
    enum Progress {
        case running
        case ended(DictationResult)
    }

    /// More than anybody says in one breath.
    private static let longest = 16 << 10
    private static let patience: Int64 = 30_000
    /// The longest recording, so that a forgotten one ends by itself.
    private static let longestRecording: Int64 = 180_000

    /// A program that says no more has so many times this many milliseconds to end.
    private static let looks = 20
    private static let look: CInt = 5

    let descriptor: CInt
    private let process: pid_t
    private var bytes: [UInt8] = []
    private var startedAt: Int64
    private var stoppedAt: Int64?
    private var isOver = false

    /// Starts the program; nil when it cannot be started. Instants are monotonic milliseconds.
    init?(_ words: [String], at now: Int64) {
        guard let program = words.first, program.hasPrefix("/") else { return nil }
        var output: [CInt] = [-1, -1]
        guard pipe(&output) == 0 else { return nil }
        for end in output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(output[0], F_SETFL, O_NONBLOCK)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        _ = desk_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.prepare(&attributes)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, program, &actions, &attributes, &arguments, environ)
        close(output[1])
        guard failure == 0 else {
            close(output[0])
            return nil
        }
        descriptor = output[0]
        process = child
        startedAt = now
    }

    /// A session of its own, as the agent's keys are not the program's; and the signals that a
    /// program expects, not those that a full screen keeps away.
    private static func prepare(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var usual = sigset_t()
        sigemptyset(&usual)
        for signal in [SIGINT, SIGPIPE, SIGTERM] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(
            &attributes,
            desk_spawn_new_session_flag() | Int16(POSIX_SPAWN_SETSIGMASK)
                | Int16(POSIX_SPAWN_SETSIGDEF))
    }

    deinit {
        if !isOver { end(SIGKILL) }
    }

    /// Ends the recording; what was heard comes by and by.
    func stop(at now: Int64) {
        guard stoppedAt == nil else { return }
        stoppedAt = now
        kill(-process, SIGINT)
    }

    /// Reads what is there. A program that neither ends nor speaks is ended.
    func read(at now: Int64) -> Progress {
        guard !isOver else { return .running }
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count > 0 {
                bytes += chunk[..<count]
                guard bytes.count <= Self.longest else { return over(.failed("too-long")) }
                continue
            }
            if count == 0 { return finish() }
            guard errno == EAGAIN || errno == EINTR else { return over(.failed("unreadable")) }
            break
        }
        if let stoppedAt {
            if now - stoppedAt > Self.patience { return over(.failed("timed-out")) }
        } else if now - startedAt > Self.longestRecording {
            stop(at: now)
        }
        return .running
    }

    /// It said all that it says. Most programs end with their last word; one that closes its output and
    /// lives on is ended, since a screen waits for it.
    private func finish() -> Progress {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let status = endedStatus() else {
            end(SIGKILL)
            return .ended(text.isEmpty ? .failed("ended") : .heard(text))
        }
        isOver = true
        close(descriptor)
        let isInterrupted = stoppedAt != nil && status & 0x7F == SIGINT
        guard status == 0 || (isInterrupted && !text.isEmpty) else {
            return .ended(.failed(status & 0x7F == 0 ? "exit \((status >> 8) & 0xFF)" : "ended"))
        }
        return .ended(.heard(text))
    }

    /// What the program ended with; nil when it lives on.
    private func endedStatus() -> CInt? {
        var status: CInt = 0
        for _ in 0..<Self.looks {
            let found = waitpid(process, &status, WNOHANG)
            if found == process { return status }
            guard found == 0 || errno == EINTR else { return nil }
            poll(nil, 0, Self.look)
        }
        return nil
    }

    private func over(_ result: DictationResult) -> Progress {
        end(SIGKILL)
        return .ended(result)
    }

    private func end(_ signal: CInt) {
        isOver = true
        kill(-process, signal)
        close(descriptor)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}

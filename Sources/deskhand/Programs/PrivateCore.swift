import CLinuxShims
import Glibc

/// A core of our own, for the tour: started with a pipe on which it says where its socket is, and
/// stopped when the workstation closes.
struct PrivateCore {
    let process: pid_t
    let socketPath: String

    static func start(_ words: [String]) throws -> PrivateCore {
        guard let program = CoreProgram.path() else {
            throw CommandFailure(
                message: "deskhand: deskhand-core is not in this program's folder.", code: 3)
        }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw failure("pipe") }
        // The child gets its end as descriptor 3 and no other; nobody else starts programs here.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let process = try spawn(program, words, readyDescriptor: ends[1])
        close(ends[1])
        defer { close(ends[0]) }
        guard let line = readLine(ends[0]), line.hasPrefix("ready ") else {
            var status: Int32 = 0
            kill(process, SIGTERM)
            waitpid(process, &status, 0)
            throw CommandFailure(
                message: "deskhand: the tour's core did not start; its last words stand above.",
                code: 3)
        }
        return PrivateCore(process: process, socketPath: String(line.dropFirst(6)))
    }

    func stop() {
        var status: Int32 = 0
        kill(process, SIGTERM)
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }

    // Descriptor 3 is the pipe in the child; a session of its own keeps ^C and ^Z from it.
    private static func spawn(_ program: String, _ words: [String], readyDescriptor: Int32) throws
        -> pid_t
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, readyDescriptor, 3)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, desk_spawn_new_session_flag())
        var arguments = ([program] + words + ["--ready-fd", "3"]).map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let result = posix_spawn(
            &process, program, &actions, &attributes, arguments, environ)
        guard result == 0 else { throw failure("posix_spawn", result) }
        return process
    }

    private static func readLine(_ descriptor: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(descriptor, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            guard count == 1 else { return nil }
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
    }

    private static func failure(_ call: String, _ number: Int32 = errno) -> CommandFailure {
        CommandFailure(
            message: "deskhand: \(call): \(String(cString: strerror(number)))", code: 3)
    }
}

import CLinuxShims
import Foundation
import MailHost

/// A program of this build as a process of its own, with its output in files.
final class RunningProgram {
    let process: pid_t
    private let outputPath: String
    private let errorPath: String
    private var ending: Int32?

    /// Starts `name` with `arguments`. `folder` holds its output and is its home.
    init(_ name: String, _ arguments: [String], input: String? = nil, in folder: String) throws {
        let mark = UUID().uuidString.prefix(8)
        outputPath = "\(folder)/\(name).\(mark).out"
        errorPath = "\(folder)/\(name).\(mark).err"
        let inputPath = try input.map { text in
            let path = "\(folder)/\(name).\(mark).in"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return path
        }
        process = try Self.spawn(
            [try Programs.path(name)] + arguments, input: inputPath ?? "/dev/null",
            output: outputPath, errors: errorPath, home: folder)
    }

    deinit {
        guard !hasEnded else { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    var output: [UInt8] { [UInt8](FileManager.default.contents(atPath: outputPath) ?? Data()) }

    var errors: String {
        String(decoding: FileManager.default.contents(atPath: errorPath) ?? Data(), as: UTF8.self)
    }

    var hasEnded: Bool {
        if ending != nil { return true }
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return false }
        // Below zero after a signal (wait(2)).
        ending = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        return true
    }

    /// Waits for the end; the exit code, or minus the signal that ended it.
    func end(within limit: Duration = .seconds(60)) async throws -> Int32 {
        do {
            try await eventually("process \(process) ends", within: limit) { hasEnded }
        } catch {
            kill(process, SIGKILL)
            throw MailHostError("\(error) Its last words: \(errors.suffix(2000))")
        }
        return ending ?? 0
    }

    func send(_ signal: Int32) {
        if !hasEnded { kill(process, signal) }
    }

    /// Ends it as a power cut would, and waits until it is gone.
    func killNow() async throws {
        send(SIGKILL)
        _ = try await end()
    }

    private static func spawn(
        _ arguments: [String], input: String, output: String, errors: String, home: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, writing, 0o600)
        _ = desk_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let settings: [UnsafeMutablePointer<CChar>?] = environment(home).map { strdup($0) } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, arguments[0], &actions, &attributes, words, settings)
        guard failure == 0 else {
            throw MailHostError(
                "\(arguments[0]) cannot start: \(String(cString: strerror(failure)))")
        }
        return process
    }

    // English words in UTF-8 whatever the machine speaks; nothing of the caller's configuration.
    private static func environment(_ home: String) -> [String] {
        var settings = [
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=\(home)", "LANG=C.UTF-8", "TZ=UTC",
        ]
        if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
            settings.append("LD_LIBRARY_PATH=\(libraries)")
        }
        return settings
    }
}

/// How a command ended and what it said.
struct CommandResult {
    var code: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// The one JSON document that was printed.
    func json() throws -> JSON {
        guard lines.count == 1 else {
            throw MailHostError("Not one line of JSON: \(text.prefix(500)) \(errors.prefix(2000))")
        }
        return try JSON(lines[0])
    }

    func jsonLines() throws -> [JSON] { try lines.map { try JSON($0) } }
}

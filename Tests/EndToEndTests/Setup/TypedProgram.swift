import CLinuxShims
import Foundation
import MailHost
import Synchronization

/// A program of this build on a terminal of its own, with somebody who types.
final class TypedProgram: Sendable {
    let process: pid_t
    private let controller: CInt
    private let seen = Mutex<[UInt8]>([])
    private let hasClosed = Mutex(false)

    init(_ name: String, _ arguments: [String], home: String, term: String) throws {
        var controller: CInt = -1
        var terminal: CInt = -1
        guard desk_open_pty(&controller, &terminal) == 0 else {
            throw MailHostError("There is no terminal to be had.")
        }
        defer { close(terminal) }
        self.controller = controller
        process = try Self.spawn(
            [try Programs.path(name)] + arguments,
            ["PATH=/usr/bin:/bin", "HOME=\(home)", "LANG=C.UTF-8", "TZ=UTC", "TERM=\(term)"],
            terminal)
        Thread.detachNewThread { [self] in readAll() }
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        close(controller)
    }

    private func readAll() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(controller, &buffer, buffer.count)
            guard count > 0 else { break }
            seen.withLock { $0 += buffer[..<count] }
        }
        hasClosed.withLock { $0 = true }
    }

    var text: String { text(after: 0) }

    /// What was said after so many bytes.
    private func text(after mark: Int) -> String {
        String(decoding: seen.withLock { $0.dropFirst(mark) }, as: UTF8.self)
    }

    /// Waits until the program has said `words` after what it said when `mark` was taken.
    func wait(for words: String, after mark: Int = 0) async throws {
        do {
            try await eventually("\(words) on the terminal", within: .seconds(60)) {
                text(after: mark).contains(words)
            }
        } catch {
            throw MailHostError("\(error) It says: \(text)")
        }
    }

    /// Waits for a question and answers it.
    func answer(_ question: String, _ line: String) async throws {
        let mark = answered.withLock { $0 }
        try await wait(for: question, after: mark)
        let count = seen.withLock { $0.count }
        answered.withLock { $0 = count }
        type(line + "\r")
    }

    private let answered = Mutex(0)

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
    }

    /// The words with which it was started, as everybody on the machine can read them.
    var commandLine: String {
        String(
            decoding: FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data(),
            as: UTF8.self)
    }

    func end() async throws {
        try await eventually("process \(process) ends", within: .seconds(60)) {
            hasClosed.withLock { $0 }
        }
    }

    private static func spawn(
        _ arguments: [String], _ environment: [String], _ terminal: CInt
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<CInt> {
            posix_spawn_file_actions_adddup2(&actions, terminal, descriptor)
        }
        _ = desk_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, desk_spawn_new_session_flag())
        let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { (words + settings).forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawn(&process, arguments[0], &actions, &attributes, words, settings) == 0
        else { throw MailHostError("\(arguments[0]) cannot start.") }
        return process
    }
}

import Foundation
package import HelpDesk
import MailKit
package import Settings
import Wire

/// The second place of checkpoints: a folder on another disk or host, a command, or both. What a
/// log cut short or stamped anew cannot reach is what convicts it (helpdesk section 15.4).
package struct CheckpointCopies: Sendable {
    /// Why a copy did not arrive.
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    private let folder: String?
    private let command: [String]
    private static let timeout = Duration.seconds(30)
    /// The newest checkpoints are read from this much of the file's end.
    private static let tail: UInt64 = 64 << 10

    /// Nil when no second place is set.
    package init?(_ settings: AuditSettings) {
        guard settings.copyFolder != nil || !settings.copyCommand.isEmpty else { return nil }
        folder = settings.copyFolder
        command = settings.copyCommand
    }

    /// Appends checkpoints to the log's file and hands each to the command.
    func put(_ checkpoints: [Checkpoint]) throws {
        for checkpoint in checkpoints {
            let line = Array((try JSONText.line(checkpoint) + "\n").utf8)
            if let folder { try append(line, to: "\(folder)/\(checkpoint.log).jsonl") }
            if !command.isEmpty { try run(line) }
        }
    }

    /// The newest checkpoints of a log in the folder, oldest first; nil when there are none to
    /// compare with, because there is no folder or nothing has been copied yet.
    package func newest(of log: String) throws -> [Checkpoint]? {
        guard let folder else { return nil }
        return try Self.read("\(folder)/\(log).jsonl")
    }

    /// Checkpoints of a file as `put` writes it, its newest ones; nil when there is no such file.
    package static func read(_ path: String) throws -> [Checkpoint]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let end = try file.seekToEnd()
        let start = end > tail ? end - tail : 0
        try file.seek(toOffset: start)
        let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        let lines = text.split(separator: "\n").dropFirst(start == 0 ? 0 : 1)
        return lines.compactMap { line in
            try? JSONDecoder().decode(Checkpoint.self, from: Data(line.utf8))
        }
    }

    private func append(_ line: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw Self.failure("open") }
        defer { close(file) }
        guard write(file, line, line.count) == line.count, fsync(file) == 0 else {
            throw Self.failure("write")
        }
    }

    private func run(_ line: [UInt8]) throws {
        switch CommandRun.run(command, input: line, timeout: Self.timeout) {
        case .exited(0, _): return
        case .exited(let code, _): throw Failure(description: "the command ended with \(code)")
        case .notStarted(let reason): throw Failure(description: "the command: \(reason)")
        case .ended: throw Failure(description: "the command was ended")
        }
    }

    private static func failure(_ call: String) -> Failure {
        Failure(description: "\(call): \(String(cString: strerror(errno)))")
    }
}

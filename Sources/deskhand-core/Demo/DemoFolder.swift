import Foundation
import Logging
import MailKit

/// The tour's temporary folder: configuration, secrets, Maildir, data. Removed at the end.
struct DemoFolder {
    let path: String

    var socket: String { path + "/core.sock" }
    var configuration: String { path + "/deskhand.toml" }
    var maildir: String { path + "/mail" }
    var log: String { path + "/core.log" }

    static func make() throws -> DemoFolder {
        var template = Array((NSTemporaryDirectory() + "/deskhand-demo-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw ProgramFailure(message: "deskhand: no temporary folder can be made", code: 2)
        }
        let bytes = template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let folder = DemoFolder(path: String(decoding: bytes, as: UTF8.self))
        try Maildir(path: folder.maildir).create()
        return folder
    }

    func write(_ text: String, to name: String) throws {
        let isWritten = FileManager.default.createFile(
            atPath: path + "/" + name, contents: Data(text.utf8),
            attributes: [.posixPermissions: NSNumber(value: 0o600)])
        guard isWritten else {
            throw ProgramFailure(message: "deskhand: \(path)/\(name): cannot be written", code: 2)
        }
    }

    /// Logs into the folder: the terminal belongs to the workstation.
    func logger() throws -> Logger {
        try write("", to: "core.log")
        let path = log
        var logger = Logger(label: "deskhand-demo") { _ in FileLogHandler(path: path) }
        logger.logLevel = .info
        return logger
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// Appends each line to a file.
struct FileLogHandler: LogHandler {
    let path: String
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    init(path: String) {
        self.path = path
    }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var text = "\(event.level) \(event.message)"
        for (key, value) in (event.metadata ?? [:]).sorted(by: { $0.key < $1.key }) {
            text += " \(key)=\(value)"
        }
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        file.seekToEndOfFile()
        file.write(Data((text + "\n").utf8))
        try? file.close()
    }
}

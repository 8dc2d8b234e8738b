import Foundation
import MailHost

/// A folder of one test, short enough for a socket's path; removed at the end.
final class TestFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/deskhand-e2e-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw MailHostError("No temporary folder.") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file that only its owner can read.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        let isWritten = FileManager.default.createFile(
            atPath: file, contents: Data(bytes),
            attributes: [.posixPermissions: NSNumber(value: 0o600)])
        guard isWritten else { throw MailHostError("\(file) cannot be written.") }
        return file
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }
}

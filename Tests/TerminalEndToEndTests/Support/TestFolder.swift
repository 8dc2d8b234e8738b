import Foundation

/// A folder of one test, short enough for a socket's path; removed at the end.
final class TestFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/deskhand-tty-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestTrouble("No temporary folder.") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
        let isWritten = FileManager.default.createFile(
            atPath: "\(path)/\(name)", contents: Data(text.utf8),
            attributes: [.posixPermissions: NSNumber(value: 0o600)])
        guard isWritten else { throw TestTrouble("\(path)/\(name) cannot be written.") }
    }

    /// A file's text; empty when there is none.
    func read(_ name: String) -> String {
        String(
            decoding: FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data(),
            as: UTF8.self)
    }

    /// A new folder inside this one.
    func folder(_ name: String) throws -> String {
        let path = "\(path)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
}

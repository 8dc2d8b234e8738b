import Foundation
import Glibc

/// A folder of its own for a test, mode 0700, removed at the end.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/deskhand-doctor-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    @discardableResult
    func write(_ text: String, to name: String, mode: mode_t = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: file))
        chmod(file, mode)
        return file
    }

    @discardableResult
    func folder(_ name: String, mode: mode_t = 0o700) -> String {
        let folder = "\(path)/\(name)"
        mkdir(folder, mode)
        chmod(folder, mode)
        return folder
    }
}

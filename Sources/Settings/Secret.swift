import Glibc
import SwiftExtensions

/// Where a secret lies. The value itself is read when it is needed and never printed.
package enum Secret: Sendable, Hashable {
    /// A file of mode 0600, absolute path.
    case file(String)
    /// A systemd credential's name, found in `$CREDENTIALS_DIRECTORY`.
    case credential(String)

    /// Why a secret could not be used. Holds paths, never values.
    package enum Failure: Error, Hashable, Sendable {
        case missing(path: String)
        /// Others can read the file.
        case exposed(path: String, permissions: UInt32)
        case unreadable(path: String)
        case empty(path: String)
        case noCredentialsDirectory(name: String)
    }

    /// Reads the value; trailing line breaks are not part of it.
    package func load() throws(Failure) -> String {
        let path = try location()
        let status: FileStatus
        do { status = try FileStatus(path: path) } catch { throw .missing(path: path) }
        // systemd makes credentials 0400 or 0440 for the service alone; files are held to 0600.
        if case .file = self, status.permissions & 0o077 != 0 {
            throw .exposed(path: path, permissions: status.permissions)
        }
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path, limit: 64 << 10) } catch {
            throw .unreadable(path: path)
        }
        var value = Substring(String(decoding: bytes, as: UTF8.self))
        while let last = value.last, last.isNewline { value.removeLast() }
        guard !value.isEmpty else { throw .empty(path: path) }
        return String(value)
    }

    private func location() throws(Failure) -> String {
        switch self {
        case .file(let path): return path
        case .credential(let name):
            guard let folder = getenv("CREDENTIALS_DIRECTORY") else {
                throw .noCredentialsDirectory(name: name)
            }
            return String(cString: folder) + "/" + name
        }
    }
}

import Crypto
import Foundation
import Glibc
import HelpDesk

/// The installation's secret for keyed digests: 32 random bytes in a file of mode 0600, made once.
enum DigestKey {
    /// Throws `dataFolderUnsafe` (arguments `path`, `reason`) for a file that others may read or
    /// that does not hold 32 bytes: with another key, no buyer would be recognised any more.
    static func load(orCreateAt path: String) throws -> [UInt8] {
        let existing = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard existing >= 0 else {
            guard errno == ENOENT else { throw unsafe(path, "unreadable") }
            return try create(path)
        }
        defer { close(existing) }
        var status = stat()
        guard fstat(existing, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_mode & 0o077 == 0, status.st_uid == geteuid()
        else { throw unsafe(path, "exposed") }
        var bytes = [UInt8](repeating: 0, count: 33)
        guard read(existing, &bytes, bytes.count) == 32 else { throw unsafe(path, "key-length") }
        return Array(bytes.prefix(32))
    }

    private static func create(_ path: String) throws -> [UInt8] {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unsafe(path, "not-creatable") }
        defer { close(file) }
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            unlink(path)
            throw unsafe(path, "not-writable")
        }
        return bytes
    }

    private static func unsafe(_ path: String, _ reason: String) -> DeskError {
        DeskError(.dataFolderUnsafe, ["path": path, "reason": reason])
    }
}

import Crypto
import Foundation
import Glibc
import HelpDesk
import Store

/// The installation's secret for keyed digests: 32 random bytes in a file of mode 0600, made once.
enum DigestKey {
    /// Throws `dataFolderUnsafe` (arguments `path`, `reason`) for a file that others may read or
    /// that does not hold 32 bytes: with another key, no buyer would be recognised any more. For
    /// the same reason a missing one `isNeeded` when digests made with it are in the record.
    static func load(orCreateAt path: String, isNeeded: Bool = false) throws -> [UInt8] {
        let existing = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard existing >= 0 else {
            guard errno == ENOENT else { throw unsafe(path, "unreadable") }
            guard !isNeeded else { throw unsafe(path, "key-missing") }
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

    /// Of two racing starts one makes the key, and both use it.
    private static func create(_ path: String) throws -> [UInt8] {
        try SecretFile.create(path, SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
        return try load(orCreateAt: path, isNeeded: true)
    }

    private static func unsafe(_ path: String, _ reason: String) -> DeskError {
        DeskError(.dataFolderUnsafe, ["path": path, "reason": reason])
    }
}

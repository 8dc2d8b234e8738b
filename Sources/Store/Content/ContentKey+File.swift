import Crypto
import Glibc
import HelpDesk

extension ContentKey {
    /// Reads the key file, or makes one of 32 random bytes that only its owner may read. Throws
    /// `DeskError.dataFolderUnsafe` (arguments `path`, `reason`) for a file that others may open,
    /// that is not a plain file of this user's, or that does not hold 32 bytes.
    package static func load(orCreateAt path: String) throws -> ContentKey {
        let existing = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        if existing >= 0 {
            defer { _ = Glibc.close(existing) }
            return try read(existing, path)
        }
        guard errno == ENOENT else { throw UnsafePath.error(path, "unreadable") }
        return try create(path)
    }

    private static func read(_ file: Int32, _ path: String) throws -> ContentKey {
        try UnsafePath.check(file, isFolder: false, path: path)
        var bytes = [UInt8](repeating: 0, count: 33)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count == 32, let key = ContentKey(bytes: Array(bytes.prefix(32))) else {
            throw UnsafePath.error(path, "key-length")
        }
        return key
    }

    /// `O_EXCL` lets one of two racing starts win; the key is on the disk before it is used.
    private static func create(_ path: String) throws -> ContentKey {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw UnsafePath.error(path, "not-creatable") }
        defer { _ = Glibc.close(file) }
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        guard fchmod(file, 0o600) == 0, Glibc.write(file, bytes, bytes.count) == bytes.count,
            fsync(file) == 0, let key = ContentKey(bytes: bytes)
        else {
            unlink(path)
            throw UnsafePath.error(path, "not-writable")
        }
        return key
    }
}

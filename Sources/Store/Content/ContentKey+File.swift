import Crypto
import Glibc
import HelpDesk

extension ContentKey {
    /// Reads the key file, or makes one of 32 random bytes that only its owner may read. Throws
    /// `DeskError.dataFolderUnsafe` (arguments `path`, `reason`) for a file that others may open,
    /// that is not a plain file of this user's, or that does not hold 32 bytes, and for a missing
    /// one beside a database, whose content no new key would open.
    package static func load(orCreateAt path: String) throws -> ContentKey {
        let existing = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        if existing >= 0 {
            defer { _ = Glibc.close(existing) }
            return try read(existing, path)
        }
        guard errno == ENOENT else { throw UnsafePath.error(path, "unreadable") }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        guard access(folder + "desk.sqlite", F_OK) != 0 else {
            throw UnsafePath.error(path, "key-missing")
        }
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

    /// Of two racing starts one makes the key, and both use it.
    private static func create(_ path: String) throws -> ContentKey {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        try SecretFile.create(path, bytes)
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw UnsafePath.error(path, "unreadable") }
        defer { _ = Glibc.close(file) }
        return try read(file, path)
    }
}

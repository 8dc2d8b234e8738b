import Glibc
import HelpDesk

/// Files that only their owner may read and that are there whole or not at all.
package enum SecretFile {
    /// Writes `bytes` beside `path`, has them on the disk, and gives them their name then. A file
    /// of that name that another process made meanwhile stays. Throws `dataFolderUnsafe` (arguments
    /// `path`, `reason`).
    package static func create(_ path: String, _ bytes: [UInt8]) throws {
        let new = "\(path).new-\(getpid())-\(UInt32.random(in: .min ... .max))"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = Glibc.open(new, flags, mode_t(0o600))
        guard file >= 0 else { throw UnsafePath.error(path, "not-creatable") }
        defer {
            _ = Glibc.close(file)
            unlink(new)
        }
        guard fchmod(file, 0o600) == 0, Glibc.write(file, bytes, bytes.count) == bytes.count,
            fsync(file) == 0, link(new, path) == 0 || errno == EEXIST
        else { throw UnsafePath.error(path, "not-writable") }
        try keepName(of: path)
    }

    /// Has the folder's new entry on the disk.
    private static func keepName(of path: String) throws {
        let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let folder = Glibc.open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw UnsafePath.error(path, "not-writable") }
        defer { _ = Glibc.close(folder) }
        guard fsync(folder) == 0 else { throw UnsafePath.error(path, "not-writable") }
    }
}

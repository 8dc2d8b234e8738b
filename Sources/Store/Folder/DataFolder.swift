import Glibc
import HelpDesk
import Synchronization

/// The folder that holds everything that lasts, locked for one core at a time.
package final class DataFolder: Sendable {
    package let path: String
    private let lock: Mutex<Int32?>

    private init(path: String, lock: Int32) {
        self.path = path
        self.lock = Mutex(lock)
    }

    deinit {
        close()
    }

    /// Opens the folder, making it (mode 0700) when missing, and locks it until `close`. Throws
    /// `DeskError.dataFolderUnsafe` (arguments `path`, `reason`) when others may enter it or own
    /// it, and `DeskError.dataFolderLocked` (arguments `path`, `pid`) when another core has it.
    package static func open(_ path: String) throws -> DataFolder {
        try create(path)
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw UnsafePath.error(path, "not-a-folder") }
        defer { _ = Glibc.close(folder) }
        try UnsafePath.check(folder, isFolder: true, path: path)
        return DataFolder(path: path, lock: try takeLock(in: folder, path))
    }

    /// Where the database lies.
    package var databasePath: String { path + "/desk.sqlite" }

    /// Where the content key lies.
    package var keyPath: String { path + "/content.key" }

    /// Gives the folder free. A second call does nothing.
    package func close() {
        let descriptor = lock.withLock { lock in
            defer { lock = nil }
            return lock
        }
        if let descriptor { _ = Glibc.close(descriptor) }
    }

    /// Missing parents are made too, each for this user only.
    private static func create(_ path: String) throws {
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            made += made.isEmpty && !path.hasPrefix("/") ? String(part) : "/" + part
            guard mkdir(made, 0o700) == 0 || errno == EEXIST || access(made, F_OK) == 0 else {
                throw UnsafePath.error(path, "not-creatable")
            }
        }
    }

    private static func takeLock(in folder: Int32, _ path: String) throws -> Int32 {
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
        let file = openat(folder, "lock", flags, mode_t(0o600))
        guard file >= 0 else { throw UnsafePath.error(path, "lock-not-writable") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            defer { _ = Glibc.close(file) }
            throw DeskError(.dataFolderLocked, ["path": path, "pid": holder(file)])
        }
        let line = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, pwrite(file, line, line.count, 0) == line.count else {
            _ = Glibc.close(file)
            throw UnsafePath.error(path, "lock-not-writable")
        }
        return file
    }

    /// The process that wrote its number into the lock; empty when nobody can tell.
    private static func holder(_ file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(file, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (48...57).contains($0) }
        return String(decoding: digits, as: UTF8.self)
    }
}

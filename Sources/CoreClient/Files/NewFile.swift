import Glibc
package import SwiftExtensions

/// A file that was not there before: never written over another one, never reached through a
/// symbolic link, readable by its owner alone and never executable. Gone again unless finished.
package final class NewFile {
    private let folder: Int32
    private let descriptor: Int32
    private let name: String
    private let path: String
    private var isFinished = false

    /// Makes the file. A `path` that is a folder gets a file called `fallback` in it. Throws
    /// `FileFailure`: `EEXIST` for a name that is taken, `ELOOP` or `ENOTDIR` for a path through a
    /// symbolic link.
    package init(at path: String, orInFolderAs fallback: String) throws(FileFailure) {
        self.path = path
        var parts = path.split(separator: "/").map(String.init)
        guard let last = parts.popLast() else {
            throw FileFailure("create", path, errorNumber: EISDIR)
        }
        var folder = open(path.hasPrefix("/") ? "/" : ".", Self.folderFlags)
        guard folder >= 0 else { throw FileFailure("open", path) }
        for part in parts { folder = try Self.enter(part, from: folder, path) }
        var name = last
        let inner = openat(folder, last, Self.folderFlags)
        if inner >= 0 {
            close(folder)
            folder = inner
            name = Self.safeName(fallback)
        }
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let made = openat(folder, name, flags, mode_t(0o600))
        let failure = errno
        guard made >= 0 else {
            close(folder)
            throw FileFailure("create", path, errorNumber: failure)
        }
        fchmod(made, 0o600)
        self.folder = folder
        self.name = name
        descriptor = made
    }

    deinit {
        if !isFinished { unlinkat(folder, name, 0) }
        close(descriptor)
        close(folder)
    }

    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

    private static func enter(
        _ part: String, from folder: Int32, _ path: String
    ) throws(FileFailure) -> Int32 {
        let next = openat(folder, part, folderFlags)
        let failure = errno
        close(folder)
        guard next >= 0 else { throw FileFailure("open", path, errorNumber: failure) }
        return next
    }

    /// The core cleans names already; a name of the last resort never leaves its folder.
    private static func safeName(_ name: String) -> String {
        let kept = name.filter { $0 != "/" && $0 != "\0" }.drop { $0 == "." }
        return kept.isEmpty ? "attachment" : String(kept)
    }

    package func write(_ bytes: [UInt8]) throws(FileFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure("write", path) }
            written += count
        }
    }

    /// Has everything on the disk; the file stays from here on.
    package func finish() throws(FileFailure) {
        guard fsync(descriptor) == 0 else { throw FileFailure("fsync", path) }
        isFinished = true
    }
}

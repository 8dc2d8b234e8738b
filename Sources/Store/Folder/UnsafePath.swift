import Glibc
import HelpDesk

/// Whether a file or folder is safe to keep personal data or keys in.
enum UnsafePath {
    static func error(_ path: String, _ reason: String) -> DeskError {
        DeskError(.dataFolderUnsafe, ["path": path, "reason": reason])
    }

    /// Looks at an open descriptor, so that nobody can exchange the file behind the check.
    static func check(_ descriptor: Int32, isFolder: Bool, path: String) throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw error(path, "unreadable") }
        guard status.st_mode & S_IFMT == (isFolder ? S_IFDIR : S_IFREG) else {
            throw error(path, isFolder ? "not-a-folder" : "not-a-file")
        }
        guard status.st_uid == geteuid() else { throw error(path, "foreign-owner") }
        guard status.st_mode & 0o077 == 0 else { throw error(path, "open-to-others") }
    }
}

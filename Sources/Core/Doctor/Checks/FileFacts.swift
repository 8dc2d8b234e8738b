import Glibc

/// What the file system says of a path itself, links not followed.
struct FileFacts {
    enum Kind { case folder, file, socket, other }

    var kind: Kind
    var permissions: UInt32
    var owner: UInt32
    var byteCount: Int64

    /// Nil when nothing is there; throws the system's words when it cannot be looked at.
    static func of(_ path: String) throws(Unknown) -> FileFacts? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw Unknown(reason: String(cString: strerror(errno)))
        }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFDIR: .folder
            case S_IFREG: .file
            case S_IFSOCK: .socket
            default: .other
            }
        return FileFacts(
            kind: kind, permissions: status.st_mode & 0o7777, owner: status.st_uid,
            byteCount: Int64(status.st_size))
    }

    struct Unknown: Error {
        var reason: String
    }

    /// The mode as people write it, such as `0750`.
    var mode: String { "0" + String(permissions, radix: 8) }

    /// Whether group or others may do anything with it.
    var isOpenToOthers: Bool { permissions & 0o077 != 0 }

    /// The nearest folder above a path that exists, for what is yet to be made.
    static func nearestFolder(above path: String) -> String {
        var path = path[...]
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            let folder = path.isEmpty ? "/" : String(path)
            if access(folder, F_OK) == 0 { return folder }
        }
        return path.isEmpty ? "/" : "."
    }
}

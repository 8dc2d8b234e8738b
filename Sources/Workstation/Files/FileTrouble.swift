import Glibc
package import Localization

/// Why the system would not have a file, in words.
package enum FileTrouble {
    /// `number` is the system's error number.
    package static func words(_ number: Int32) -> Phrase {
        switch number {
        case ENOENT, ENOTDIR: Phrase("files.trouble.missing", "there is no such file")
        case EACCES, EPERM: Phrase("files.trouble.forbidden", "you may not open it")
        case EISDIR: Phrase("files.trouble.folder", "it is a folder")
        case EEXIST: Phrase("files.trouble.exists", "there is a file of that name")
        case ENOSPC, EDQUOT: Phrase("files.trouble.full", "the disk is full")
        case EROFS: Phrase("files.trouble.read-only", "nothing can be written there")
        case ENAMETOOLONG: Phrase("files.trouble.long", "its name is too long")
        case EFBIG: Phrase("files.trouble.big", "it is too large")
        case EINVAL: Phrase("files.trouble.kind", "it is no plain file")
        default:
            Phrase("files.trouble.other", "error {number} of the system", ["number": "\(number)"])
        }
    }
}

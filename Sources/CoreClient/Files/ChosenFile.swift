import Glibc
package import HelpDesk
package import SwiftExtensions

/// A file that somebody chose to send, read whole.
package struct ChosenFile: Hashable, Sendable {
    /// The last part of its path.
    package var name: String
    package var bytes: [UInt8]

    /// Throws `FileFailure` for what is no plain file, cannot be read, or is too large to be sent.
    package init(path: String) throws(FileFailure) {
        // A pipe or a device would keep the reader waiting.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure("open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileFailure("stat", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileFailure("read", path, errorNumber: EINVAL)
        }
        name = String(path.split(separator: "/").last ?? "")
        bytes = try FileBytes.read(path, limit: OutgoingFileRules.totalBytes)
    }

    package var kind: FileKind { FileSniffer.kind(of: bytes) }

    /// Throws why the desk would not send it beside files of the sizes `others`.
    package func check(beside others: [Int] = []) throws(DeskError) {
        try OutgoingFileRules.check(kind, name: name, byteCount: bytes.count, others: others)
    }
}

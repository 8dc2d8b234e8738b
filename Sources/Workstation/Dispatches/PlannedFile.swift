package import HelpDesk
import SwiftExtensions

/// A file on the agent's machine that goes along with a typed message, as it was when it was shown.
package struct PlannedFile: Hashable, Sendable {
    package let path: String
    package let name: String
    package let kind: FileKind
    package let byteCount: Int
    /// Differs, as good as surely, between different contents; holds in this process only.
    private let fingerprint: Int

    /// Throws why the platform would not take the file: `dispatchFileName`, `dispatchFileEmpty`,
    /// `dispatchFileType`.
    package init(path: String, bytes: [UInt8]) throws(DeskError) {
        self.path = path
        name = Self.name(of: path)
        _ = try DispatchFileRules.mediaType(name: name, bytes: bytes)
        kind = FileSniffer.kind(of: bytes)
        byteCount = bytes.count
        fingerprint = bytes.hashValue
    }

    /// Whether these are the bytes that the agent said yes to.
    func isUnchanged(_ bytes: [UInt8]) -> Bool {
        bytes.count == byteCount && bytes.hashValue == fingerprint
    }

    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// What a look at the files of a message found.
package enum FileReport: Hashable, Sendable {
    case fine([PlannedFile])
    /// The platform would not take it.
    case refused(path: String, DeskError)
    /// The system's words for why it cannot be read.
    case unreadable(path: String, String)
}

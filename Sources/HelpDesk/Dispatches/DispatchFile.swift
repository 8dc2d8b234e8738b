/// What a file on its way to a buyer is, as the record keeps it: no name and no bytes.
package struct DispatchFile: Hashable, Sendable, Codable {
    package var mediaType: String
    package var byteCount: Int
    /// SHA-256 of the bytes in lower-case hex.
    package var digest: String

    package init(mediaType: String, byteCount: Int, digest: String) {
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.digest = digest
    }
}

/// Files that a typed message may carry: text, PDF, Word, JPEG, GIF and PNG, less than 10 MB
/// together (the platform's schema of its messaging actions).
package enum DispatchFileRules {
    /// All files of one message together stay below this many bytes.
    package static let totalLimit = 10_000_000
    /// Longest file name, in characters.
    package static let nameLimit = 120

    /// A picture, text or Word file without macros, as its own bytes tell.
    private static let kinds: Set<FileKind> = [.text, .pdf, .doc, .docx, .jpeg, .gif, .png]

    /// The media type by which the platform takes the file. Throws when the name's ending is none
    /// of the allowed ones, when the bytes are not what the ending says, or when there are none.
    package static func mediaType(
        name: String, bytes: [UInt8]
    ) throws(DeskError) -> String {
        let isClean = CleanText.clean(name) == name && !name.contains(where: \.isNewline)
        guard isClean, !name.isBlank, name.count <= nameLimit, !name.contains("/") else {
            throw DeskError(.dispatchFileName, ["limit": String(nameLimit)])
        }
        guard !bytes.isEmpty else { throw DeskError(.dispatchFileEmpty) }
        let kind = FileSniffer.kind(of: bytes)
        let ending = FileEnding.of(name)
        let isAllowed = kinds.contains(kind)
        guard isAllowed, OutgoingFileRules.endings[kind]?.contains(ending) == true else {
            throw DeskError(.dispatchFileType, ["ending": String(ending.prefix(12))])
        }
        return kind.mediaType
    }

    /// Throws when the files together are too large.
    package static func check(sizes: [Int]) throws(DeskError) {
        guard sizes.reduce(0, +) < totalLimit else {
            throw DeskError(.dispatchFilesTooLarge, ["limit": "10 MB"])
        }
    }
}

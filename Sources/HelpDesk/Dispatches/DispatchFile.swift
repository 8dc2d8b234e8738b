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

    private struct Form {
        var mediaType: String
        /// How such files begin; empty when nothing tells.
        var starts: [[UInt8]]
    }

    private static let jpeg = Form(mediaType: "image/jpeg", starts: [[0xFF, 0xD8, 0xFF]])
    private static let forms: [String: Form] = [
        "txt": Form(mediaType: "text/plain", starts: []),
        "pdf": Form(mediaType: "application/pdf", starts: [Array("%PDF-".utf8)]),
        "doc": Form(
            mediaType: "application/msword",
            starts: [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]]),
        "docx": Form(
            mediaType:
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            starts: [[0x50, 0x4B, 0x03, 0x04]]),
        "jpg": jpeg, "jpeg": jpeg,
        "gif": Form(
            mediaType: "image/gif", starts: [Array("GIF87a".utf8), Array("GIF89a".utf8)]),
        "png": Form(
            mediaType: "image/png", starts: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]),
    ]

    /// The media type by which the platform takes the file. Throws when the name's ending is none
    /// of the allowed ones, when the bytes are not what the ending says, or when there are none.
    package static func mediaType(
        name: String, bytes: [UInt8]
    ) throws(DeskError) -> String {
        let isClean = CleanText.clean(name) == name && !name.contains(where: \.isNewline)
        guard isClean, !name.isBlank, name.count <= nameLimit, !name.contains("/") else {
            throw DeskError(.dispatchFileName, ["limit": String(nameLimit)])
        }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard name.contains("."), let form = forms[ending] else {
            throw DeskError(.dispatchFileType, ["ending": String(ending.prefix(12))])
        }
        guard !bytes.isEmpty else { throw DeskError(.dispatchFileEmpty) }
        let isTrue =
            form.starts.isEmpty
            ? !bytes.contains(0) : form.starts.contains { bytes.starts(with: $0) }
        guard isTrue else { throw DeskError(.dispatchFileType, ["ending": ending]) }
        return form.mediaType
    }

    /// Throws when the files together are too large.
    package static func check(sizes: [Int]) throws(DeskError) {
        guard sizes.reduce(0, +) < totalLimit else {
            throw DeskError(.dispatchFilesTooLarge, ["limit": "10 MB"])
        }
    }
}

/// What may go out with a reply. Types: those that are known to pass the relay or that the
/// Messaging API names (amazon reference 1.3 and 2.10). Size: 10 MB in one message.
package enum OutgoingFileRules {
    /// Most bytes of all files of one reply together.
    package static let totalBytes = 10_000_000
    /// Most files of one reply; a bound of ours against mistakes.
    package static let count = 20

    /// Each kind with the name endings under which it may leave.
    package static let endings: [FileKind: [String]] = [
        .pdf: ["pdf"], .png: ["png"], .jpeg: ["jpg", "jpeg"], .gif: ["gif"], .bmp: ["bmp"],
        .tiff: ["tif", "tiff"], .text: ["txt"], .doc: ["doc"], .docx: ["docx"],
    ]

    /// Throws why a file of this kind, name and size may not join `others`: `fileEmpty`,
    /// `fileKindRefused` (kind), `fileNameMismatch` (kind, endings), `filesTooLarge` (limit),
    /// `filesTooMany` (limit).
    package static func check(
        _ kind: FileKind, name: String, byteCount: Int, others: [Int] = []
    ) throws(DeskError) {
        try checkSize(byteCount, others: others)
        guard let allowed = endings[kind] else {
            throw DeskError(.fileKindRefused, ["kind": kind.rawValue])
        }
        guard allowed.contains(FileEnding.of(name)) else {
            throw DeskError(
                .fileNameMismatch,
                ["kind": kind.rawValue, "endings": allowed.joined(separator: ", ")])
        }
    }

    /// The part of `check` that needs no bytes.
    package static func checkSize(_ byteCount: Int, others: [Int] = []) throws(DeskError) {
        guard byteCount > 0 else { throw DeskError(.fileEmpty) }
        guard others.count < count else {
            throw DeskError(.filesTooMany, ["limit": String(count)])
        }
        var total = byteCount
        for other in others {
            let (sum, isOver) = total.addingReportingOverflow(other)
            total = isOver ? .max : sum
        }
        guard total <= totalBytes else {
            throw DeskError(.filesTooLarge, ["limit": String(totalBytes / 1_000_000)])
        }
    }
}

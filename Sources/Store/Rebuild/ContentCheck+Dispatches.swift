import GRDB
import HelpDesk

extension ContentCheck {
    /// Words and files of dispatches that are not what their rows say.
    func dispatchDifferences() throws -> [String: String] {
        var found: [String: String] = [:]
        try db.each(
            """
            SELECT dispatch.id, dispatch.text_digest, dispatch_content.text
            FROM dispatch JOIN dispatch_content ON dispatch_content.dispatch = dispatch.id
            WHERE dispatch.text_digest IS NOT NULL AND dispatch_content.text IS NOT NULL
            """
        ) { fields in
            let id = try fields.number()
            let digest = try fields.text()
            guard ContentDigest.of(try fields.text()) != digest else { return }
            found["dispatch_content"] = "\(id) is not what its digest says"
        }
        try db.each(
            """
            SELECT dispatch.id, dispatch_file.position, dispatch_file.sealed,
                json_extract(dispatch.files, '$[' || dispatch_file.position || '].digest')
            FROM dispatch JOIN dispatch_file ON dispatch_file.dispatch = dispatch.id
            """
        ) { fields in
            let id: DispatchID = try fields.id()
            let label = ContentLabel.dispatchFile(id, try fields.count())
            let bytes = try? key.open(try fields.bytes(), label: label)
            let digest = try fields.optionalText()
            if let bytes, ContentDigest.of(bytes) == digest { return }
            found["dispatch_file"] = "\(id.rawValue) is not what its digest says"
        }
        return found
    }
}

import CGMime

/// One part of a mail as GMime holds it, valid as long as its mail is.
struct MailPart {
    let object: UnsafeMutablePointer<GMimeObject>
    let mediaType: String

    init(_ object: UnsafeMutablePointer<GMimeObject>) {
        self.object = object
        let type = g_mime_object_get_content_type(object)
        let major = GMimeLibrary.text(g_mime_content_type_get_media_type(type)) ?? "text"
        let minor = GMimeLibrary.text(g_mime_content_type_get_media_subtype(type)) ?? "plain"
        mediaType = CleanText.line("\(major)/\(minor)", limit: 120).lowercased()
    }

    var charset: String? {
        GMimeLibrary.text(g_mime_object_get_content_type_parameter(object, "charset"))
    }

    var contentID: String? {
        GMimeLibrary.text(g_mime_object_get_content_id(object)).map {
            CleanText.line($0, limit: 300)
        }
    }

    /// The name from Content-Disposition, else from Content-Type; as claimed.
    var fileName: String {
        GMimeLibrary.text(g_mime_object_get_content_disposition_parameter(object, "filename"))
            ?? GMimeLibrary.text(g_mime_object_get_content_type_parameter(object, "name")) ?? ""
    }

    private var disposition: String? {
        GMimeLibrary.text(g_mime_object_get_disposition(object))?.lowercased()
    }

    /// Whether a text part is meant as a file and not as what the writer says.
    var isFile: Bool {
        disposition == "attachment" || (disposition != "inline" && !fileName.isEmpty)
    }

    var isInline: Bool {
        disposition == "inline" || (disposition == nil && contentID != nil)
    }

    /// The content with its transfer encoding undone.
    var bytes: [UInt8] {
        guard GMimeLibrary.isKind(object, of: g_mime_part_get_type()) else { return [] }
        let part = GMimeLibrary.cast(object, to: GMimePart.self)
        guard let content = g_mime_part_get_content(part) else { return [] }
        return GMimeLibrary.bytes { g_mime_data_wrapper_write_to_stream(content, $0) }
    }
}

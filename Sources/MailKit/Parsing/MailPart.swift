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

    /// Whether its lines are broken softly (RFC 3676).
    var isFlowed: Bool { parameter("format") == "flowed" }

    /// Whether the blank before a soft break is not part of the text.
    var deletesSpace: Bool { parameter("delsp") == "yes" }

    private func parameter(_ name: String) -> String? {
        GMimeLibrary.text(g_mime_object_get_content_type_parameter(object, name))?.lowercased()
    }

    var contentID: String? {
        GMimeLibrary.text(g_mime_object_get_content_id(object)).map {
            CleanText.line($0, limit: 300)
        }
    }

    /// The name from Content-Disposition, else from Content-Type; as claimed.
    var fileName: String {
        mendedName ?? GMimeLibrary.text(
            g_mime_object_get_content_disposition_parameter(object, "filename"))
            ?? GMimeLibrary.text(g_mime_object_get_content_type_parameter(object, "name")) ?? ""
    }

    /// The name where it stands in encoded words, which RFC 2047 forbids in parameters and many
    /// mail programs write all the same.
    private var mendedName: String? {
        if let text = mended("content-disposition"),
            let parsed = g_mime_content_disposition_parse(nil, text)
        {
            defer { g_object_unref(parsed) }
            let found = g_mime_content_disposition_get_parameter(parsed, "filename")
            if let name = GMimeLibrary.text(found) { return name }
        }
        let plain = g_mime_object_get_content_disposition_parameter(object, "filename")
        if plain == nil, let text = mended("content-type"),
            let parsed = g_mime_content_type_parse(nil, text)
        {
            defer { g_object_unref(parsed) }
            let found = g_mime_content_type_get_parameter(parsed, "name")
            if let name = GMimeLibrary.text(found) { return name }
        }
        return nil
    }

    /// The header with its encoded words written anew; nil when it has none.
    private func mended(_ header: String) -> String? {
        let found = HeaderReading.raw(of: object, limit: 50).first {
            $0.name.lowercased() == header
        }
        guard let value = found?.value, value.contains(UInt8(ascii: "?")) else { return nil }
        let text = EncodedWordReader.normalised(value)
        return text.contains("=?utf-8?B?") ? text : nil
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

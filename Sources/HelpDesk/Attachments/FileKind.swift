/// What a file is by its bytes, whatever its name or a header says of it.
package enum FileKind: String, Codable, Sendable, CaseIterable {
    case png, jpeg, gif, bmp, tiff, webp, heic, avif
    case pdf, text, rtf
    /// Word's old binary form and its new one, neither with macros.
    case doc, docx
    case spreadsheet, presentation
    /// An office document that carries program code.
    case officeMacro = "office-macro"
    /// A compound file (OLE) of another program.
    case compound
    case html, xml, svg
    case zip, archive
    case program, script, shortcut
    case mail
    /// Outlook's own wrapping, `winmail.dat`.
    case tnef
    case audio, video
    case empty, unknown
}

extension FileKind {
    /// The media type under which a file of this kind is sent.
    package var mediaType: String {
        switch self {
        case .png, .jpeg, .gif, .bmp, .tiff, .webp, .heic, .avif: "image/\(rawValue)"
        case .svg: "image/svg+xml"
        case .pdf, .rtf, .xml, .zip: "application/\(rawValue)"
        case .text: "text/plain"
        case .html: "text/html"
        case .doc: "application/msword"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .mail: "message/rfc822"
        case .tnef: "application/ms-tnef"
        case .audio: "audio/mpeg"
        case .video: "video/mp4"
        case .spreadsheet, .presentation, .officeMacro, .compound, .archive, .program, .script,
            .shortcut, .empty, .unknown:
            "application/octet-stream"
        }
    }

    /// Whether its bytes are words that a person can read as they stand.
    package var isReadable: Bool {
        switch self {
        case .text, .html, .xml, .svg, .script, .mail: true
        default: false
        }
    }

    /// Whether it is a picture of fixed size.
    package var isPicture: Bool {
        switch self {
        case .png, .jpeg, .gif, .bmp, .tiff, .webp, .heic, .avif: true
        default: false
        }
    }
}

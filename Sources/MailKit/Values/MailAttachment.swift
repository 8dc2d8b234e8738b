/// A file inside a mail, decoded. Nothing here is opened or run.
package struct MailAttachment: Hashable, Sendable {
    /// The cleaned file name: no folders, control or direction characters; empty when none was given.
    package var name: String
    /// Type and subtype in lower case, as claimed by the sender.
    package var mediaType: String
    /// The Content-ID without angle brackets, by which an HTML part refers to an inline image.
    package var contentID: String?
    /// Whether the sender meant it to be shown within the text.
    package var isInline: Bool
    package var bytes: [UInt8]

    package init(
        name: String, mediaType: String, contentID: String? = nil, isInline: Bool = false,
        bytes: [UInt8]
    ) {
        self.name = name
        self.mediaType = mediaType
        self.contentID = contentID
        self.isInline = isInline
        self.bytes = bytes
    }
}

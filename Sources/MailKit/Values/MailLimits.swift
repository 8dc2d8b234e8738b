/// How much of a mail is read. What exceeds a limit is left out with a warning, never refused.
package struct MailLimits: Hashable, Sendable {
    package var nesting: Int
    package var parts: Int
    /// Bytes of UTF-8 kept of each of the two texts.
    package var textBytes: Int
    package var mailBytes: Int
    package var headerCount: Int
    /// UTF-8 bytes kept of one decoded header value.
    package var headerBytes: Int

    package init(
        nesting: Int = 20, parts: Int = 200, textBytes: Int = 2 << 20, mailBytes: Int = 64 << 20,
        headerCount: Int = 500, headerBytes: Int = 16 << 10
    ) {
        self.nesting = nesting
        self.parts = parts
        self.textBytes = textBytes
        self.mailBytes = mailBytes
        self.headerCount = headerCount
        self.headerBytes = headerBytes
    }

    package static let standard = MailLimits()
}

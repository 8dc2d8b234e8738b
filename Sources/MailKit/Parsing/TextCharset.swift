/// Bytes of a document that names its charset, as text; for documents beside mail.
package enum TextCharset {
    /// The text, and whether some bytes did not fit the named charset. Without a name: UTF-8 when
    /// the bytes are valid, else Windows-1252.
    package static func text(_ bytes: [UInt8], charset: String?) -> (
        text: String, isDoubtful: Bool
    ) {
        let decoded = Charset.decode(bytes, named: charset)
        return (decoded.text, decoded.isDoubtful)
    }
}

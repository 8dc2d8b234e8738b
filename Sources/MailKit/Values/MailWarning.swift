/// What was wrong with a mail that was read all the same.
package enum MailWarning: Hashable, Sendable, Codable {
    /// A multipart ended before its closing boundary.
    case truncatedMultipart
    /// A multipart without boundary, or without any part.
    case malformedMultipart
    /// The named charset is unknown or does not fit the bytes; some characters may be wrong.
    case badCharset(String)
    /// A header that breaks the rules of RFC 5322 or RFC 2047, or is far too long.
    case badHeader
    /// Parts nested deeper than the limit were left out.
    case tooDeep
    /// More parts than the limit; the rest was left out.
    case tooManyParts
    /// A text part was longer than the limit and was cut.
    case textCut
    /// The mail is larger than the limit; only its beginning was read.
    case oversize
    /// No header was found at all.
    case noHeaders

    /// The code by which programs know it.
    package var code: String {
        switch self {
        case .truncatedMultipart: "truncated_multipart"
        case .malformedMultipart: "malformed_multipart"
        case .badCharset: "bad_charset"
        case .badHeader: "bad_header"
        case .tooDeep: "too_deep"
        case .tooManyParts: "too_many_parts"
        case .textCut: "text_cut"
        case .oversize: "oversize"
        case .noHeaders: "no_headers"
        }
    }
}

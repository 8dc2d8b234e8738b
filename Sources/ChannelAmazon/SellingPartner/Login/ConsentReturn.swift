/// What an owner brings back from Seller Central: the address of the page that it led to, the bare
/// code, or, for an application of one's own, the refresh token that Seller Central showed.
package enum ConsentReturn: Sendable {
    case redirect(code: Secret, sellerID: String, state: String)
    case code(Secret)
    case refreshToken(Secret)

    /// Why the pasted text is none of these. Holds nothing of it.
    package enum Problem: String, Error, Sendable {
        case empty = "consent-empty"
        case notUnderstood = "consent-not-understood"
        /// The address holds no code.
        case noCode = "consent-without-code"
        /// The address holds a code, but not whose and for what.
        case incomplete = "consent-incomplete"
        /// The owner said no.
        case denied = "consent-denied"
    }

    /// Reads what was pasted, whatever surrounds it.
    package init(pasted text: String) throws(Problem) {
        let word = text.split(whereSeparator: \.isWhitespace).joined()
        guard !word.isEmpty else { throw .empty }
        guard word.utf8.count <= 8192, word.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .notUnderstood
        }
        if word.hasPrefix("Atzr|") {
            self = .refreshToken(Secret(value: word))
        } else if let question = word.firstIndex(of: "?") {
            self = try Self.redirect(String(word[word.index(after: question)...]))
        } else if word.contains("spapi_oauth_code=") {
            self = try Self.redirect(word)
        } else if word.contains("://") {
            throw .noCode
        } else if word.utf8.allSatisfy(Self.isCodeByte), word.utf8.count >= 8 {
            self = .code(Secret(value: word))
        } else {
            throw .notUnderstood
        }
    }

    private static func redirect(_ query: String) throws(Problem) -> ConsentReturn {
        let values = FormText.pairs(String(query.prefix { $0 != "#" }))
        guard values["error"] == nil else { throw .denied }
        guard let code = values["spapi_oauth_code"], isPlain(code) else { throw .noCode }
        guard let sellerID = values["selling_partner_id"], let state = values["state"],
            isPlain(sellerID), isPlain(state)
        else { throw .incomplete }
        return .redirect(code: Secret(value: code), sellerID: sellerID, state: state)
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 2048
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func isCodeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

import Foundation

/// A mail that the sink has taken.
package struct SunkMail: Hashable, Sendable {
    /// Address of `MAIL FROM`.
    package var sender: String
    /// Addresses of `RCPT TO`.
    package var recipients: [String]
    /// As sent, dots unstuffed, lines ending in CR LF.
    package var bytes: [UInt8]
    /// Who logged in; nil for nobody.
    package var user: String?

    package init(sender: String, recipients: [String], bytes: [UInt8], user: String? = nil) {
        self.sender = sender
        self.recipients = recipients
        self.bytes = bytes
        self.user = user
    }

    /// The value of a header, unfolded but not decoded.
    package func header(_ name: String) -> String? {
        headers.first { $0.name == name.lowercased() }?.value
    }

    /// The lines of some headers, for a report about this mail.
    func headerLines(_ names: Set<String>) -> String {
        headers.filter { names.contains($0.name) }
            .map { "\($0.original): \($0.value)\n" }.joined()
    }

    /// What follows the header block, as text.
    var bodyText: String {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        guard let border = text.firstRange(of: "\n\n") else { return "" }
        return String(text[border.upperBound...])
    }

    private var headers: [(name: String, original: String, value: String)] {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        var headers: [(name: String, original: String, value: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            if line.first == " " || line.first == "\t", !headers.isEmpty {
                headers[headers.count - 1].value += " " + line.drop { $0 == " " || $0 == "\t" }
            } else if let colon = line.firstIndex(of: ":") {
                let name = String(line[..<colon])
                let value = line[line.index(after: colon)...].drop { $0 == " " }
                headers.append((name.lowercased(), name, String(value)))
            }
        }
        return headers
    }
}

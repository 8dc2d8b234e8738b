import Foundation
package import HelpDesk
package import SwiftExtensions

/// A buyer's message as Amazon's relay would mail it (amazon reference, section 2).
package struct RelayLetter: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        package var quantity: Int
        package var title: String
        package var asin: String
    }

    package var site: CrowdSite
    package var buyerName: String
    /// Local part of the alias; stays the same for one buyer of one seller.
    package var alias: String
    package var caseID: String
    package var threadToken: String
    package var messageToken: String
    package var order: OrderID?
    package var items: [Item]
    package var text: String
    package var date: Timestamp
    /// Without angle brackets.
    package var messageID: String
    package var to: String

    package var address: String { "\(alias)+\(caseID)@\(site.aliasDomain)" }

    /// RFC 5322 bytes: multipart/alternative with the relay's plain and HTML forms.
    package var bytes: [UInt8] {
        let boundary = "----=_relay_\(messageToken)"
        let lines = [
            "Message-ID: <\(messageID)>",
            "Date: \(RelayText.date(date))",
            "From: \(RelayText.encodedWord(buyerName)) <\(address)>",
            "To: <\(to)>",
            "Subject: \(RelayText.encodedWord(subject))",
            "X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT",
            "X-Marketplace-ID: \(site.marketplaceID)",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
            "",
            "--\(boundary)",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: base64",
            "",
            RelayText.base64(plain),
            "--\(boundary)",
            "Content-Type: text/html; charset=UTF-8",
            "Content-Transfer-Encoding: base64",
            "",
            RelayText.base64(html),
            "--\(boundary)--",
            "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private var subject: String {
        order.map { site.subject(buyerName, $0.rawValue) } ?? site.questionSubject(buyerName)
    }

    private var plain: String {
        var lines = [site.greeting, ""]
        if let order {
            lines.append("# \(order.rawValue):")
            lines += items.map { "\($0.quantity) / \($0.title) [ASIN: \($0.asin)]" }
            lines.append("")
        }
        lines += [
            "------------- \(site.startWord)  -------------", "", text, "",
            "------------- \(site.endWord) -------------", "", site.closing, resolveLink,
            "SPC-\(site.footerRegion)Amazon-\(abs(messageToken.hashValueStable) % 1_000_000_000)",
            "[commMgrTok:\(messageToken)]",
        ]
        return lines.joined(separator: "\n")
    }

    private var html: String {
        let orderLine = order.map { "<p># \($0.rawValue):</p>" } ?? ""
        let rows = items.map {
            "<p>\($0.quantity) / \(RelayText.escaped($0.title)) [ASIN: \($0.asin)]</p>"
        }.joined()
        return """
            <html><body><p>\(RelayText.escaped(site.greeting))</p>\(orderLine)\(rows)
            <pre style="white-space: pre-wrap; white-space: -o-pre-wrap;">\(RelayText.escaped(text))</pre>
            <p>\(RelayText.escaped(site.closing))</p><p><a href="\(RelayText.escaped(resolveLink))">\
            \(RelayText.escaped(site.resolveWord))</a></p><p>[commMgrTok:\(messageToken)]</p></body></html>
            """
    }

    private var resolveLink: String {
        "https://\(site.sellerCentral)/messaging/no-response-needed?t=\(threadToken)"
            + "&m=\(messageToken)&mp=\(site.marketplaceID)&c=A2EXAMPLEBUYER"
            + "&h=\(String(repeating: "0f", count: 20))&s=1"
    }
}

extension String {
    // `hashValue` differs from run to run; a simulated world must not.
    fileprivate var hashValueStable: Int {
        utf8.reduce(5381) { ($0 &* 33) &+ Int($1) }
    }
}

/// Small encodings of mail text.
enum RelayText {
    static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
    }

    /// RFC 2047: words of at most 75 characters, never cut inside a character.
    static func encodedWord(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 127 && $0 > 31 }) else { return text }
        var words: [String] = []
        var part = ""
        for character in text {
            if part.utf8.count + String(character).utf8.count > 42 {
                words.append(part)
                part = ""
            }
            part.append(character)
        }
        words.append(part)
        return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
            .joined(separator: "\r\n ")
    }

    static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;")
            .replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;")
    }

    /// RFC 5322 section 3.3.
    static func date(_ instant: Timestamp) -> String {
        let time = CivilTime(instant)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[time.weekday]), \(time.day) \(months[time.month - 1]) \(time.year) "
            + "\(two(time.hour)):\(two(time.minute)):\(two(time.second)) +0000"
    }
}

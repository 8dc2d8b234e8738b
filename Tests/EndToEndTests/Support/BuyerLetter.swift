import Foundation

/// A buyer's message as Amazon's relay mails it to a German store.
struct BuyerLetter {
    static let germany = "A1PA6795UKMFR9"

    var name = "Kai Lenz"
    var alias = "rvocz01ejfed8m"
    var caseID = "83cf863f-e92f-442f-d405-123a7178b5bd"
    var order = "305-7683573-2694036"
    var text = "Wo bleibt mein Paket? Es sollte gestern kommen."
    var token = "ACWFTU928MT7N4VIXW69O"
    var thread = "AKWFTU928MT7N4VIXW600"
    var messageID = "0102a97bc9d25b8e-e32ae595@eu-west-1.amazonses.com"
    var to = "desk+nova@desk.example"
    var minutesAgo = 10.0

    /// Letter `number` of a series: a buyer, an order and tokens of its own.
    static func series(_ number: Int, to: String = "desk+nova@desk.example") -> BuyerLetter {
        let digits = String(String(10_000_000 + number).dropFirst())
        return BuyerLetter(
            name: "Kunde \(number)", alias: "buyer\(digits)x", order: "305-\(digits)-7000000",
            text: "Brief \(number): Wo bleibt mein Paket? Es sollte gestern kommen.",
            token: "ACWF\(digits)7N4VIXW69O", thread: "AKWF\(digits)7N4VIXW600",
            messageID: "0102-\(digits)@eu-west-1.amazonses.com", to: to)
    }

    /// The address that a reply must go to, exactly so.
    var address: String { "\(alias)+\(caseID)@marketplace.amazon.de" }

    // Encoded words stand outside quotes (RFC 2047, section 5).
    private var writtenName: String { name.hasPrefix("=?") ? name : "\"\(name)\"" }

    var subject: String { "Frage von Amazon-Kunde \(name) (Bestellung: \(order))" }

    var bytes: [UInt8] { mail(type: "text/plain; charset=utf-8", body: Array(plain.utf8)) }

    /// The same headers around another body; `extra` are whole header lines.
    func mail(type: String, extra: [String] = [], body: [UInt8]) -> [UInt8] {
        let lines =
            [
                "Return-Path: <bounce@eu-west-1.amazonses.com>",
                "Date: \(Self.date(minutesAgo: minutesAgo))", "From: \(writtenName) <\(address)>",
                "To: \(to)", "Message-ID: <\(messageID)>", "Subject: \(subject)",
                "X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT",
                "X-Marketplace-ID: \(Self.germany)",
            ] + extra + [
                "MIME-Version: 1.0", "Content-Type: \(type)", "Content-Transfer-Encoding: 8bit",
                "", "",
            ]
        return Array(lines.joined(separator: "\r\n").utf8) + body
    }

    /// The relay's plain form: words between markers, tokens below.
    var plain: String {
        let lines = [
            "Du hast eine Nachricht erhalten.", "", "# \(order):",
            "1 / Leselampe Nova [ASIN: B0TEST0001]", "",
            "-------------  Nachricht:  -------------", "", text, "",
            "------------- Ende der Nachricht -------------", "",
            "https://sellercentral.amazon.de/messaging/no-response-needed?t=\(thread)"
                + "&m=\(token)&mp=\(Self.germany)&c=AC6I6B01LC8SRH&h=66eb46ab&s=1",
            "[commMgrTok:\(token)]", "",
        ]
        return lines.joined(separator: "\r\n")
    }

    /// RFC 5322, section 3.3.
    private static func date(minutesAgo: Double) -> String {
        let form = DateFormatter()
        form.locale = Locale(identifier: "en_US_POSIX")
        form.timeZone = TimeZone(identifier: "UTC")
        form.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return form.string(from: Date(timeIntervalSinceNow: -60 * minutesAgo))
    }
}

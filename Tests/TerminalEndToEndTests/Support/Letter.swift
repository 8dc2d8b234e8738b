import Foundation

/// A buyer's message as Amazon's relay mails it to a German store, with tokens of its own.
struct Letter {
    var number: Int
    var name: String
    /// What people without the right to persons see of it.
    var firstName: String { String(name.prefix { $0 != " " }) }
    var text: String
    /// Counts the same buyer's further messages about the same order.
    var part = 0

    static let kai = Letter(
        number: 1, name: "Kai Lenz", text: "Die Lampe kam zerbrochen an, was nun?")
    static let mia = Letter(
        number: 2, name: "Mia Sand", text: "Wo bleibt mein Paket? Es sollte gestern kommen.")
    static let lin = Letter(
        number: 3, name: "林小雨", text: "包裹还没有收到，物流信息三天没有更新了。")

    private var digits: String { String(String(10_000_000 + number).dropFirst()) }
    var order: String { "305-\(digits)-7000000" }

    /// The address that a reply must go to, exactly so.
    var address: String {
        "buyer\(digits)+\(digits)0-e92f-442f-d405-123a7178b5bd@marketplace.amazon.de"
    }

    var bytes: [UInt8] { Array((headers + [""] + body).joined(separator: "\r\n").utf8) }

    private var word: String { "=?UTF-8?B?\(Data(name.utf8).base64EncodedString())?=" }

    private var headers: [String] {
        [
            "Return-Path: <bounce@eu-west-1.amazonses.com>",
            "Date: \(date)", "From: \(word) <\(address)>", "To: \(Stage.address)",
            "Message-ID: <0102-\(digits)\(part)@eu-west-1.amazonses.com>",
            "Subject: Frage von Amazon-Kunde \(word) (Bestellung: \(order))",
            "X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT",
            "X-Marketplace-ID: A1PA6795UKMFR9", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
        ]
    }

    private var body: [String] {
        let (token, thread) = ("ACWF\(digits)7N4VIXW69\(part)", "AKWF\(digits)7N4VIXW600")
        return [
            "Du hast eine Nachricht erhalten.", "", "# \(order):",
            "1 / Leselampe Nova [ASIN: B0TEST0001]", "",
            "-------------  Nachricht:  -------------", "", text, "",
            "------------- Ende der Nachricht -------------", "",
            "https://sellercentral.amazon.de/messaging/no-response-needed?t=\(thread)&m=\(token)"
                + "&mp=A1PA6795UKMFR9&c=AC6I6B01LC8SRH&h=66eb46ab&s=1",
            "[commMgrTok:\(token)]", "",
        ]
    }

    /// The lower the number, the longer ago, so that lists have one order (RFC 5322, section 3.3).
    private var date: String {
        let form = DateFormatter()
        form.locale = Locale(identifier: "en_US_POSIX")
        form.timeZone = TimeZone(identifier: "UTC")
        form.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return form.string(
            from: Date(timeIntervalSinceNow: -3600 + 60 * Double(number) + 1200 * Double(part)))
    }
}

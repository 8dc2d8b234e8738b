import HelpDesk
import SwiftExtensions

/// One conversation of a buyer with a store.
struct Conversation: Sendable {
    var number: Int
    var store: Int
    var order: OrderID
    var name: String
    var alias: String
    var caseID: String
    var thread: String
}

/// Writes what Amazon sends into a store's mailbox.
struct Letter {
    var store: ScenarioStore
    var conversation: Conversation

    private var words: RelayWords { store.words }
    private var relayAddress: String {
        "\(conversation.alias)+\(conversation.caseID)@marketplace.\(words.domain)"
    }

    /// A buyer's message with a mark. A copy came another way: it has its own Message-ID.
    func message(_ mark: String, at time: Timestamp, isCopy: Bool = false) -> [UInt8] {
        let subject = words.subject.replacing("%@", with: conversation.name)
            .replacing("%#", with: conversation.order.rawValue)
        let token = "A\(mark)XXXXXXXXXXXXX"
        let host = "https://sellercentral.\(words.domain)"
        return mail(
            from: "\"\(conversation.name)\" <\(relayAddress)>", subject: subject,
            messageID: "\(mark)\(isCopy ? "-copy" : "")@eu-west-1.amazonses.com",
            type: "BBC_MESSAGE_SENT_TO_MERCHANT", at: time,
            text: [
                words.greeting, "", "# \(conversation.order):", "1 / Leselampe [ASIN: B0TEST0001]",
                "", "-------------  \(words.start)  -------------", "",
                "\(words.question) \(mark)", "", "------------- \(words.end) -------------", "",
                "\(host)/messaging/no-response-needed?t=\(conversation.thread)&m=\(token)"
                    + "&mp=\(words.marketplaceID)&c=AC6I6B01LC8SRH&h=66eb46ab&s=1",
                "[commMgrTok:\(token)]",
            ])
    }

    /// The platform tells of a claim on the order.
    func claim(_ mark: String, at time: Timestamp) -> [UInt8] {
        mail(
            from: "\"Amazon A-to-z\" <atoz-guarantee-no-reply@\(words.domain)>",
            subject: "Claim on order \(conversation.order)",
            messageID: "\(mark)@eu-west-1.amazonses.com", type: "A_Z_CLAIM_RESPONDENT_NOTIFY",
            at: time, text: ["Please respond within 3 calendar days. \(mark)"])
    }

    private func mail(
        from: String, subject: String, messageID: String, type: String, at time: Timestamp,
        text: [String]
    ) -> [UInt8] {
        let head = [
            "Return-Path: <bounce@eu-west-1.amazonses.com>",
            "Authentication-Results: mx.desk.example; spf=pass; dkim=pass; dmarc=pass",
            "Date: \(MailDate.text(time))", "From: \(from)", "To: \(store.address)",
            "Message-ID: <\(messageID)>", "Subject: \(subject)",
            "X-Space-Notification-Type: \(type)", "X-Marketplace-ID: \(words.marketplaceID)",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit", "",
        ]
        return Array((head + text + [""]).joined(separator: "\r\n").utf8)
    }
}

/// A report that an answer could not be delivered.
enum DeliveryReport {
    static func mail(
        of messageID: String, to recipient: String, from sender: String, at time: Timestamp
    ) -> [UInt8] {
        let lines = [
            "Return-Path: <>", "From: Mail Delivery System <MAILER-DAEMON@mx.desk.example>",
            "To: \(sender)", "Subject: Undelivered Mail Returned to Sender",
            "Date: \(MailDate.text(time))", "Message-ID: <dsn-\(messageID)>",
            "Auto-Submitted: auto-replied", "MIME-Version: 1.0",
            "Content-Type: multipart/report; boundary=\"rep\"; report-type=delivery-status", "",
            "--rep", "Content-Type: text/plain; charset=utf-8", "",
            "The mail could not be delivered.", "--rep",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.desk.example",
            "", "Final-Recipient: rfc822; \(recipient)", "Action: failed", "Status: 5.1.1", "",
            "--rep", "Content-Type: text/rfc822-headers", "", "From: \(sender)",
            "To: \(recipient)", "Message-ID: <\(messageID)>", "", "--rep--", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}

/// Dates of mail headers (RFC 5322 section 3.3).
enum MailDate {
    static func text(_ time: Timestamp) -> String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let civil = CivilTime(time)
        let two = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
        return "\(days[civil.weekday]), \(two(civil.day)) \(months[civil.month - 1]) \(civil.year)"
            + " \(two(civil.hour)):\(two(civil.minute)):\(two(civil.second)) +0000"
    }
}

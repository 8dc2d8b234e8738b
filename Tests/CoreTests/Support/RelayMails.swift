import HelpDesk
import SwiftExtensions

/// Writes mails as Amazon's relay does, for one German marketplace unless told otherwise.
struct RelayMails {
    static let germany = "A1PA6795UKMFR9"

    var alias = "rvocz01ejfed8m"
    var caseID = "83cf863f-e92f-442f-d405-123a7178b5bd"
    var name = "Kai Lenz"
    var to = "desk+nova@desk.example"
    var order: String? = "305-7683573-2694036"
    var token: String?
    var thread: String?
    var messageID: String?
    var extraHeaders: [String] = []
    var marketplace = germany
    var domain = "amazon.de"

    var address: String { "\(alias)+\(caseID)@marketplace.\(domain)" }

    /// A buyer's message, taken by the platform at `time`.
    func buyer(_ text: String, at time: Timestamp) -> [UInt8] {
        let subject =
            order.map { "Frage von Amazon-Kunde \(name) (Bestellung: \($0))" }
            ?? "Frage von Amazon-Kunde \(name)"
        var lines = [
            "From: \"\(name)\" <\(address)>", "To: \(to)", "Subject: \(subject)",
            "Date: \(Self.date(time))",
            "Message-ID: <\(messageID ?? "m\(time.milliseconds).\(alias)")@eu-west-1.amazonses.com>",
            "X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT",
            "X-Marketplace-ID: \(marketplace)",
        ]
        lines += extraHeaders + Self.plain
        lines += ["Du hast eine Nachricht erhalten.", ""]
        if let order { lines += ["# \(order):", "1 / Kabel [ASIN: B0M0F8SXVP]", ""] }
        lines += [
            "-------------  Nachricht:  -------------", "", text, "",
            "------------- Ende der Nachricht -------------", "",
        ]
        if let thread {
            lines.append(
                "https://sellercentral.amazon.de/messaging/no-response-needed?t=\(thread)"
                    + "&m=M\(time.milliseconds)&mp=\(marketplace)&c=AC6I6B01LC8SRH&h=66eb46ab&s=1")
        }
        if let token { lines.append("[commMgrTok:\(token)]") }
        return Self.bytes(lines)
    }

    /// A relay mail whose layout nobody knows.
    func unreadable(_ text: String, at time: Timestamp) -> [UInt8] {
        Self.bytes(
            [
                "From: \"\(name)\" <\(address)>", "To: \(to)", "Subject: ???",
                "Date: \(Self.date(time))", "Message-ID: <u\(time.milliseconds)@amazonses.com>",
            ] + Self.plain + [text])
    }

    /// The platform's copy of an answer written in its own inbox.
    func ownCopy(
        _ text: String, at time: Timestamp,
        results: String? = "mx.desk.example; spf=pass; dkim=pass; dmarc=pass header.from=amazon.com"
    ) -> [UInt8] {
        Self.bytes(
            (results.map { ["Authentication-Results: \($0)"] } ?? []) + [
                "From: \"Amazon\" <donotreply@amazon.com>", "To: \(to)",
                "Subject: Your email to \(name)", "Date: \(Self.date(time))",
                "Message-ID: <own\(time.milliseconds)@eu-west-1.amazonses.com>",
                "X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT",
                "Reply-To: no-reply@marketplace.amazon.com",
            ] + Self.plain + [
                "-------------  Begin message  -------------", "", text, "",
                "------------- End message -------------",
            ])
    }

    /// A delivery report about the mail with `original` as its Message-ID.
    func bounce(of original: String, at time: Timestamp, action: String = "failed") -> [UInt8] {
        Self.bytes([
            "Return-Path: <>", "From: Mail Delivery System <MAILER-DAEMON@mx.desk.example>",
            "To: \(to)", "Subject: Undelivered Mail Returned to Sender",
            "Date: \(Self.date(time))", "Message-ID: <dsn\(time.milliseconds)@mx.desk.example>",
            "Auto-Submitted: auto-replied", "MIME-Version: 1.0",
            "Content-Type: multipart/report; boundary=\"rep\"; report-type=delivery-status", "",
            "--rep", "Content-Type: text/plain; charset=utf-8", "",
            "The mail could not be delivered.", "--rep",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.desk.example",
            "", "Final-Recipient: rfc822; \(address)", "Action: \(action)",
            "Status: \(action == "failed" ? "5.1.1" : "4.4.1")", "", "--rep",
            "Content-Type: text/rfc822-headers", "", "From: desk@desk.example",
            "To: \(address)", "Subject: Re: Frage", "Message-ID: <\(original)>", "", "--rep--",
        ])
    }

    /// A claim that the platform opened on the order.
    func claim(at time: Timestamp) -> [UInt8] {
        Self.bytes(
            [
                "Authentication-Results: mx.desk.example; spf=pass; dkim=pass; dmarc=pass "
                    + "header.from=amazon.com",
                "From: \"Amazon A-to-z\" <atoz-guarantee-no-reply@amazon.com>", "To: \(to)",
                "Subject: Claim on order \(order ?? "")", "Date: \(Self.date(time))",
                "Message-ID: <claim\(time.milliseconds)@eu-west-1.amazonses.com>",
                "X-Space-Notification-Type: A_Z_CLAIM_RESPONDENT_NOTIFY",
            ] + Self.plain + ["Please respond within 3 calendar days."])
    }

    /// A notice of the platform's about the order, of a type and with a text.
    func notice(
        _ type: String, _ text: String = "Please see Seller Central.", at time: Timestamp,
        copy: Int = 0, links: [String] = [],
        results: String? = "mx.desk.example; spf=pass; dkim=pass; dmarc=pass header.from=amazon.de"
    ) -> [UInt8] {
        let subject = order.map { "Notice about order \($0)" } ?? "Notice"
        return Self.bytes(
            (results.map { ["Authentication-Results: \($0)"] } ?? []) + [
                "From: \"Amazon\" <donotreply@amazon.de>", "To: \(to)", "Subject: \(subject)",
                "Date: \(Self.date(time))",
                "Message-ID: <n\(time.milliseconds).\(copy).\(type)@eu-west-1.amazonses.com>",
                "X-Space-Notification-Type: \(type)",
            ] + Self.plain + [text] + links)
    }

    /// A mail from a host that only looks like the platform's.
    func lookAlike(at time: Timestamp) -> [UInt8] {
        Self.bytes(
            [
                "From: \"\(name)\" <\(alias)+\(caseID)@marketplace.arnazon.de>", "To: \(to)",
                "Subject: Frage von Amazon-Kunde \(name) (Bestellung: \(order ?? ""))",
                "Date: \(Self.date(time))", "Message-ID: <s\(time.milliseconds)@arnazon.de>",
                "X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT",
            ] + Self.plain + ["Bitte klicken Sie hier."])
    }

    private static let plain = [
        "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit", "",
    ]

    static func bytes(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    static func date(_ time: Timestamp) -> String {
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

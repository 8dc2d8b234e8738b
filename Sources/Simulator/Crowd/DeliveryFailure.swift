import Foundation
import SwiftExtensions

/// The report that a mail was not delivered (RFC 3464), as the platform's mail host writes it.
struct DeliveryFailure {
    private let mail: SunkMail
    private let instant: Timestamp

    init(of mail: SunkMail, at instant: Timestamp) {
        self.mail = mail
        self.instant = instant
    }

    var bytes: [UInt8] {
        let recipient = mail.recipients.first ?? ""
        let boundary = "----=_report_\(instant.milliseconds)"
        let lines = [
            "Return-Path: <>",
            "Message-ID: <bounce-\(instant.milliseconds)@mail.example>",
            "Date: \(RelayText.date(instant))",
            "From: Mail Delivery System <mailer-daemon@mail.example>",
            "To: <\(mail.sender)>",
            "Subject: Delivery Status Notification (Failure)",
            "Auto-Submitted: auto-replied",
            "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=\"\(boundary)\"",
            "",
            "--\(boundary)",
            "Content-Type: text/plain; charset=UTF-8",
            "",
            "Your message could not be delivered.",
            "--\(boundary)",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mail.example",
            "",
            "Final-Recipient: rfc822; \(recipient)",
            "Action: failed",
            "Status: 5.7.1",
            "Diagnostic-Code: smtp; 550 5.7.1 message does not meet the guidelines",
            "",
            "--\(boundary)",
            "Content-Type: text/rfc822-headers",
            "",
            headers,
            "--\(boundary)--",
            "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private var headers: String {
        let text = String(decoding: mail.bytes, as: UTF8.self)
        return String(text.components(separatedBy: "\r\n\r\n").first ?? "") + "\r\n"
    }
}

enum Logarithm {
    static func natural(_ value: Double) -> Double { log(value) }
}

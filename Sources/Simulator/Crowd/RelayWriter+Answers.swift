import HelpDesk
import SwiftExtensions

extension RelayWriter {
    /// The report that a reply could not be delivered (RFC 3464).
    mutating func bounce(of mail: SunkMail, to recipient: String, at instant: Timestamp)
        -> [UInt8]
    {
        let border = "=_report_\(random.hex(16))"
        let text = """
            Date: \(RelativeTime.mailDate(instant))
            From: Mail Delivery System <mailer-daemon@mx.desk.example>
            To: \(mail.sender)
            Message-ID: <bounce.\(random.hex(16))@mx.desk.example>
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="\(border)"

            --\(border)
            Content-Type: text/plain; charset=us-ascii

            Your message could not be delivered to one recipient.

            --\(border)
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.desk.example

            Final-Recipient: rfc822; \(recipient)
            Action: failed
            Status: 5.7.1
            Diagnostic-Code: smtp; 550 5.7.1 Message content not permitted

            --\(border)
            Content-Type: text/rfc822-headers

            \(mail.headerLines(["from", "to", "message-id", "subject"]))
            --\(border)--

            """
        return Array(text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
    }

    /// The platform's copy of an answer, as it sends for answers written in Seller Central.
    mutating func confirmation(of text: String, in thread: CrowdThread, at instant: Timestamp)
        -> [UInt8]
    {
        guard let marketplace = PretendMarketplace.named(thread.marketplace) else { return [] }
        let host = marketplace.domain.dropFirst("www.".count)
        let order = thread.order.map { "<p>Order: \($0.rawValue)</p>" } ?? ""
        let html = """
            <html><body><p>Your message has been sent.</p>\(order)
            <p>------------- Begin message -------------</p>
            <pre style="white-space: -o-pre-wrap">\(MimeWriting.escaped(text))</pre>
            <p>------------- End message -------------</p></body></html>

            """
        let head = """
            Date: \(RelativeTime.mailDate(instant))
            Authentication-Results: mx.desk.example; dkim=pass; dmarc=pass header.from=\(host)
            From: "Amazon" <donotreply@\(host)>
            To: \(thread.storeAddress)
            Message-ID: <0102\(random.hex(24))-000000@\(Self.mailHost(marketplace))>
            Subject: \(MimeWriting.headerText("Your email to \(thread.buyerName)"))
            MIME-Version: 1.0
            X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT
            X-Marketplace-ID: \(marketplace.id)

            """
        let lines = head.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        return Array((lines + MimeWriting.textPart("text/html", html)).utf8)
    }
}

import HelpDesk
import SwiftExtensions

/// Writes mails as the platform's relay does: headers, marked text, `pre` block, footer tokens.
struct RelayWriter {
    var random: PretendRandom

    /// A buyer's message in `thread`.
    mutating func message(_ text: String, in thread: CrowdThread, at instant: Timestamp)
        -> [UInt8]
    {
        guard let marketplace = PretendMarketplace.named(thread.marketplace) else { return [] }
        let words = RelayTemplate.words(
            marketplace.currency == "CAD" ? "en" : String(marketplace.language.prefix(2)))
        let token = random.footerToken()
        let footer = footer(thread, token: token, marketplace: marketplace)
        let head = itemLines(thread)
        let plain = """
            \(words.greeting)

            \(head)
            ------------- \(words.start)  -------------

            \(text)

            ------------- \(words.end) -------------

            \(words.question)
            \(words.resolve): \(footer.resolve)
            \(words.report): \(footer.report)

            \(footer.mark)
            [commMgrTok:\(token)]

            """
        let html = """
            <html><body style="font-family:Arial,sans-serif">
            <p>\(words.greeting)</p>
            <p>\(MimeWriting.escaped(head).replacing("\n", with: "<br>"))</p>
            <table width="100%"><tr><td bgcolor="#f2f2f2">
            <pre style="white-space: pre-wrap;white-space: -moz-pre-wrap;white-space: -o-pre-wrap">\(MimeWriting.escaped(text))</pre>
            </td></tr></table>
            <p><a href="\(MimeWriting.escaped(footer.resolve))">\(words.resolve)</a>
            <a href="\(MimeWriting.escaped(footer.report))">\(words.report)</a></p>
            <p>\(footer.mark) [commMgrTok:\(token)]</p>
            </body></html>

            """
        return Array(
            (headers(thread, marketplace: marketplace, at: instant)
                + alternatives(plain: plain, html: html)).utf8)
    }

    private mutating func headers(
        _ thread: CrowdThread, marketplace: PretendMarketplace, at instant: Timestamp
    ) -> String {
        let domain = "marketplace.amazon.\(marketplace.domain.dropFirst("www.amazon.".count))"
        let region = Self.mailHost(marketplace)
        let messageID = "0102\(random.hex(12))-\(random.uuid())-000000@\(region)"
        let subject = MimeWriting.headerText(RelayTemplate.subject(thread))
        return """
            Return-Path: <bounce@\(region)>
            Authentication-Results: mx.desk.example; dkim=pass; dmarc=pass header.from=\(domain)
            Date: \(RelativeTime.mailDate(instant))
            From: \(MimeWriting.headerText(thread.buyerName)) <\(thread.address(domain: domain))>
            To: \(thread.storeAddress)
            Message-ID: <\(messageID)>
            Subject: \(subject)
            MIME-Version: 1.0
            X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT
            X-Marketplace-ID: \(marketplace.id)

            """.withMailLineEnds
    }

    private mutating func alternatives(plain: String, html: String) -> String {
        let border = "----=_Part_\(random.hex(16))"
        return "Content-Type: multipart/alternative; boundary=\"\(border)\"\r\n\r\n"
            + "--\(border)\r\n" + MimeWriting.textPart("text/plain", plain)
            + "--\(border)\r\n" + MimeWriting.textPart("text/html", html)
            + "--\(border)--\r\n"
    }

    private func itemLines(_ thread: CrowdThread) -> String {
        let items = thread.items.map { item in
            let asin = item.asin.map { " [ASIN: \($0)]" } ?? ""
            return thread.order == nil
                ? "\(item.title)\(asin)\n" : "\(item.quantity) / \(item.title)\(asin)\n"
        }
        return (thread.order.map { "# \($0.rawValue):\n" } ?? "") + items.joined()
    }

    private mutating func footer(
        _ thread: CrowdThread, token: String, marketplace: PretendMarketplace
    ) -> (resolve: String, report: String, mark: String) {
        let host =
            "https://sellercentral.amazon.\(marketplace.domain.dropFirst("www.amazon.".count))"
        let customer = random.footerToken().prefix(14)
        let resolve =
            "\(host)/messaging/no-response-needed?t=\(thread.token)&m=\(token)"
            + "&mp=\(marketplace.id)&c=\(customer)&h=\(random.hex(40))&s=1"
        let report =
            "\(host)/messaging/inbox?fi=caseId&ss=\(thread.caseID)&cc=\(thread.caseID)"
            + "&ref=bsm_email_report&lc=\(marketplace.language)"
        let region = ["US": "US", "CA": "US", "JP": "JP"][marketplace.code.rawValue] ?? "EU"
        let digits = random.letters(15, of: Array("0123456789"))
        return (resolve, report, "Copyright Amazon, Inc.   SPC-\(region)Amazon-\(digits)")
    }

    static func mailHost(_ marketplace: PretendMarketplace) -> String {
        switch marketplace.code.rawValue {
        case "US", "CA": "email.amazonses.com"
        case "JP": "us-west-2.amazonses.com"
        default: "eu-west-1.amazonses.com"
        }
    }
}

extension String {
    /// Lines end as mail wants them (RFC 5322 section 2.3); the folds of a header have it already.
    fileprivate var withMailLineEnds: String {
        replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    }
}

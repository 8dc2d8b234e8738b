package import SwiftExtensions

/// A mail, read. Whatever came, reading yields a value; `warnings` says what was wrong with it.
package struct ParsedMail: Hashable, Sendable {
    package var headers = MailHeaders()
    package var from: [MailAddress] = []
    package var replyTo: [MailAddress] = []
    package var sender: [MailAddress] = []
    package var to: [MailAddress] = []
    package var cc: [MailAddress] = []
    /// Where the mail was put, from the headers that receiving servers and forwarders add.
    package var deliveredTo: [MailAddress] = []
    /// The sender's date; nil when missing, unreadable or absurd.
    package var date: Timestamp?
    /// When the last server took it, as the topmost trace header says; nil without one.
    package var receivedAt: Timestamp?
    /// Without angle brackets.
    package var messageID: String?
    package var inReplyTo: [String] = []
    package var references: [String] = []
    package var subject = ""
    /// The plain text with LF line ends and without control characters; direction marks stay,
    /// since they are part of what was written, and the screen neutralises them.
    package var text: String?
    /// The source of the HTML part, as UTF-8.
    package var html: String?
    package var attachments: [MailAttachment] = []
    package var report: DeliveryReport?
    package var warnings: [MailWarning] = []

    /// An empty mail, to be filled by hand.
    package init() {}
}

extension ParsedMail {
    /// The plain text, else the HTML part as text, else nothing.
    package var bestText: String {
        if let text, text.contains(where: { !$0.isWhitespace }) { return text }
        return html.map(HTMLText.plain) ?? text ?? ""
    }

    /// Whether a machine wrote it: RFC 3834's header, a bulk precedence, or an empty return path.
    package var isAutomatic: Bool {
        if let kind = headers["Auto-Submitted"]?.lowercased(), !kind.hasPrefix("no") { return true }
        if let path = headers["Return-Path"], path.filter({ $0 != " " }) == "<>" { return true }
        let precedence = headers["Precedence"]?.lowercased() ?? ""
        return ["bulk", "junk", "auto_reply"].contains(precedence)
    }

    mutating func warn(_ warning: MailWarning) {
        if !warnings.contains(warning) { warnings.append(warning) }
    }
}

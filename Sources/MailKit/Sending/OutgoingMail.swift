package import SwiftExtensions

/// Why a mail cannot be written. No field's content is repeated.
package enum OutgoingMailError: Error, Hashable, Sendable {
    package enum Field: String, Sendable, Codable {
        case from, to, subject, text, messageID, inReplyTo, references, attachment
    }

    /// A line break, NUL or other control character where none may be.
    case controlCharacter(Field)
    case badAddress(Field)
    case badMessageID(Field)
    case noRecipient
}

/// Whom the servers deal with, apart from what the mail itself says (RFC 5321).
package struct MailEnvelope: Hashable, Sendable, Codable {
    package var from: String
    package var recipients: [String]

    package init(from: String, recipients: [String]) {
        self.from = from
        self.recipients = recipients
    }
}

/// A mail that a person sends. Encoding it is the same every time: time and Message-ID are given.
package struct OutgoingMail: Hashable, Sendable {
    package var from: MailAddress
    /// As received: an alias with its suffix ties the answer to its case.
    package var to: [MailAddress]
    package var subject: String
    package var text: String
    /// Without angle brackets.
    package var messageID: String
    package var date: Timestamp
    /// The Message-ID this mail answers, without angle brackets.
    package var inReplyTo: String?
    package var references: [String]
    package var attachments: [MailAttachment]

    package init(
        from: MailAddress, to: [MailAddress], subject: String, text: String, messageID: String,
        date: Timestamp, inReplyTo: String? = nil, references: [String] = [],
        attachments: [MailAttachment] = []
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.messageID = messageID
        self.date = date
        self.inReplyTo = inReplyTo
        self.references = references
        self.attachments = attachments
    }

    package var envelope: MailEnvelope {
        MailEnvelope(from: from.address, recipients: to.map(\.address))
    }

    /// The subject of an answer: one `Re: `, whatever prefixes the original had collected.
    package static func replySubject(to original: String) -> String {
        var rest = original[...]
        while true {
            rest = rest.drop { $0 == " " }
            let lower = rest.prefix(4).lowercased()
            guard let prefix = ["re:", "aw:", "sv:", "re："].first(where: lower.hasPrefix) else {
                break
            }
            rest = rest.dropFirst(prefix.count)
        }
        return "Re: " + rest
    }
}

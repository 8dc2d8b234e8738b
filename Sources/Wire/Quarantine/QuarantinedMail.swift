package import HelpDesk
package import SwiftExtensions

/// A mail that was held back. Sender and subject are a stranger's words: clients clean them.
package struct QuarantinedMail: Codable, Sendable, Hashable, Identifiable {
    package var id: RawMailID
    package var mailbox: MailboxName
    package var store: StoreID?
    package var fetchedAt: Timestamp
    /// Codes of the reasons: those of `SpoofReason`, and `no-store`.
    package var reasons: [String]
    package var sender: String
    package var subject: String
    package var byteCount: Int
    package var attachmentCount: Int
    /// Nil while it is held back.
    package var releasedAt: Timestamp?
    package var releasedBy: String?

    package init(
        id: RawMailID, mailbox: MailboxName, store: StoreID?, fetchedAt: Timestamp,
        reasons: [String], sender: String, subject: String, byteCount: Int, attachmentCount: Int,
        releasedAt: Timestamp? = nil, releasedBy: String? = nil
    ) {
        self.id = id
        self.mailbox = mailbox
        self.store = store
        self.fetchedAt = fetchedAt
        self.reasons = reasons
        self.sender = sender
        self.subject = subject
        self.byteCount = byteCount
        self.attachmentCount = attachmentCount
        self.releasedAt = releasedAt
        self.releasedBy = releasedBy
    }
}

/// A held mail as far as a person may read it without harm: no link is live, nothing is opened.
package struct QuarantinedMailDetail: Codable, Sendable, Hashable {
    package var mail: QuarantinedMail
    /// What decides about the sender, in this order as far as present: `From`, `Reply-To`, `To`,
    /// `Return-Path`, `Date`, `Message-ID`, `Authentication-Results`.
    package var headers: [MailHeaderLine]
    /// The best text part without markup, controls and direction marks; at most 64 KiB.
    package var text: String
    package var isTruncated: Bool
    /// Names of the files that came along, as sent.
    package var attachments: [String]

    package init(
        mail: QuarantinedMail, headers: [MailHeaderLine], text: String, isTruncated: Bool,
        attachments: [String]
    ) {
        self.mail = mail
        self.headers = headers
        self.text = text
        self.isTruncated = isTruncated
        self.attachments = attachments
    }
}

/// One header of a mail, decoded.
package struct MailHeaderLine: Codable, Sendable, Hashable {
    package var name: String
    package var value: String
    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

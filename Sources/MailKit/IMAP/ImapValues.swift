package import SwiftExtensions

/// How far a mailbox has been read. UIDs count only within one UIDVALIDITY (RFC 3501 2.3.1.1).
package struct ImapCursor: Hashable, Sendable, Codable {
    package var uidValidity: UInt32
    /// Every mail up to this UID has been read.
    package var lastUID: UInt32

    package init(uidValidity: UInt32, lastUID: UInt32) {
        self.uidValidity = uidValidity
        self.lastUID = lastUID
    }
}

/// What the server says of a mailbox when it is opened.
package struct ImapMailboxState: Hashable, Sendable {
    package var uidValidity: UInt32
    /// The UID that the next mail will get; nil when the server does not say.
    package var uidNext: UInt32?
    /// How many mails there are.
    package var exists: UInt32
}

/// One fetched mail.
package struct ImapMail: Hashable, Sendable {
    package var uid: UInt32
    /// When the server received it.
    package var received: Timestamp?
    /// Its whole size in bytes, as the server counts it.
    package var size: Int
    package var bytes: [UInt8]
    /// Whether `bytes` is only the beginning, the mail being larger than the limit.
    package var isCut: Bool
}

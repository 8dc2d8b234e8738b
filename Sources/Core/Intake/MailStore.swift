import HelpDesk
import Store

/// A raw mail whose bytes are in hand.
struct StoredMail: Sendable {
    var raw: RawMail
    var bytes: [UInt8]
}

/// First half of the intake: bytes and cursor go to the disk together, before anybody looks at
/// them, so that no mail can be lost by what it contains (helpdesk section 3.1).
struct MailStore: Sendable {
    let desk: Desk
    let mailbox: MailboxName

    static func cursorName(_ mailbox: MailboxName) -> String { "mailbox:\(mailbox)" }

    /// Stores a batch; mails that are stored already are left out of the result.
    func store(_ mails: [FetchedMail], cursor: String?) async throws -> [StoredMail] {
        try await desk.act(service: .mailIn) { transaction in
            var stored: [StoredMail] = []
            for mail in mails {
                guard try !transaction.isKnownRaw(mailbox: mailbox, origin: mail.origin) else {
                    continue
                }
                let raw = RawMail(
                    id: try transaction.nextRawMailID(), mailbox: mailbox, origin: mail.origin,
                    digest: ContentDigest.of(mail.bytes), byteCount: mail.bytes.count,
                    fetchedAt: transaction.now)
                try transaction.putRawBytes(digest: raw.digest, bytes: mail.bytes)
                try transaction.record(.rawMailStored(raw))
                stored.append(StoredMail(raw: raw, bytes: mail.bytes))
            }
            if let cursor {
                try transaction.record(
                    .cursorMoved(
                        SyncCursor(name: Self.cursorName(mailbox), value: cursor)))
            }
            return stored
        }
    }
}

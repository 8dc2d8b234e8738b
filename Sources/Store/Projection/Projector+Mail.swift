import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func store(_ mail: RawMail) throws {
        try db.run(
            """
            INSERT INTO raw_mail (
                id, mailbox, origin, digest, byte_count, fetched_at, outcome, ticket, message,
                store, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                mail.id.rawValue, mail.mailbox.rawValue, mail.origin, mail.digest, mail.byteCount,
                mail.fetchedAt.milliseconds, mail.outcome.rawValue, mail.ticket?.rawValue,
                mail.message?.rawValue, mail.store?.rawValue, mail.reason,
            ])
    }

    func settle(_ settlement: RawMailSettlement) throws -> TicketID? {
        let isKnown = try db.changeOne(
            """
            UPDATE raw_mail SET outcome = ?, store = ?, ticket = ?, message = ?, dedupe_key = ?,
                reason = ?
            WHERE id = ?
            """,
            [
                settlement.outcome.rawValue, settlement.store?.rawValue,
                settlement.ticket?.rawValue, settlement.message?.rawValue, settlement.dedupeKey,
                settlement.reason, settlement.rawMail.rawValue,
            ])
        guard isKnown else { throw Self.unknown("raw mail", settlement.rawMail.rawValue) }
        return settlement.ticket
    }

    func see(_ buyer: Buyer) throws {
        try db.run(
            "INSERT INTO buyer (id, store, alias_digest, first_seen) VALUES (?, ?, ?, ?)",
            [
                buyer.id.rawValue, buyer.store.rawValue, buyer.aliasDigest,
                buyer.firstSeen.milliseconds,
            ])
    }

    func goLive(_ live: MailboxGoLive) throws {
        try db.run(
            """
            INSERT INTO mailbox_live (mailbox, live_at, reads_from) VALUES (?, ?, ?)
            ON CONFLICT (mailbox) DO UPDATE SET
                live_at = excluded.live_at, reads_from = excluded.reads_from
            """,
            [live.mailbox.rawValue, live.at.milliseconds, live.readsFrom.milliseconds])
    }

    func move(_ cursor: SyncCursor) throws {
        try db.run(
            """
            INSERT INTO cursor (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, [cursor.name, cursor.value])
    }
}

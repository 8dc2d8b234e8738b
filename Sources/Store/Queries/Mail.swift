import GRDB
package import HelpDesk
package import SwiftExtensions

enum RawMailColumns {
    static let list = """
        id, mailbox, origin, digest, byte_count, fetched_at, outcome, ticket, message, store, reason, \
        released_at, released_by, held_reason
        """

    static func mail(from fields: inout Fields) throws -> RawMail {
        var mail = RawMail(
            id: try fields.id(), mailbox: try fields.name(), origin: try fields.text(),
            digest: try fields.text(), byteCount: try fields.count(),
            fetchedAt: try fields.time(), outcome: try fields.word(),
            ticket: try fields.optionalID(), message: try fields.optionalID(),
            store: try fields.optionalName(), reason: try fields.optionalText())
        mail.releasedAt = try fields.optionalTime()
        mail.releasedBy = try fields.optionalID()
        mail.heldReason = try fields.optionalText()
        return mail
    }
}

extension ReadTransaction {
    /// One raw mail; nil when there is none of that number.
    package func rawMail(_ id: RawMailID) throws -> RawMail? {
        try rawMails("id = ?", [id.rawValue]).first
    }

    /// Mails with an outcome, newest first.
    package func rawMails(outcome: IntakeOutcome, limit: Int) throws -> [RawMail] {
        try rawMails("outcome = ? ORDER BY id DESC LIMIT ?", [outcome.rawValue, limit])
    }

    /// Mails that are or were set aside, held ones first, newest first. Those of no store are for a
    /// scope of all stores.
    package func heldMails(
        scope: StoreScope, store: StoreID?, includesReleased: Bool, offset: Int, limit: Int
    ) throws -> [RawMail] {
        let (condition, values) = Self.held(scope, store, includesReleased)
        return try rawMails(
            "\(condition) ORDER BY outcome <> 'quarantined', id DESC LIMIT ? OFFSET ?",
            values + [limit, offset])
    }

    /// How many mails are set aside for a reason, fetched in [from, to), and when the newest was.
    package func heldMails(
        reason: String, from start: Timestamp, to end: Timestamp
    ) throws -> (count: Int, newest: Timestamp?) {
        let found = try db.one(
            """
            SELECT count(*), max(fetched_at) FROM raw_mail
            WHERE outcome = 'quarantined' AND reason = ? AND fetched_at >= ? AND fetched_at < ?
            """, [reason, start.milliseconds, end.milliseconds]
        ) { (try $0.count(), try $0.optionalTime()) }
        return found ?? (0, nil)
    }

    /// How many mails `heldMails` lists in all.
    package func heldMailTotal(
        scope: StoreScope, store: StoreID?, includesReleased: Bool
    ) throws -> Int {
        let (condition, values) = Self.held(scope, store, includesReleased)
        return Int(try db.number("SELECT count(*) FROM raw_mail WHERE \(condition)", values) ?? 0)
    }

    private static func held(
        _ scope: StoreScope, _ store: StoreID?, _ includesReleased: Bool
    ) -> (String, [Binding]) {
        let filter = StoreFilter(scope: scope, store: store)
        let sees = filter.condition(on: "store")
        let reach = scope == .all && store == nil ? "(store IS NULL OR \(sees))" : sees
        let held = "outcome = 'quarantined'"
        let wanted = includesReleased ? "(\(held) OR released_at IS NOT NULL)" : held
        return ("\(wanted) AND \(reach)", filter.values)
    }

    /// Mails behind `id` that were stored and not looked at yet, oldest first.
    package func rawMailsToSettle(after id: RawMailID = RawMailID(0), limit: Int) throws
        -> [RawMail]
    {
        try rawMails("outcome = 'stored' AND id > ? ORDER BY id LIMIT ?", [id.rawValue, limit])
    }

    /// The mail that became a message under this key, understood or not; another with the same key
    /// is a copy.
    package func settledMail(store: StoreID, dedupeKey: String) throws -> RawMail? {
        for outcome in ["message", "unparsed"] {
            let found = try rawMails(
                "outcome = '\(outcome)' AND coalesce(store, '') = ? AND dedupe_key = ? LIMIT 1",
                [store.rawValue, dedupeKey])
            if let mail = found.first { return mail }
        }
        return nil
    }

    /// The first mail of the mailbox with these very bytes that had this outcome.
    package func settledMail(
        _ outcome: IntakeOutcome, mailbox: MailboxName, digest: String
    ) throws -> RawMail? {
        try rawMails(
            "outcome = ? AND mailbox = ? AND digest = ? ORDER BY id LIMIT 1",
            [outcome.rawValue, mailbox.rawValue, digest]
        ).first
    }

    /// The first mail of the mailbox with the bytes of `mail` that came before it and was settled.
    package func settledTwin(of mail: RawMail) throws -> RawMail? {
        try rawMails(
            "mailbox = ? AND digest = ? AND id < ? AND outcome <> 'stored' ORDER BY id LIMIT 1",
            [mail.mailbox.rawValue, mail.digest, mail.id.rawValue]
        ).first
    }

    /// Whether a mail of this mailbox and place is stored already.
    package func isKnownRaw(mailbox: MailboxName, origin: String) throws -> Bool {
        try db.number(
            "SELECT 1 FROM raw_mail WHERE mailbox = ? AND origin = ?", [mailbox.rawValue, origin]
        ) != nil
    }

    /// Those of the places whose mails of this mailbox are stored already.
    package func knownRaw(mailbox: MailboxName, origins: [String]) throws -> Set<String> {
        let known = try db.all(
            "SELECT origin FROM raw_mail WHERE mailbox = ? "
                + "AND origin IN (SELECT value FROM json_each(?))",
            [mailbox.rawValue, try JSONText.text(origins)]
        ) { try $0.text() }
        return Set(known)
    }

    /// How many mails have each outcome; an outcome without any is missing.
    package func rawMailCounts() throws -> [IntakeOutcome: Int] {
        let pairs = try db.all("SELECT outcome, count(*) FROM raw_mail GROUP BY outcome") {
            (try $0.word() as IntakeOutcome, try $0.count())
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The buyer behind an alias's keyed digest.
    package func buyer(store: StoreID, aliasDigest: String) throws -> Buyer? {
        try db.one(
            "SELECT id, store, alias_digest, first_seen FROM buyer "
                + "WHERE store = ? AND alias_digest = ?", [store.rawValue, aliasDigest],
            Self.buyer)
    }

    /// One buyer; nil when there is none of that number.
    package func buyer(_ id: BuyerID) throws -> Buyer? {
        try db.one(
            "SELECT id, store, alias_digest, first_seen FROM buyer WHERE id = ?", [id.rawValue],
            Self.buyer)
    }

    /// How far a mailbox or platform has been read; nil when never.
    package func cursor(_ name: String) throws -> String? {
        try db.text("SELECT value FROM cursor WHERE name = ?", [name])
    }

    /// When the desk became responsible for a mailbox; nil before its first run.
    package func goLive(of mailbox: MailboxName) throws -> MailboxGoLive? {
        try db.one(
            "SELECT mailbox, live_at, reads_from FROM mailbox_live WHERE mailbox = ?",
            [mailbox.rawValue]
        ) { fields in
            MailboxGoLive(
                mailbox: try fields.name(), at: try fields.time(), readsFrom: try fields.time())
        }
    }

    /// When the first mail of a mailbox was fetched; nil when none ever was.
    package func firstFetched(from mailbox: MailboxName) throws -> Timestamp? {
        try db.number(
            "SELECT min(fetched_at) FROM raw_mail WHERE mailbox = ?", [mailbox.rawValue]
        ).map { Timestamp(milliseconds: $0) }
    }

    /// Copies of answers that a store still holds back because no thread, or more than one, fits.
    package func copiesWithoutThread(of store: StoreID, limit: Int) throws -> [RawMail] {
        try rawMails(
            "outcome = 'quarantined' AND store = ? AND reason IN ('no-thread', 'several-threads') "
                + "ORDER BY id DESC LIMIT ?", [store.rawValue, limit])
    }

    private static func buyer(from fields: inout Fields) throws -> Buyer {
        Buyer(
            id: try fields.id(), store: try fields.name(), aliasDigest: try fields.text(),
            firstSeen: try fields.time())
    }

    private func rawMails(_ condition: String, _ values: [Binding]) throws -> [RawMail] {
        try db.all(
            "SELECT \(RawMailColumns.list) FROM raw_mail WHERE \(condition)", values,
            RawMailColumns.mail)
    }
}

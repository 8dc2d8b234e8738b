import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    /// Says which ticket the event is about, if any.
    func library(_ event: LibraryEvent, _ record: EventRecord) throws -> TicketID? {
        switch event {
        case .versionSaved(let version): try save(version)
        case .versionSettled(let verdict): try settle(verdict, at: record.at)
        case .adopted(let version):
            try dropWaiting(version.key)
            try enter(version, .offered)
            try offer(version.key, version.number, at: record.at)
        case .cared(let care): try self.care(care)
        case .reviewed(let key, _):
            try change(key, "reviewed_at = ?", [record.at.milliseconds])
        case .retired(let key, let reason):
            try change(
                key, "retired_at = ?, retire_reason = ?", [record.at.milliseconds, reason])
            try db.run("DELETE FROM template WHERE key = ?", [key.rawValue])
        case .restored(let key):
            try change(
                key, "retired_at = NULL, retire_reason = NULL, reviewed_at = ?",
                [record.at.milliseconds])
            try publish(key)
        case .touched(let touch): try note(touch, record)
        case .checked(let check): try note(check, at: record.at)
        case .macroSaved, .macroSettled, .macroRetired: try macro(event, record)
        case .macroRun(let run): return run.ticket
        case .wordKept(let word):
            try db.run(
                "INSERT INTO own_word VALUES (?, ?, ?, ?)",
                [word.id.rawValue, word.person.rawValue, word.kind.rawValue, word.digest])
        case .wordDropped(let id):
            guard try db.changeOne("DELETE FROM own_word WHERE id = ?", [id.rawValue]) else {
                throw Self.unknown("own word", id.rawValue)
            }
        }
        return nil
    }

    private func save(_ version: TemplateVersion) throws {
        try dropWaiting(version.key)
        try enter(version, .waiting)
    }

    /// A newer text takes the place of one that nobody approved yet.
    private func dropWaiting(_ key: TemplateKey) throws {
        try db.run(
            """
            UPDATE template_version SET state = 'earlier'
            WHERE template = ? AND state = 'waiting'
            """, [key.rawValue])
    }

    private func enter(_ version: TemplateVersion, _ state: TemplateState) throws {
        try db.run(
            """
            INSERT INTO template_entry (template, owner, review_days) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [version.key.rawValue, version.author?.rawValue, TemplateEntry.usualReviewDays])
        try db.run(
            """
            INSERT INTO template_version (
                template, number, title, language, category, body, stores, marketplaces,
                order_states, audience_group, origin, origin_number, author, at, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                version.key.rawValue, version.number, version.title, version.language.rawValue,
                version.category.rawValue, version.body, try JSONText.text(version.stores),
                try JSONText.text(version.marketplaces), try JSONText.text(version.orderStates),
                version.group?.rawValue, version.origin?.key.rawValue, version.origin?.number,
                version.author?.rawValue, version.at.milliseconds, state.rawValue,
            ])
    }

    /// Desks of before let a version wait on while the folder's took its place, and somebody may
    /// have settled it then; the call itself takes only what waits.
    private func settle(_ verdict: TemplateVerdict, at instant: Timestamp) throws {
        let isKnown = try db.changeOne(
            """
            UPDATE template_version SET state = 'refused', settled_by = ?, settled_at = ?,
                reason = ?
            WHERE template = ? AND number = ? AND state IN ('waiting', 'earlier')
            """,
            [
                verdict.by.rawValue, instant.milliseconds, verdict.reason, verdict.key.rawValue,
                verdict.number,
            ])
        guard isKnown else { throw Self.unknown("template version", Int64(verdict.number)) }
        if verdict.isApproved { try offer(verdict.key, verdict.number, at: instant) }
    }

    private func offer(_ key: TemplateKey, _ number: Int, at instant: Timestamp) throws {
        try db.run(
            """
            UPDATE template_version SET state = CASE number WHEN ?2 THEN 'offered' ELSE 'earlier' END
            WHERE template = ?1 AND (number = ?2 OR state = 'offered')
            """, [key.rawValue, number])
        try change(
            key, "current = ?, reviewed_at = ?, retired_at = NULL, retire_reason = NULL",
            [number, instant.milliseconds])
        try db.run("DELETE FROM template_fault WHERE template = ?", [key.rawValue])
        try publish(key)
    }

    /// Puts the version in use where letters look for it.
    private func publish(_ key: TemplateKey) throws {
        try db.run(
            """
            INSERT INTO template (key, title, language, category, body, version)
            SELECT template, title, language, category, body, number FROM template_version
            WHERE template = ? AND state = 'offered'
            ON CONFLICT (key) DO UPDATE SET
                title = excluded.title, language = excluded.language,
                category = excluded.category, body = excluded.body, version = excluded.version
            """, [key.rawValue])
    }

    private func care(_ care: TemplateCare) throws {
        try change(
            care.key, "owner = ?, review_days = ?", [care.owner?.rawValue, care.reviewDays])
    }

    private func change(_ key: TemplateKey, _ what: String, _ values: [Binding]) throws {
        let isKnown = try db.changeOne(
            "UPDATE template_entry SET \(what) WHERE template = ?", values + [key.rawValue])
        guard isKnown else {
            throw DeskError(.internalError, detail: "The event names an unknown template.")
        }
    }

    private func note(_ touch: TemplateTouch, _ record: EventRecord) throws {
        try db.run(
            """
            INSERT INTO template_touch
                (seq, template, number, ticket, person, kind, at, suggested)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                record.sequence.rawValue, touch.key.rawValue, touch.number, touch.ticket.rawValue,
                touch.person.rawValue, touch.kind.rawValue, record.at.milliseconds,
                touch.isSuggested == true,
            ])
    }

    private func note(_ check: TemplateCheck, at instant: Timestamp) throws {
        try db.run("DELETE FROM template_fault")
        for fault in check.faults {
            try db.run(
                "INSERT INTO template_fault VALUES (?, ?, ?)",
                [fault.key.rawValue, fault.number, try JSONText.text(fault.rules)])
        }
        try db.run(
            "INSERT OR REPLACE INTO template_check VALUES (1, ?, ?)",
            [check.stamp, instant.milliseconds])
    }
}

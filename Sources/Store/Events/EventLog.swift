import Foundation
import GRDB
import HelpDesk
import SwiftExtensions

/// The append-only table of events, a chain of hashes. Triggers refuse any change to a stored one.
enum EventLog {
    static let columns = "seq, at, actor, payload"

    static func lastSequence(_ db: Database) throws -> Int64 {
        try db.number("SELECT max(seq) FROM event") ?? 0
    }

    /// The name of this database's log, drawn when it was made.
    static func name(_ db: Database) throws -> String {
        guard let name = try db.text("SELECT id FROM audit_log") else {
            throw Fields.damaged("a log without a name")
        }
        return name
    }

    /// The newest entry, which the next one is linked to. Work goes on after an entry whose hash
    /// somebody took away; the check of the chain names it.
    static func head(_ db: Database, log: String) throws -> ChainHead {
        let beginning = ChainHead.beginning(of: log)
        let head = try db.one(
            "SELECT seq, counter, hash FROM event ORDER BY seq DESC LIMIT 1"
        ) { fields in
            ChainHead(
                sequence: try fields.number(), counter: try fields.optionalNumber() ?? .min,
                hash: try fields.optionalBytes().flatMap(Hash256.init) ?? beginning.hash)
        }
        return head ?? beginning
    }

    /// Appends an entry linked to `head` and returns the new head.
    static func append(
        _ record: EventRecord, ticket: TicketID?, origin: EntryOrigin, log: String,
        after head: ChainHead, to db: Database
    ) throws -> ChainHead {
        let entry = SealedEntry(
            sequence: record.sequence.rawValue, at: record.at.milliseconds,
            counter: max(head.counter, record.at.milliseconds),
            actor: record.actor.storedText, session: origin.session,
            request: origin.request.map(Int64.init), kind: record.event.kind,
            ticket: ticket?.rawValue, payload: try EventText.of(record.event))
        let hash = entry.hash(log: log, after: head.hash)
        try db.run(
            """
            INSERT INTO event
            (seq, at, actor, kind, ticket, payload, counter, session, request, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.sequence, entry.at, entry.actor, entry.kind, entry.ticket, entry.payload,
                entry.counter, entry.session, entry.request, head.hash.data, hash.data,
            ])
        return ChainHead(sequence: entry.sequence, counter: entry.counter, hash: hash)
    }

    static func record(from fields: inout Fields) throws -> EventRecord {
        EventRecord(
            sequence: try fields.id(), at: try fields.time(),
            actor: try Actor(storedText: try fields.text()), event: try fields.json())
    }
}

extension Actor {
    /// `person:3` or `service:mail-in`.
    var storedText: String {
        switch self {
        case .person(let person): "person:\(person.rawValue)"
        case .service(let name): "service:\(name)"
        }
    }

    init(storedText: String) throws {
        if storedText.hasPrefix("service:") {
            self = .service(String(storedText.dropFirst(8)))
        } else if storedText.hasPrefix("person:"), let id = Int64(storedText.dropFirst(7)) {
            self = .person(PersonID(id))
        } else {
            throw Fields.damaged("actor")
        }
    }
}

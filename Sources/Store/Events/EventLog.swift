import GRDB
import HelpDesk
import SwiftExtensions

/// The append-only table of events. Triggers refuse any change to a stored one.
enum EventLog {
    static let columns = "seq, at, actor, payload"

    static func lastSequence(_ db: Database) throws -> Int64 {
        try db.number("SELECT max(seq) FROM event") ?? 0
    }

    static func append(_ record: EventRecord, ticket: TicketID?, to db: Database) throws {
        try db.run(
            "INSERT INTO event (seq, at, actor, kind, ticket, payload) VALUES (?, ?, ?, ?, ?, ?)",
            [
                record.sequence.rawValue, record.at.milliseconds, record.actor.storedText,
                record.event.kind, ticket?.rawValue, try JSONText.text(record.event),
            ])
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

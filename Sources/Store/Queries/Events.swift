import GRDB
package import HelpDesk

extension ReadTransaction {
    /// Events after a position, oldest first.
    package func events(after sequence: EventSequence, limit: Int) throws -> [EventRecord] {
        try db.all(
            "SELECT \(EventLog.columns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?",
            [sequence.rawValue, limit], EventLog.record)
    }

    /// All events about a ticket, oldest first.
    package func events(of ticket: TicketID) throws -> [EventRecord] {
        try db.all(
            "SELECT \(EventLog.columns) FROM event WHERE ticket = ? ORDER BY seq",
            [ticket.rawValue], EventLog.record)
    }

    /// Position of the newest event; zero for an empty log.
    package func lastSequence() throws -> EventSequence {
        EventSequence(try EventLog.lastSequence(db))
    }
}

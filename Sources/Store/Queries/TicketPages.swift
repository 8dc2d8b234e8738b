import GRDB
package import HelpDesk

extension ReadTransaction {
    /// Numbers of tickets behind `id`, ascending: pages that neither repeat nor miss a ticket,
    /// whatever changes between two of them.
    package func ticketNumbers(after id: TicketID, limit: Int) throws -> [TicketID] {
        try db.numbers(
            "SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?", [id.rawValue, limit]
        ).map(TicketID.init(rawValue:))
    }
}

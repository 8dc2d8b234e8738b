import HelpDesk
package import Store
import SwiftExtensions
package import Wire

extension DeskDatabase {
    /// Hands over every ticket with its messages, oldest ticket first, a window at a time, so that a
    /// large desk never stands in memory whole.
    package func exportTickets(_ visit: @Sendable (TicketDocument) throws -> Void) async throws {
        var offset = 0
        while true {
            let start = offset
            let documents = try await read { try $0.ticketDocuments(offset: start, limit: 200) }
            for document in documents { try visit(document) }
            guard documents.count == 200 else { return }
            offset += documents.count
        }
    }
}

extension ReadTransaction {
    fileprivate func ticketDocuments(offset: Int, limit: Int) throws -> [TicketDocument] {
        let query = TicketQuery(
            queue: .all, search: nil, store: nil, scope: .all, person: PersonID(0),
            now: Timestamp(milliseconds: 0))
        return try ticketRows(query, offset: offset, limit: limit).map { data in
            let messages = try messages(of: data.ticket.id, limit: 500).map { try view(of: $0) }
            return TicketDocument(row: TicketRow(data), messages: messages)
        }
    }
}

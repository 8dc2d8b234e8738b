import HelpDesk
package import Store
import SwiftExtensions
package import Wire

extension DeskDatabase {
    /// Hands over every ticket with its messages, oldest ticket first, a window at a time, so that a
    /// large desk never stands in memory whole.
    package func exportTickets(_ visit: @Sendable (TicketDocument) throws -> Void) async throws {
        var last = TicketID(0)
        while true {
            let start = last
            let documents = try await read { try $0.ticketDocuments(after: start, limit: 200) }
            for document in documents { try visit(document) }
            guard let end = documents.last?.ticket else { return }
            last = TicketID(end)
        }
    }
}

extension ReadTransaction {
    fileprivate func ticketDocuments(after last: TicketID, limit: Int) throws
        -> [TicketDocument]
    {
        try ticketNumbers(after: last, limit: limit).compactMap { try ticketRow($0) }.map { data in
            let messages = try messages(of: data.ticket.id, limit: 500).map { try view(of: $0) }
            return TicketDocument(row: TicketRow(data), messages: messages)
        }
    }
}

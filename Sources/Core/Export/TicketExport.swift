import HelpDesk
package import Store
import SwiftExtensions
package import Wire

extension DeskDatabase {
    /// Hands over every ticket with its messages, oldest ticket first, a window at a time, so that a
    /// large desk never stands in memory whole. Without `hasPersonalData` buyers are numbers and
    /// have no words.
    package func exportTickets(
        hasPersonalData: Bool, _ visit: @Sendable (TicketDocument) throws -> Void
    ) async throws {
        try await read { transaction in
            try transaction.forEachTicket { row, messages in
                var document = TicketDocument(row: row, messages: messages)
                document.leaveOutDetection()
                if !hasPersonalData { document.hidePeople(buyer: row.ticket.buyer) }
                try visit(document)
            }
        }
    }
}

extension ReadTransaction {
    /// Visits every ticket with its messages, oldest first.
    func forEachTicket(_ visit: (TicketRow, [MessageView]) throws -> Void) throws {
        var last = TicketID(0)
        while true {
            let numbers = try ticketNumbers(after: last, limit: 200)
            for data in try numbers.compactMap({ try ticketRow($0) }) {
                let messages = try messages(of: data.ticket.id, limit: .max).map {
                    try view(of: $0)
                }
                try visit(TicketRow(data), messages)
            }
            guard let end = numbers.last else { return }
            last = end
        }
    }
}

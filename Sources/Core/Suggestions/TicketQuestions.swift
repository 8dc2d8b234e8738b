import HelpDesk
import Store
import SwiftExtensions

extension ReadTransaction {
    /// The messages of a ticket that ask for a letter: each that waits for an answer, the most
    /// urgent first; without one the newest of the buyer's. None when the newest is the platform's,
    /// to whom nobody writes letters.
    func askingMessages(of ticket: TicketID) throws -> [Message] {
        let inbound = try messages(of: ticket).filter { $0.direction == .inbound }
        let owed = try owedDebts(of: ticket).sorted {
            ($0.platformDue, $0.message) < ($1.platformDue, $1.message)
        }
        let asking = owed.compactMap { debt in inbound.first { $0.id == debt.message } }
        return (asking.isEmpty ? Array(inbound.suffix(1)) : asking).filter {
            $0.kind != .platformNotice && $0.kind != .bounce
        }
    }

    /// What each of them asks.
    func questions(of ticket: Ticket, _ order: Order?) throws -> [SuggestionRules.Question] {
        let asking = try askingMessages(of: ticket.id)
        let name = try ticket.buyer.flatMap { try buyerContent($0)?.name }
        return try asking.map { message in
            // One question has the ticket's kind, which a person may have set.
            let category = asking.count > 1 ? message.category : ticket.category
            let isSaid = try categorySetting(of: ticket.id)?.category == category
            let judgement = isSaid ? nil : try categoryJudgement(of: message.id)
            return SuggestionRules.Question(
                text: try messageContent(message.id)?.body ?? "", language: ticket.language,
                category: category, orderStatus: order?.status,
                certainty: judgement?.certainty ?? 1, items: order?.items.map(\.title) ?? [],
                names: name.map { [$0] } ?? [])
        }
    }
}

extension Order {
    /// Whether both hold one product.
    func holdsItem(of other: Order?) -> Bool {
        let products = Set(items.compactMap { $0.asin ?? $0.sku })
        return other?.items.contains { ($0.asin ?? $0.sku).map(products.contains) ?? false }
            ?? false
    }
}

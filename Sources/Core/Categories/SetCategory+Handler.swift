package import HelpDesk
import Store
package import Wire

extension SetCategory: DeskCall {
    package static let need: Need = .verb(.tag)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            try transaction.setCategory(category, of: ticket, by: caller.person)
        }
    }
}

extension WriteTransaction {
    /// A person's word about a ticket's category, which no rule and no model overrides later.
    func setCategory(
        _ category: InquiryCategory, of ticket: Ticket, by person: PersonID
    ) throws {
        if let known = try categorySetting(of: ticket.id), known.person == person,
            known.category == category, ticket.category == category
        {
            return
        }
        let message = try messages(of: ticket.id).last { $0.direction == .inbound }
        try record(
            .category(
                .set(
                    CategorySetting(
                        ticket: ticket.id, message: message?.id, from: ticket.category,
                        to: category, person: person))))
        guard category != ticket.category else { return }
        try record(
            .ticketClassified(ticket.id, language: ticket.language, category: category))
    }
}

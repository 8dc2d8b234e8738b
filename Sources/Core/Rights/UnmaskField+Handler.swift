package import HelpDesk
import Store
package import Wire

extension ShowMyRights: DeskCall {
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> Principal { caller }
}

extension UnmaskField: DeskCall {
    package static let need: Need = .oneOf([.unmask, .readPII])

    /// The value leaves only when the record of it stands.
    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let reason = CleanText.clean(reason).collapsed(limit: 200)
        return try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
            if !caller.may(.readPII) {
                try Rights.require(.unmask, on: ticket, of: caller, transaction)
            }
            try transaction.record(
                .rights(
                    .unmasked(
                        Unmasking(
                            person: caller.person, ticket: ticket.id, store: ticket.store,
                            field: field, reason: reason))))
            return Reply(value: try transaction.value(of: field, on: ticket))
        }
    }
}

extension ReadTransaction {
    fileprivate func value(of field: MaskedField, on ticket: Ticket) throws -> String? {
        let contact = try ticket.order.flatMap { try orderContact($0, ticket.store) }
        switch field {
        case .name:
            let name = try ticket.buyer.flatMap { try buyerContent($0)?.name } ?? ""
            return name.isEmpty ? contact?.buyerName : name
        case .email: return contact?.buyerEmail
        case .postalCode: return contact?.postalCode
        }
    }
}

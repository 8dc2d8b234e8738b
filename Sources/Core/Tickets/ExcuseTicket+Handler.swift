package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ExcuseTicket: DeskCall {
    package static let need: Need = .oneOf([.excuse, .confirmExcuse, .void])

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let reason = CleanText.clean(reason).collapsed(limit: 200)
        if isVoid { return try await void(reason, desk, caller) }
        return try await desk.change(ticket, as: caller) { transaction, ticket in
            let debts = try transaction.unsettledDebts(of: ticket.id)
            try checkSeen(debts, of: ticket, transaction)
            let step: Step = isAtOnce ? .atOnce : isConfirmed ? .confirm : .ask
            try Rights.require(.excuse, on: ticket, of: caller, transaction)
            if step != .ask {
                // What is late already leaves the rate only by somebody who answers for it. Both
                // steps at once do too: time does not limit them, and nobody looks again.
                let isHeavy = step == .atOnce || debts.contains { $0.isLate(at: transaction.now) }
                try Rights.require(
                    isHeavy ? .confirmExcuse : desk.settings.excuseConfirmer, on: ticket,
                    of: caller, transaction)
            }
            let ready = step == .ask ? try Self.withTime(debts, at: transaction.now) : debts
            let moves = try step.moves(ready, reason: reason, caller: caller, at: transaction.now)
            guard !moves.isEmpty else {
                throw DeskError(
                    .ticketStateRefused, ["state": ticket.state.rawValue, "to": step.rawValue])
            }
            try transaction.apply(moves)
            let waiting = step == .ask ? moves : []
            for move in waiting {
                guard let debt = debts.first(where: { $0.id == move.debt }) else { continue }
                try transaction.schedule(
                    .excuseExpiry, key: String(debt.id.rawValue), at: debt.excuseExpiresAt)
            }
        }
    }

    /// A first step that nobody can confirm in time lapses at once, so it is not taken: those debts
    /// stay owed. Throws `excuseTooLate` where it is all of them.
    private static func withTime(_ debts: [Debt], at now: Timestamp) throws -> [Debt] {
        let owed = debts.filter { $0.state == .owed }
        let ready = owed.filter { $0.excuseExpiresAt > now }
        if ready.isEmpty, let first = owed.map(\.sendBy).min() {
            throw DeskError(.excuseTooLate, ["sendBy": first.iso8601])
        }
        return ready
    }

    /// Nobody excuses a message that they have not seen.
    private func checkSeen(
        _ debts: [Debt], of ticket: Ticket, _ transaction: ReadTransaction
    ) throws {
        guard let basis else { return }
        let newer = try transaction.items(of: ticket.id, after: basis.bounded(by: ticket))
        let unseen = Set(newer.map(\.id)).intersection(debts.map(\.message))
        guard unseen.isEmpty else {
            throw DeskError(
                .staleBasis,
                ["ticket": String(ticket.id.rawValue), "items": String(unseen.count)])
        }
    }

    /// These are no buyer messages after all; close to their deadline two people say so.
    private func void(
        _ reason: String, _ desk: Desk, _ caller: Principal
    ) async throws -> TicketRow {
        try Rights.require(.void, of: caller)
        guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
        let now = desk.clock.now
        let (found, owed) = try await desk.database.read { transaction in
            let found = try transaction.visibleTicket(ticket, to: caller)
            try Rights.require(.void, on: found, of: caller, transaction)
            let debts = try transaction.unsettledDebts(of: ticket)
            try checkSeen(debts, of: found, transaction)
            return (found, debts.filter { $0.state == .owed })
        }
        let debts = owed.map(\.id)
        guard owed.contains(where: { DebtRules.voidNeedsTwo($0, at: now) }) else {
            return try await desk.change(ticket, as: caller) { transaction, _ in
                try transaction.void(debts, of: ticket, by: caller.person, reason: reason)
            }
        }
        return try await desk.guarded(
            .void(ticket, found.store, debts: debts), reason: reason, as: caller
        ) { transaction in
            try transaction.void(debts, of: ticket, by: caller.person, reason: reason)
            return try transaction.row(of: ticket)
        }
    }

    /// The ways in which a debt needs no answer (helpdesk section 4.2).
    private enum Step: String {
        case ask = "excuse-pending"
        case confirm = "excused"
        case atOnce = "excused at once"

        func moves(
            _ debts: [Debt], reason: String, caller: Principal, at now: Timestamp
        ) throws -> [DebtMove] {
            let (from, to): (DebtState, DebtState)
            switch self {
            case .atOnce:
                return DebtRules.excusedAtOnce(
                    debts, by: caller.person, reason: reason, at: now)
            case .ask: (from, to) = (.owed, .excusePending)
            case .confirm: (from, to) = (.excusePending, .excused)
            }
            let chosen = debts.filter { $0.state == from }
            return chosen.map {
                DebtMove(
                    debt: $0.id, from: from, to: to, at: now,
                    proof: .person(caller.person, reason: reason))
            }
        }
    }
}

extension WriteTransaction {
    /// Voids those of a ticket's debts that nothing has settled; one that waits for its mark is owed
    /// again first. Throws `ticketStateRefused` when there is none.
    func void(_ debts: [DebtID], of id: TicketID, by person: PersonID, reason: String) throws {
        let unsettled = try unsettledDebts(of: id).filter { debts.contains($0.id) }
        guard !unsettled.isEmpty else {
            let state = try ticket(id)?.state.rawValue ?? ""
            throw DeskError(.ticketStateRefused, ["state": state, "to": DebtState.void.rawValue])
        }
        let proof = DebtProof.person(person, reason: reason)
        let waiting = unsettled.filter { $0.state == .excusePending }
        try apply(
            waiting.map {
                DebtMove(debt: $0.id, from: .excusePending, to: .owed, at: now, proof: proof)
            }
                + unsettled.map {
                    DebtMove(debt: $0.id, from: .owed, to: .void, at: now, proof: proof)
                })
    }
}

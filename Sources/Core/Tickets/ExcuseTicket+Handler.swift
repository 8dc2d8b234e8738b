package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ExcuseTicket: DeskCall {
    package static let need: Need = .oneOf([.excuse, .confirmExcuse, .void])

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let reason = reason.collapsed(limit: 200)
        return try await desk.change(ticket, as: caller) { transaction, ticket in
            let debts = try transaction.unsettledDebts(of: ticket.id)
            try checkSeen(debts, of: ticket, transaction)
            let step: Step =
                isVoid ? .void : isAtOnce ? .atOnce : isConfirmed ? .confirm : .ask
            try Rights.require(step.verb, of: caller)
            if step == .confirm || step == .atOnce {
                try Rights.require(desk.settings.excuseConfirmer, of: caller)
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

    /// The ways in which a debt needs no answer (helpdesk section 4.2).
    private enum Step: String {
        case ask = "excuse-pending"
        case confirm = "excused"
        case atOnce = "excused at once"
        case void

        var verb: Verb { self == .void ? .void : .excuse }

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
            case .void: (from, to) = (.owed, .void)
            }
            let chosen = debts.filter { $0.state == from }
            if self == .void {
                let isNear = chosen.contains { DebtRules.voidNeedsSupervisor($0, at: now) }
                if isNear { try Rights.require(.excuseBreach, of: caller) }
                guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
            }
            return chosen.map {
                DebtMove(
                    debt: $0.id, from: from, to: to, at: now,
                    proof: .person(caller.person, reason: reason))
            }
        }
    }
}

package import HelpDesk
import MailKit
import Store
import SwiftExtensions
package import Wire

extension CorrectKind: DeskCall {
    package static let need: Need = .verb(.void)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let reason = CleanText.clean(reason).collapsed(limit: 200)
        guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
        let now = desk.clock.now
        let (found, owed) = try await desk.database.read { transaction in
            let found = try located(transaction, caller, reason)
            let debt = try transaction.debts(of: found.ticket.id)
                .first { $0.message == message && $0.isUnsettled }
            return (found, kind.isOwed ? nil : debt)
        }
        let change: @Sendable (WriteTransaction) throws -> TicketRow = { transaction in
            let found = try located(transaction, caller, reason)
            try transaction.correct(found.change, found.message, found.ticket, desk)
            return try transaction.row(of: found.ticket.id)
        }
        guard let owed, DebtRules.voidNeedsTwo(owed, at: now) else {
            return try await desk.act(as: caller, change)
        }
        // Approving voids the debt; the caller then corrects what is left to correct.
        return try await desk.guarded(
            .void(found.ticket.id, found.ticket.store, debts: [owed.id]), reason: reason,
            as: caller, change)
    }

    private struct Place: Sendable {
        var message: Message
        var ticket: Ticket
        var change: KindCorrection
    }

    /// The message where its ticket is the caller's to judge.
    private func located(
        _ transaction: ReadTransaction, _ caller: Principal, _ reason: String
    ) throws -> Place {
        guard let found = try transaction.message(message) else {
            throw DeskError(.messageNotFound, ["message": String(message.rawValue)])
        }
        let ticket = try transaction.visibleTicket(found.ticket, to: caller)
        try Rights.require(.void, on: ticket, of: caller, transaction)
        var change = try KindRules.correction(
            of: found, to: kind, by: caller.person, reason: reason)
        change.ticket = ticket.id
        return Place(message: found, ticket: ticket, change: change)
    }
}

extension WriteTransaction {
    /// Carries a correction out: the debt comes, comes back or goes with the kind.
    fileprivate func correct(
        _ change: KindCorrection, _ message: Message, _ ticket: Ticket, _ desk: Desk
    ) throws {
        let proof = DebtProof.person(change.by, reason: change.reason)
        let debt = try debts(of: ticket.id).first { $0.message == message.id }
        try record(.life(.kindCorrected(change)))
        guard change.to.isOwed else {
            guard let debt, debt.isUnsettled else { return }
            return try void([debt.id], of: ticket.id, by: change.by, reason: change.reason)
        }
        if let debt {
            guard debt.state == .void, try !isHistory(message) else { return }
            try apply([
                DebtMove(debt: debt.id, from: .void, to: .owed, at: now, proof: proof)
            ])
        } else {
            try owe(message, ticket, desk)
            guard try !isHistory(message) else { return }
        }
        try apply(TicketRules.buyerMessage(on: ticket, isCourtesy: change.to == .courtesy))
    }

    private func owe(_ message: Message, _ ticket: Ticket, _ desk: Desk) throws {
        var debt = Debt.created(
            try nextDebtID(), by: message, store: ticket.store, isProvisional: false,
            window: try desk.shelf.book(self).windows
                .window(of: ticket.marketplace, at: message.platformTime))
        debt.ticket = ticket.id
        let isHistory = try isHistory(message)
        if isHistory { debt.isBornLate = false }
        try record(.debtCreated(debt))
        if isHistory { try apply([DebtRules.history(debt, at: now)]) }
    }

    /// Whether the platform took the message before the desk answered for its mailbox, as at its intake.
    private func isHistory(_ message: Message) throws -> Bool {
        guard let raw = try message.rawMail.flatMap({ try rawMail($0) }) else { return false }
        let mail = try rawBytes(digest: raw.digest).map { ParsedMail(parsing: $0) }
        return try isHistory(
            message.platformTime, isEstimated: message.isTimeEstimated,
            receivedAt: mail?.receivedAt, in: raw.mailbox)
    }
}

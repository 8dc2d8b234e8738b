package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension SettleReply: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> OutboxView {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
        return try await desk.act(as: caller) { transaction in
            let item = try transaction.visibleOutboxItem(item, to: caller)
            // A failed reply has certainly not left, so nobody can have seen it arrive.
            guard item.state == .unknown || (item.state == .failed && !hasArrived) else {
                throw DeskError(.outboxTooLate, ["state": item.state.rawValue])
            }
            let settled =
                hasArrived
                ? try arrived(item, caller, reason, transaction)
                : try sendAgain(item, caller, desk, transaction)
            guard let changed = try transaction.outboxItem(settled) else {
                throw DeskError(.outboxNotFound)
            }
            return try transaction.view(of: changed)
        }
    }

    private func arrived(
        _ item: OutboxItem, _ caller: Principal, _ reason: String,
        _ transaction: WriteTransaction
    ) throws -> OutboxID {
        let sentAt = try transaction.sendingInstant(of: item)
        try transaction.record(
            .outboxMoved(
                OutboxMove(
                    item: item.id, from: item.state, to: .confirmed, at: transaction.now,
                    evidence: "confirmed-by-person")))
        try transaction.deliver(item, at: sentAt)
        let moves = DebtRules.confirmation(
            of: item.id, at: transaction.now, debts: try transaction.debts(outbox: item.id),
            proof: .person(caller.person, reason: reason))
        try transaction.apply(moves)
        return item.id
    }

    /// The old item is closed and a new one queued; it passes the linter and the basis check anew.
    private func sendAgain(
        _ item: OutboxItem, _ caller: Principal, _ desk: Desk, _ transaction: WriteTransaction
    ) throws -> OutboxID {
        guard let ticket = try transaction.ticket(item.ticket),
            let content = try transaction.outboxContent(item.id)
        else { throw DeskError(.outboxNotFound, ["item": String(item.id.rawValue)]) }
        let findings = try desk.findings(
            in: content.body, of: item, on: ticket, transaction)
        guard OutboxRules.stopping(findings, override: item.override, at: transaction.now).isEmpty
        else {
            throw DeskError(
                .lintBlocked, ["rules": Set(findings.map(\.rule)).sorted().joined(separator: ", ")])
        }
        try transaction.checkBasis(of: item)
        try transaction.record(
            .outboxMoved(
                OutboxMove(
                    item: item.id, from: item.state, to: .withdrawn, at: transaction.now,
                    evidence: "settled-not-arrived")))
        var draft = ReplyDraft(
            ticket: ticket, author: caller.person, basis: item.basis, text: content.body,
            template: item.template, stateAfter: item.stateAfter, override: item.override,
            files: try transaction.outboxFiles(item.id))
        draft.use = item.templateVersion.map {
            TemplateUse(version: $0, editPermille: item.templateEdit)
        }
        return try draft.queue(
            as: .queued, from: try desk.sender(for: ticket),
            releaseAt: transaction.now + desk.settings.undoCountdown, random: desk.random,
            transaction
        ).id
    }
}

extension ReadTransaction {
    /// When the transport last got an item, from the record; the planned release for want of better.
    func sendingInstant(of item: OutboxItem) throws -> Timestamp {
        for record in try events(of: item.ticket).reversed() {
            guard case .outboxMoved(let move) = record.event, move.item == item.id,
                move.to == .sending
            else { continue }
            return move.at
        }
        return item.releaseAt
    }
}

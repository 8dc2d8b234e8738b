package import HelpDesk
import Store
package import Wire

extension ReviewReply: DeskCall {
    package static let need: Need = .verb(.sendWithoutLintPass)

    package func run(in desk: Desk, as caller: Principal) async throws -> OutboxView {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        return try await desk.act(as: caller) { transaction in
            let item = try transaction.visibleOutboxItem(item, to: caller)
            guard item.state == .held else {
                throw DeskError(.outboxTooLate, ["state": item.state.rawValue])
            }
            if isApproved {
                try release(item, caller, reason, desk, transaction)
            } else {
                _ = try transaction.withdraw(item, evidence: "refused-in-review")
            }
            guard let changed = try transaction.outboxItem(item.id) else {
                throw DeskError(.outboxNotFound)
            }
            return try transaction.view(of: changed)
        }
    }

    private func release(
        _ item: OutboxItem, _ caller: Principal, _ reason: String, _ desk: Desk,
        _ transaction: WriteTransaction
    ) throws {
        var leave = try OutboxRules.approval(
            of: item, by: caller.person, reason: reason, at: transaction.now)
        try transaction.checkBasis(of: item)
        // What the approver read is what the linter says now, not what it said to the author.
        if let ticket = try transaction.ticket(item.ticket),
            let content = try transaction.outboxContent(item.id)
        {
            let blocking = try desk.findings(
                in: content.body, of: item, on: ticket, transaction
            )
            .filter { $0.severity == .block }
            leave.rules = Set(leave.rules + blocking.map(\.rule)).sorted()
        }
        try transaction.record(.lintOverridden(item.id, leave))
        try transaction.record(
            .outboxMoved(
                OutboxMove(
                    item: item.id, from: .held, to: .queued, at: transaction.now,
                    evidence: "approved", releaseAt: transaction.now)))
    }
}

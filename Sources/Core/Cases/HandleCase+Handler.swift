package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension HandleCase: DeskCall {
    package static let need: Need = .verb(.handleCase)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let reason = CleanText.clean(reason).collapsed(limit: 200)
        guard !reason.isBlank else { throw DeskError(.badRequest, ["field": "reason"]) }
        return try await desk.act(as: caller) { transaction in
            let item = try transaction.visibleCase(self.item, to: caller)
            guard let id = item.ticket, let ticket = try transaction.ticket(id) else {
                throw DeskError(
                    .caseStateRefused,
                    ["state": item.state.rawValue, "to": act.rawValue])
            }
            try transaction.apply([try move(item, caller.person, reason, transaction.now)])
            if act == .reopened { try transaction.apply(CaseRules.opened(on: ticket)) }
            return try transaction.row(of: id)
        }
    }

    private func move(
        _ item: DeskCase, _ person: PersonID, _ reason: String, _ now: Timestamp
    ) throws(DeskError) -> CaseMove {
        switch act {
        case .handled: try CaseRules.handled(item, by: person, reason: reason, at: now)
        case .closed: try CaseRules.closed(item, by: person, reason: reason, at: now)
        case .reopened: try CaseRules.reopened(item, by: person, reason: reason, at: now)
        }
    }
}

import HelpDesk
import Store
import SwiftExtensions

extension ReadTransaction {
    /// A case within the caller's scope. Throws `caseNotFound`.
    func visibleCase(_ id: CaseID, to caller: Principal) throws -> DeskCase {
        guard let item = try deskCase(id), caller.scope.contains(item.store) else {
            throw DeskError(.caseNotFound, ["case": String(id.rawValue)])
        }
        return item
    }

    /// The cases of a ticket and of its order, oldest first.
    func allCases(of ticket: Ticket) throws -> [DeskCase] {
        var cases = try cases(of: ticket.id)
        if let order = ticket.order {
            let ids = Set(cases.map(\.id))
            cases += try self.cases(order: order, store: ticket.store)
                .filter { !ids.contains($0.id) }
        }
        return cases.sorted { ($0.openedAt, $0.id) < ($1.openedAt, $1.id) }
    }

    /// Why nobody may write to the buyer of an order unasked; nil when one may. Answers in the
    /// buyer's own thread need not ask (amazon section 2.10).
    func contactObstacle(
        store: StoreID, buyer: BuyerID?, order: OrderID?, at now: Timestamp
    ) throws -> DeskError? {
        ContactRules.obstacle(
            optOut: try optOut(store: store, buyer: buyer, order: order),
            restriction: try restriction(of: store), at: now)
    }
}

extension WriteTransaction {
    func apply(_ moves: [CaseMove]) throws {
        for move in moves {
            precondition(
                CaseRules.allows(move.from, to: move.to),
                "Moves come from CaseRules, which makes only those that it allows.")
            try record(.caseMoved(move))
        }
    }
}

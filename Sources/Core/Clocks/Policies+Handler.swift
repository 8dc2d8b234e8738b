package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListPolicies: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { Reply(try desk.shelf.book($0)) }
    }
}

extension ListPolicies.Reply {
    init(_ book: PolicyBook) {
        self.init(policies: book.policies, windows: book.windows)
    }
}

extension ShowPolicy: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let versions = try transaction.policyVersions(of: policy)
            guard !versions.isEmpty else {
                throw DeskError(.policyNotFound, ["policy": policy.rawValue])
            }
            return Reply(
                versions: try transaction.views(of: versions) { $0.changes(since: $1) })
        }
    }
}

extension SavePolicy: DeskCall {
    package static let need: Need = .right(.policyWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> ResponsePolicy {
        try await desk.act(as: caller) { transaction in
            let book = try desk.shelf.book(transaction)
            var policy = try policy.checked(
                isCalendarKnown: book.calendar(policy.calendar) != nil)
            let newest = book.policies.first { $0.id == policy.id }
            guard (newest?.version ?? 0) == policy.version else {
                throw DeskError(.policyChanged, ["version": String(newest?.version ?? 0)])
            }
            guard policy != newest else { return policy }
            policy.version += 1
            try transaction.record(.clock(.policySaved(policy)))
            if newest == nil {
                let order = book.policies.map(\.id) + [policy.id]
                try transaction.record(.clock(.policiesOrdered(order)))
            }
            return policy
        }
    }
}

extension OrderPolicies: DeskCall {
    package static let need: Need = .right(.policyWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> ListPolicies.Reply {
        try await desk.act(as: caller) { transaction in
            let known = try desk.shelf.book(transaction).policies.map(\.id)
            guard known.sorted() == policies.sorted() else { throw DeskError(.policyChanged) }
            if known != policies {
                try transaction.record(.clock(.policiesOrdered(policies)))
            }
            return ListPolicies.Reply(try desk.shelf.book(transaction))
        }
    }
}

extension SetPlatformWindow: DeskCall {
    package static let need: Need = .right(.policyWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> ListPolicies.Reply {
        let window = try window.checked()
        return try await desk.act(as: caller) { transaction in
            if try !desk.shelf.book(transaction).windows.contains(window) {
                try transaction.record(.clock(.windowSet(window)))
            }
            return ListPolicies.Reply(try desk.shelf.book(transaction))
        }
    }
}

extension ApplyPolicies: DeskCall {
    package static let need: Need = .right(.policyWrite, .all)

    private static let batch = 200

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        var reply = Reply(tickets: 0, changes: [])
        var last: TicketID?
        while true {
            let page = try await apply(in: desk, as: caller, after: last)
            guard let end = page.last else { return reply }
            last = end
            reply.tickets += page.tickets
            reply.changes += page.changes
        }
    }

    private struct Page: Sendable {
        var last: TicketID?
        var tickets = 0
        var changes: [Change] = []
    }

    /// A batch of tickets in a transaction of its own; a preview changes nothing in it.
    private func apply(
        in desk: Desk, as caller: Principal, after last: TicketID?
    ) async throws -> Page {
        try await desk.act(as: caller) { transaction in
            let book = try desk.shelf.book(transaction)
            let keeper = ClockKeeper(shelf: desk.shelf, transaction: transaction)
            var page = Page()
            for id in try transaction.ticketsInDebt(after: last, limit: Self.batch) {
                page.last = id
                guard let ticket = try transaction.ticket(id),
                    caller.scope.contains(ticket.store)
                else { continue }
                page.tickets += 1
                let runs = try transaction.clocks(of: id)
                let events = try keeper.plan(id, book: book, appliesNewest: true)
                page.changes += events.flatMap { Self.changes($0, runs) }
                if !isPreview { for event in events { try transaction.record(.clock(event)) } }
            }
            return page
        }
    }

    private static func changes(_ event: ClockEvent, _ runs: [ClockRun]) -> [Change] {
        switch event {
        case .started(let ticket, let fresh):
            return fresh.filter { $0.key.kind.isInternal }.map {
                Change(
                    ticket: ticket, kind: $0.key.kind, old: nil, new: $0.due,
                    policy: $0.terms?.policy.id)
            }
        case .retargeted(let change) where change.key.kind.isInternal:
            return [
                Change(
                    ticket: change.ticket, kind: change.key.kind, old: change.oldDue,
                    new: change.due, policy: change.to?.policy.id)
            ]
        case .moved(let move) where move.key.kind.isInternal && move.to == .cancelled:
            let run = runs.first { $0.key == move.key }
            return [
                Change(
                    ticket: move.ticket, kind: move.key.kind, old: run?.due, new: nil, policy: nil)
            ]
        default: return []
        }
    }
}

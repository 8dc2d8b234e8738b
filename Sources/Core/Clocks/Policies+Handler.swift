package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListPolicies: DeskCall {
    package static let need: Need = .oneOf([.read, .policyWrite])

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
    package static let need: Need = .oneOf([.read, .policyWrite])

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
        let (next, newest) = try await desk.database.read { try proposal($0, desk) }
        guard next != newest else { return next }
        let differences = next.changes(since: newest).map {
            "\($0.field) \($0.before) > \($0.after)"
        }
        let subject = ["\(next.id) v\(next.version)"] + differences
        return try await desk.changePolicies(
            subject.joined(separator: ", "), next, as: caller
        ) { transaction in
            let (policy, newest) = try proposal(transaction, desk)
            try transaction.record(.clock(.policySaved(policy)))
            if newest == nil {
                let order = try desk.shelf.book(transaction).policies.map(\.id)
                let others = order.filter { $0 != policy.id }
                try transaction.record(.clock(.policiesOrdered(others + [policy.id])))
            }
            try transaction.settleClosedCalendars(desk.shelf.book(transaction))
            return policy
        }
    }

    /// The version that this would make, and the one that holds.
    private func proposal(
        _ transaction: ReadTransaction, _ desk: Desk
    ) throws -> (next: ResponsePolicy, newest: ResponsePolicy?) {
        let book = try desk.shelf.book(transaction)
        var policy = try policy.checked(isCalendarKnown: book.calendar(policy.calendar) != nil)
        let newest = book.policies.first { $0.id == policy.id }
        guard (newest?.version ?? 0) == policy.version else {
            throw DeskError(.policyChanged, ["version": String(newest?.version ?? 0)])
        }
        if let calendar = book.calendar(policy.calendar),
            !policy.fits(calendar, from: desk.clock.now)
        {
            throw DeskError(
                .calendarNeverOpens, ["calendar": policy.calendar.rawValue])
        }
        if policy != newest { policy.version += 1 }
        return (policy, newest)
    }
}

extension OrderPolicies: DeskCall {
    package static let need: Need = .right(.policyWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> ListPolicies.Reply {
        let book = try await desk.database.read { try desk.shelf.book($0) }
        guard book.policies.map(\.id).sorted() == policies.sorted() else {
            throw DeskError(.policyChanged)
        }
        guard book.policies.map(\.id) != policies else { return ListPolicies.Reply(book) }
        let subject = policies.map(\.rawValue).joined(separator: ", ")
        return try await desk.changePolicies("order \(subject)", policies, as: caller) {
            transaction in
            let known = try desk.shelf.book(transaction).policies.map(\.id)
            guard known.sorted() == policies.sorted() else { throw DeskError(.policyChanged) }
            try transaction.record(.clock(.policiesOrdered(policies)))
            return ListPolicies.Reply(try desk.shelf.book(transaction))
        }
    }
}

extension SetPlatformWindow: DeskCall {
    package static let need: Need = .right(.policyWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> ListPolicies.Reply {
        let window = try window.checked()
        let book = try await desk.database.read { try desk.shelf.book($0) }
        guard !book.windows.contains(window) else { return ListPolicies.Reply(book) }
        let place = window.marketplace?.rawValue ?? "*"
        return try await desk.changePolicies(
            "window \(place) \(window.from.iso8601) \(window.seconds / 3600) h", window, as: caller
        ) { transaction in
            try transaction.record(.clock(.windowSet(window)))
            return ListPolicies.Reply(try desk.shelf.book(transaction))
        }
    }
}

extension Desk {
    /// A change of what all are measured by takes two people (helpdesk section 16). `value` is
    /// exactly what is approved; `subject` says it in words.
    fileprivate func changePolicies<T: Sendable>(
        _ subject: String, _ value: some Encodable, as caller: Principal,
        _ body: @Sendable (WriteTransaction) throws -> T
    ) async throws -> T {
        let act = GuardedAct.permit(
            .policyChange, store: nil, subject: subject.collapsed(limit: 400),
            digest: ContentDigest.of(try JSONText.line(value)))
        return try await guarded(act, reason: "", as: caller, body)
    }
}

extension ApplyPolicies: DeskCall {
    package static let need: Need = .right(.policyWrite, .all)

    private static let batch = 200

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        var reply = Reply(tickets: 0, changes: [])
        var page = try await first(in: desk, as: caller)
        reply.tickets += page.tickets
        reply.changes += page.changes
        while page.isFull, let last = page.last {
            page = try await desk.act(as: caller) {
                try apply($0, in: desk, as: caller, after: last)
            }
            reply.tickets += page.tickets
            reply.changes += page.changes
        }
        return reply
    }

    /// One leave for all batches, of the policies as they stand; it is used up with the first.
    private func first(in desk: Desk, as caller: Principal) async throws -> Page {
        guard !isPreview else {
            return try await desk.act(as: caller) {
                try apply($0, in: desk, as: caller, after: nil)
            }
        }
        let book = try await desk.database.read { try desk.shelf.book($0) }
        let policies = book.policies
        // An older desk kept policies on calendars that never open long enough for them.
        for calendar in Set(policies.map(\.calendar)).sorted()
        where book.tooLong(on: calendar, since: desk.clock.now) != nil {
            throw DeskError(.calendarNeverOpens, ["calendar": calendar.rawValue])
        }
        return try await desk.changePolicies("apply to open debts", policies, as: caller) {
            try apply($0, in: desk, as: caller, after: nil)
        }
    }

    private struct Page: Sendable {
        var last: TicketID?
        /// Whether more may follow.
        var isFull = false
        var tickets = 0
        var changes: [Change] = []
    }

    /// A batch of tickets; a preview changes nothing.
    private func apply(
        _ transaction: WriteTransaction, in desk: Desk, as caller: Principal,
        after last: TicketID?
    ) throws -> Page {
        let book = try desk.shelf.book(transaction)
        let keeper = ClockKeeper(desk: desk, transaction: transaction)
        var page = Page()
        let found = try transaction.ticketsInDebt(after: last, limit: Self.batch)
        page.isFull = found.count == Self.batch
        for id in found {
            page.last = id
            guard let ticket = try transaction.ticket(id), caller.scope.contains(ticket.store)
            else { continue }
            page.tickets += 1
            let runs = try transaction.clocks(of: id)
            let plan = try keeper.plan(id, book: book, appliesNewest: true)
            page.changes += plan.events.flatMap { Self.changes($0, runs) }
            if !isPreview { try keeper.carryOut(plan) }
        }
        return page
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

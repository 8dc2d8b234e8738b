import HelpDesk
import Store
import SwiftExtensions

/// Brings the clocks of the tickets that a transaction touched up to date, whatever it did to them.
struct ClockKeeper {
    let desk: Desk
    let transaction: WriteTransaction

    /// All tickets whose debts, state, cases or classification changed, once each.
    func keepTouched() throws {
        let tickets = transaction.takeClockTickets()
        guard !tickets.isEmpty else { return }
        let book = try desk.shelf.book(transaction)
        for ticket in tickets.sorted() {
            try carryOut(plan(ticket, book: book))
        }
        _ = transaction.takeClockTickets()
    }

    /// Moves the clocks, and raises an alarm for each calendar on which none can run.
    func carryOut(_ plan: ClockPlan) throws {
        for event in plan.events { try record(event) }
        for calendar in plan.closedCalendars.sorted() {
            try transaction.raiseClosed(calendar)
        }
    }

    /// A deadline that passed unseen is told to somebody like any other (invariant I12).
    private func record(_ event: ClockEvent) throws {
        try transaction.record(.clock(event))
        guard case .breached(let breach) = event, breach.audience.people.isEmpty else { return }
        if try transaction.raiseOrphan(breach.store) { desk.tellOfOrphan(breach.store) }
    }

    /// What must happen to a ticket's clocks now.
    func plan(
        _ id: TicketID, book: PolicyBook, appliesNewest: Bool = false
    ) throws -> ClockPlan {
        guard let ticket = try transaction.ticket(id) else { return ClockPlan() }
        let runs = try transaction.clocks(of: id)
        let debts = try transaction.debts(of: id)
        let hasResolve = runs.contains { $0.key.kind == .resolve }
        let needsMoments = hasResolve || ticket.state == .hold
        let scene = ClockScene(
            ticket: ticket, debts: debts, cases: try transaction.cases(of: id),
            notes: try transaction.noteReviews(of: id),
            moments: needsMoments ? try transaction.stateMoments(of: id) : [],
            facts: try facts(of: ticket, debts, book), runs: runs, now: transaction.now)
        return ClockPlanner.plan(scene, book: book, appliesNewest: appliesNewest) {
            audience(of: ticket, for: $0)
        }
    }

    /// Asked only for a breach that nobody noticed. A roster that cannot be read tells nobody, and
    /// the transaction that could not read it fails anyway.
    private func audience(of ticket: Ticket, for threshold: ClockThreshold) -> WarningAudience {
        let roster = try? RoutedRoster(transaction, desk: desk, now: transaction.now)
        let duty = ticket.duty
        return roster?.candidates(for: duty).audience(for: threshold, isMuted: duty.isMuted)
            ?? .nobody
    }

    private func facts(
        of ticket: Ticket, _ debts: [Debt], _ book: PolicyBook
    ) throws -> [DebtID: PolicyFacts] {
        let waiting = debts.filter(\.isUnsettled)
        guard !waiting.isEmpty else { return [:] }
        // What costs a look is left out while there is no policy that could ask for it.
        let order = book.policies.isEmpty ? nil : try order(of: ticket)
        let flags = book.policies.isEmpty ? [] : try flags(of: ticket)
        var facts: [DebtID: PolicyFacts] = [:]
        for debt in waiting {
            facts[debt.id] = PolicyFacts(
                store: ticket.store, marketplace: ticket.marketplace,
                kind: try transaction.message(debt.message)?.kind ?? .buyer,
                category: ticket.category, priority: ticket.priority, language: ticket.language,
                fulfilment: order.map { $0.isFulfilledByPlatform ? .platform : .seller },
                value: order?.total, flags: flags, start: debt.start)
        }
        return facts
    }

    private func order(of ticket: Ticket) throws -> Order? {
        guard let id = ticket.order else { return nil }
        return try transaction.order(id, store: ticket.store)?.order
    }

    private func flags(of ticket: Ticket) throws -> Set<PolicyFacts.Flag> {
        var flags: Set<PolicyFacts.Flag> = []
        let own = try transaction.allCases(of: ticket).filter(\.isProminent)
        if own.contains(where: { $0.state != .closed }) { flags.insert(.claimOpen) }
        if own.contains(where: { $0.state == .closed }) { flags.insert(.earlierComplaint) }
        for other in try ticket.buyer.map({ try transaction.tickets(buyer: $0) }) ?? []
        where other.id != ticket.id && !flags.contains(.earlierComplaint) {
            if try transaction.cases(of: other.id).contains(where: \.isProminent) {
                flags.insert(.earlierComplaint)
            }
        }
        return flags
    }
}

extension Desk {
    /// Gives clocks to debts and cases that have none, such as those of an older version's data.
    func startMissingClocks() async throws {
        while true {
            let count = try await act(service: .clocks) { transaction -> Int in
                let tickets = try transaction.ticketsWithoutClocks(
                    at: transaction.now, limit: 500)
                let keeper = ClockKeeper(desk: self, transaction: transaction)
                let book = try shelf.book(transaction)
                var count = 0
                for ticket in tickets {
                    let plan = try keeper.plan(ticket, book: book)
                    try keeper.carryOut(plan)
                    count += plan.events.count
                }
                return count
            }
            guard count > 0 else { return }
        }
    }
}

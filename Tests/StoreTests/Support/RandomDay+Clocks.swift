import EventSamples
import HelpDesk
import Store
import SwiftExtensions

extension RandomDay {
    /// The clocks of a ticket brought up to date, and whatever is due told to somebody.
    func clocks(on ticket: TicketID) throws {
        try desk.write { db in
            guard let stored = try db.ticket(ticket) else { return }
            let debts = try db.debts(of: ticket)
            let facts = debts.map { debt in
                let facts = PolicyFacts(
                    store: stored.store, marketplace: stored.marketplace, kind: .buyer,
                    category: stored.category, priority: stored.priority,
                    language: stored.language, start: debt.start)
                return (debt.id, facts)
            }
            let scene = ClockScene(
                ticket: stored, debts: debts, cases: try db.cases(of: ticket),
                moments: try db.stateMoments(of: ticket),
                facts: Dictionary(uniqueKeysWithValues: facts), runs: try db.clocks(of: ticket),
                now: db.now)
            let audience = WarningAudience(people: [Desk.ann], rung: .owner, isOnPane: false)
            let plan = ClockPlanner.plan(scene, book: Self.book, audience: { _ in audience })
            for event in plan.events { try db.record(.clock(event)) }
            for run in try db.clocksDue(at: db.now, limit: 5).map(\.run) {
                guard let due = run.due, let finding = run.sweep(at: db.now) else { continue }
                if finding.threshold == .breach {
                    try db.record(
                        .clock(
                            .breached(
                                ClockBreach(
                                    key: run.key, ticket: run.ticket, store: run.store,
                                    dueAt: due, noticedAt: db.now, cause: .late, owner: nil,
                                    skipped: finding.skipped, audience: audience,
                                    nextAt: finding.nextAt))))
                } else {
                    try db.record(
                        .clock(
                            .warned(
                                ClockWarning(
                                    key: run.key, ticket: run.ticket, store: run.store,
                                    threshold: finding.threshold, due: due,
                                    skipped: finding.skipped, audience: audience,
                                    nextAt: finding.nextAt))))
                }
            }
            try db.record(.clock(.noticesRead(Desk.ann, [ticket])))
        }
    }

    static let book = PolicyBook(
        policies: [
            ResponsePolicy(
                id: "usual", title: "Usual", calendar: "office",
                targets: PolicyTargets(first: 60, next: 120, resolve: 480))
        ], calendars: [ZonedCalendar(SampleEvents.calendar, zone: .utc)])
}

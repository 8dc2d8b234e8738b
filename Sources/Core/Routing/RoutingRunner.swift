import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Gives waiting tickets to people, and takes tickets back from whoever cannot work them. It looks at
/// the rows as they are, so it catches up after any stop; each page is one transaction.
struct RoutingRunner: Sendable {
    let desk: Desk
    /// Steps for the plan of the whole list, before the least loaded are taken instead.
    var planBudget = BalancedPlan.usualBudget

    static let page = 200
    /// Shifts, caps and presence change without a word to routing.
    private static let lookAgain: Duration = .minutes(1)

    /// Routes what waits now; returns when to look again, nil for never before something happens.
    func runDue() async throws -> Timestamp? {
        let isIdle = try await desk.database.read { try $0.routingBook().isEmpty }
        guard !isIdle else { return nil }
        try await TakingBack(desk: desk).run()
        let next = try await routeWaiting()
        try await watchUrgent()
        return [next, desk.presence.nextChange(after: desk.clock.now)].compactMap { $0 }.min()
    }

    private func routeWaiting() async throws -> Timestamp? {
        var next: Timestamp?
        var position: WaitingPosition? = .start
        while let after = position, !Task.isCancelled {
            let isEmpty = try await desk.database.read {
                try $0.waitingTickets(after: after, limit: 1).isEmpty
            }
            guard !isEmpty else { break }
            let page = try await desk.act(service: .routing) { transaction in
                try route(transaction, after: after)
            }
            position = page.end
            next = [next, page.next].compactMap { $0 }.min()
        }
        return next
    }

    private struct Page: Sendable {
        var end: WaitingPosition?
        var next: Timestamp?
    }

    private func route(_ transaction: WriteTransaction, after: WaitingPosition) throws -> Page {
        let waiting = try transaction.waitingTickets(after: after, limit: Self.page)
        var pass = try RoutingPass(transaction, desk: desk, now: transaction.now)
        let items = try waiting.map {
            (ticket: $0.ticket, subject: try pass.subject(of: $0.ticket))
        }
        .sorted { RoutingSubject.isServedBefore($0.subject, $1.subject) }
        let plan = pass.plan(items.map(\.subject), budget: planBudget)
        var page = Page(end: waiting.count < Self.page ? nil : waiting.last?.position)
        for (ticket, subject) in items {
            let earlier = try transaction.latestDecision(of: ticket.id)?.decision
            let cause: RoutingCause =
                earlier == nil ? .arrived : subject.returns > 0 ? .returned : .again
            let decision = pass.decide(subject, cause: cause, planned: plan[ticket.id])
            pass.note(decision, cost: subject.cost)
            if earlier.map(decision.repeats) != true {
                try transaction.apply(decision, to: ticket, due: subject.due)
            }
            guard decision.chosen == nil, decision.strategy != .manual else { continue }
            let change = RelaxationStage.nextChange(of: subject, at: transaction.now)
            let again = transaction.now + Self.lookAgain
            page.next = [page.next, change, again].compactMap { $0 }.min()
        }
        return page
    }

    /// One alarm for all tickets of nobody that run out of time, until there is none.
    private func watchUrgent() async throws {
        let (count, open) = try await desk.database.read { transaction in
            (
                try transaction.urgentCount(scope: .all),
                try transaction.openAlarm(.unowned, store: nil, subject: "routing")
            )
        }
        guard (count > 0) != (open != nil) else { return }
        try await desk.act(service: .routing) { transaction in
            if let open {
                try transaction.record(.alarmSettled(open.alarm.id))
            } else {
                try transaction.record(
                    .alarmRaised(
                        DeskAlarm(
                            id: try transaction.nextAlarmID(), kind: .unowned, store: nil,
                            subject: "routing", arguments: ["tickets": String(count)])))
            }
        }
        guard open == nil else { return }
        desk.logger.error(
            "Tickets of nobody run out of time.", metadata: ["tickets": "\(count)"])
    }
}

extension Desk {
    /// Routes for as long as the desk runs. A burst of mails is routed a page at a time, at most
    /// once a second.
    func runRouting() async throws {
        while !Task.isCancelled {
            let next = try await RoutingRunner(desk: self).runDue()
            await bells.routing.wait(until: next, clock: clock)
            try await clock.sleep(until: clock.now + .milliseconds(200))
        }
    }
}

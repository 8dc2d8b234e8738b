package import SwiftExtensions

/// Taking a state change back (helpdesk section 5.5): for some minutes, and only while nobody else
/// has acted on the ticket.
package enum UndoRules {
    package static let window: Duration = .minutes(10)

    private struct Step {
        var sequence: EventSequence
        var at: Timestamp
        var actor: Actor
        /// How the ticket stood before it.
        var before: TicketStanding
        /// Taking a new ticket opens it; that goes with the owner and is no change of its own.
        var isUndoable: Bool
    }

    /// The undo of the last state change of `person` on the ticket whose events these are.
    /// Throws `nothingToUndo`, `undoTooLate` and `undoOthersActed`, and `ticketDebtOwed` when the
    /// ticket would rest with an answer owed.
    package static func undo(
        _ ticket: Ticket, events: [EventRecord], debts: [Debt], by person: PersonID,
        at now: Timestamp
    ) throws(DeskError) -> StateUndo {
        let steps = steps(events)
        guard let last = steps.last, last.isUndoable else { throw DeskError(.nothingToUndo) }
        guard last.actor == .person(person) else {
            let isMine = steps.contains { $0.actor == .person(person) }
            throw DeskError(isMine ? .undoOthersActed : .nothingToUndo)
        }
        guard now - last.at <= window else {
            let minutes = window.wholeMilliseconds / Duration.minutes(1).wholeMilliseconds
            throw DeskError(.undoTooLate, ["minutes": String(minutes)])
        }
        let isOthers = events.contains {
            $0.sequence > last.sequence && $0.actor != .person(person) && isAct($0.event)
        }
        guard !isOthers else { throw DeskError(.undoOthersActed) }
        let rests = last.before.state == .resolved || last.before.state == .closed
        let unsettled = debts.count { $0.isUnsettled }
        guard !rests || unsettled == 0 else {
            throw DeskError(.ticketDebtOwed, ["debts": String(unsettled)])
        }
        guard last.before.isSafe(with: debts, at: now) else {
            throw DeskError(
                .snoozeTooLong, ["latest": TicketRules.latestWake(debts: debts, at: now).iso8601])
        }
        return StateUndo(
            ticket: ticket.id, undone: last.sequence, from: ticket.state, to: last.before)
    }

    /// State changes that stand, oldest first; one that was taken back counts no more.
    private static func steps(_ events: [EventRecord]) -> [Step] {
        var steps: [Step] = []
        var standing = TicketStanding()
        for record in events {
            switch record.event {
            case .ticketStateChanged(let change):
                steps.append(
                    Step(
                        sequence: record.sequence, at: record.at, actor: record.actor,
                        before: standing,
                        isUndoable: !(change.from == .new && change.to == .open)))
                standing = standing.after(change, at: record.at)
            case .life(.stateUndone(let undo)):
                while let step = steps.last, step.sequence >= undo.undone { steps.removeLast() }
                standing = undo.to
            case .life(.mergedInto), .life(.unmerged):
                // What stood before cannot be put back one by one.
                steps = []
                standing = record.event.standingAfterMerge ?? standing
            default: break
            }
        }
        return steps
    }

    /// Whether an event is something that a person would not expect to be undone under.
    private static func isAct(_ event: DeskEvent) -> Bool {
        switch event {
        case .ticketStateChanged, .ticketAssigned, .messageAdded, .debtCreated, .debtMoved,
            .outboxAdded, .outboxMoved, .caseOpened, .caseNoted, .caseMoved, .life:
            true
        default: false
        }
    }
}

extension TicketStanding {
    /// Whether a ticket with these debts may stand so: none rests or waits for the buyer while an
    /// answer is owed, and none sleeps past the time for it (helpdesk section 5.1).
    package func isSafe(with debts: [Debt], at now: Timestamp) -> Bool {
        guard debts.contains(where: \.isUnsettled) else { return true }
        switch state {
        case .new, .open, .hold: return true
        case .pending, .resolved, .closed: return false
        case .snoozed:
            return wakeAt.map { $0 <= TicketRules.latestWake(debts: debts, at: now) } ?? false
        }
    }
}

extension DeskEvent {
    fileprivate var standingAfterMerge: TicketStanding? {
        switch self {
        case .life(.mergedInto): TicketStanding(state: .closed)
        case .life(.unmerged(let unmerge)): unmerge.standing
        default: nil
        }
    }
}

import SwiftExtensions

extension TicketFacts {
    /// Works a ticket's facts out of its events, in their order. Nil when it was never opened.
    package init?(_ ticket: TicketID, events: [EventRecord]) {
        var fold = TicketFold()
        for record in events { fold.take(record) }
        guard let facts = fold.facts(of: ticket) else { return nil }
        self = facts
    }
}

/// A ticket's course, gathered event by event.
struct TicketFold {
    struct Span {
        var person: PersonID?
        var from: Timestamp
    }

    var traits: TicketFacts.Traits?
    var openedAt = Timestamp(milliseconds: 0)
    var owners: [Span] = []
    var debts: [TicketFacts.DebtFact] = []
    var debtIndex: [DebtID: Int] = [:]
    var createdAt: [DebtID: Timestamp] = [:]
    var owed: [TicketFacts.Owed] = []
    var states: [(at: Timestamp, to: TicketState, actor: Actor, startsCycle: Bool)] = []
    var buyerMessages: [(at: Timestamp, isCourtesy: Bool)] = []
    var replies: [TicketFacts.Reply] = []
    var seen: [MessageID: Timestamp] = [:]
    var outbox: [OutboxID: OutboxItem] = [:]

    mutating func take(_ record: EventRecord) {
        switch record.event {
        case .ticketOpened(let opening):
            openedAt = opening.openedAt
            traits = TicketFacts.Traits(
                store: opening.store, marketplace: opening.marketplace,
                language: opening.language, category: opening.category)
        case .ticketClassified(_, let language, let category):
            traits?.language = language
            traits?.category = category
        case .ticketAssigned(let assignment):
            owners.append(Span(person: assignment.to, from: record.at))
        case .ticketStateChanged(let change):
            states.append((record.at, change.to, record.actor, change.startsCycle))
        case .outboxAdded(let item):
            outbox[item.id] = item
        case .messageAdded(let message):
            take(message)
        case .debtCreated(let debt):
            take(debt, at: record.at)
        case .debtMoved(let move):
            take(move)
        default:
            break
        }
    }

    private mutating func take(_ message: Message) {
        seen[message.id] = message.fetchedAt ?? message.storedAt
        switch message.kind {
        case .buyer, .courtesy, .unparsed:
            buyerMessages.append((message.platformTime, message.kind == .courtesy))
        case .agentReply, .agentExternal:
            replies.append(
                TicketFacts.Reply(
                    message: message.id, at: message.platformTime, author: message.author,
                    isHelp: false, outbox: message.outbox,
                    template: message.outbox.flatMap { outbox[$0]?.template }))
        default:
            break
        }
    }

    private mutating func take(_ debt: Debt, at instant: Timestamp) {
        debtIndex[debt.id] = debts.count
        createdAt[debt.id] = instant
        debts.append(
            TicketFacts.DebtFact(
                debt: debt.id, message: debt.message, start: debt.start, due: debt.platformDue,
                state: debt.state, dischargedAt: debt.dischargedAt, isBornLate: debt.isBornLate,
                isStartEstimated: debt.isStartEstimated, seenAt: seen[debt.message]))
        if debt.isUnsettled {
            owed.append(TicketFacts.Owed(debt: debt.id, start: debt.start, from: debt.start))
        }
    }

    private mutating func take(_ move: DebtMove) {
        guard let index = debtIndex[move.debt] else { return }
        let wasUnsettled = move.from == .owed || move.from == .excusePending
        let isUnsettled = move.to == .owed || move.to == .excusePending
        if wasUnsettled, !isUnsettled {
            if let last = owed.lastIndex(where: { $0.debt == move.debt && $0.to == nil }) {
                owed[last].to = max(move.at, owed[last].from)
            }
        } else if !wasUnsettled, isUnsettled {
            owed.append(
                TicketFacts.Owed(debt: move.debt, start: debts[index].start, from: move.at))
        }
        debts[index].state = move.to
        if case .bounced = move.proof { debts[index].bounces += 1 }
        guard !isUnsettled else {
            debts[index].dischargedAt = nil
            debts[index].answerer = nil
            debts[index].isAnsweredOutside = false
            return
        }
        // A confirmation proves the earlier acceptance, whose time and writer stay.
        guard wasUnsettled || debts[index].dischargedAt == nil else { return }
        debts[index].dischargedAt = move.at
        switch move.proof {
        case .accepted(let item), .acceptedUnseen(let item), .confirmed(let item),
            .bounceWindowPassed(let item):
            debts[index].answerer = outbox[item]?.author
        case .externalReply:
            debts[index].isAnsweredOutside = true
        case .person(let person, _):
            debts[index].answerer = person
        case .bounced, .excuseExpired, .beforeGoLive:
            break
        }
    }
}

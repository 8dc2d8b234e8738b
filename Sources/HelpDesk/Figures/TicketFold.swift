import SwiftExtensions

extension TicketFacts {
    /// What stands in a ticket now, whichever ticket it came into first.
    package struct Items: Hashable, Sendable {
        package var debts: Set<DebtID>
        package var messages: Set<MessageID>

        package init(debts: Set<DebtID>, messages: Set<MessageID>) {
            self.debts = debts
            self.messages = messages
        }
    }

    /// Works a ticket's facts out of its events and of those of the tickets from which something of
    /// it came, in their order; `items` are those that count here. Nil when it was never opened.
    package init?(_ ticket: TicketID, events: [EventRecord], items: Items) {
        var fold = TicketFold(ticket: ticket, items: items)
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

    struct State {
        var sequence: EventSequence
        var at: Timestamp
        var to: TicketState
        var actor: Actor
        var startsCycle: Bool
    }

    let ticket: TicketID
    let items: TicketFacts.Items
    var traits: TicketFacts.Traits?
    var openedAt = Timestamp(milliseconds: 0)
    /// Of each ticket in which something of this one stood.
    var ownersOf: [TicketID: [Span]] = [:]
    /// Where each message stood from when on, after it came in.
    var moves: [MessageID: [(ticket: TicketID, from: Timestamp)]] = [:]
    var birthplace: [MessageID: TicketID] = [:]
    var debts: [TicketFacts.DebtFact] = []
    var debtIndex: [DebtID: Int] = [:]
    var createdAt: [DebtID: Timestamp] = [:]
    var owed: [TicketFacts.Owed] = []
    var states: [State] = []
    var buyerMessages: [(at: Timestamp, isCourtesy: Bool)] = []
    var arrivals: [MessageID: Timestamp] = [:]
    var replies: [TicketFacts.Reply] = []
    var seen: [MessageID: Timestamp] = [:]
    var outbox: [OutboxID: OutboxItem] = [:]

    init(ticket: TicketID, items: TicketFacts.Items) {
        self.ticket = ticket
        self.items = items
    }

    var owners: [Span] { ownersOf[ticket] ?? [] }

    mutating func take(_ record: EventRecord) {
        switch record.event {
        case .ticketOpened(let opening) where opening.id == ticket:
            openedAt = opening.openedAt
            traits = TicketFacts.Traits(
                store: opening.store, marketplace: opening.marketplace,
                language: opening.language, category: opening.category)
        case .ticketClassified(let id, let language, let category) where id == ticket:
            traits?.language = language
            traits?.category = category
        case .ticketAssigned(let assignment):
            ownersOf[assignment.ticket, default: []].append(
                Span(person: assignment.to, from: record.at))
        case .ticketStateChanged(let change) where change.ticket == ticket:
            states.append(
                State(
                    sequence: record.sequence, at: record.at, to: change.to,
                    actor: record.actor, startsCycle: change.startsCycle))
        case .life(.stateUndone(let undo)) where undo.ticket == ticket:
            states.removeAll { $0.sequence >= undo.undone }
        case .life(.reopeningCounted(let id)) where id == ticket:
            if let last = states.lastIndex(where: { $0.to == .open }) {
                states[last].startsCycle = true
            }
        case .outboxAdded(let item):
            outbox[item.id] = item
        case .messageAdded(let message) where items.messages.contains(message.id):
            birthplace[message.id] = message.ticket
            take(message)
        case .life(.kindCorrected(let change)): correct(change)
        case .debtCreated(let debt) where items.debts.contains(debt.id):
            take(debt, at: record.at)
        case .life(.itemsMoved(let move)):
            for message in move.messages where items.messages.contains(message) {
                moves[message, default: []].append((move.to, record.at))
            }
        case .debtMoved(let move):
            take(move)
        default:
            break
        }
    }

    /// Who had the tickets in which a message stood, each in its time.
    func owners(of message: MessageID) -> [Span] {
        guard let moves = moves[message], let first = birthplace[message] else { return owners }
        let beginning = Timestamp(milliseconds: .min)
        let places = [(ticket: first, from: beginning)] + moves
        var spans: [Span] = []
        for (index, place) in places.enumerated() {
            let all = ownersOf[place.ticket] ?? []
            let end = index + 1 < places.count ? places[index + 1].from : nil
            if index > 0 {
                spans.append(
                    Span(person: all.last { $0.from <= place.from }?.person, from: place.from))
            }
            spans += all.filter { span in
                span.from > place.from && end.map { span.from < $0 } ?? true
            }
        }
        return spans
    }

    private mutating func take(_ message: Message) {
        seen[message.id] = message.fetchedAt ?? message.storedAt
        if message.direction == .inbound { arrivals[message.id] = message.platformTime }
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

    /// A message that somebody named anew counts as what it is now.
    private mutating func correct(_ change: KindCorrection) {
        guard let at = arrivals[change.message] else { return }
        if change.from.isOwed, let place = buyerMessages.firstIndex(where: { $0.at == at }) {
            buyerMessages.remove(at: place)
        }
        guard change.to.isOwed else { return }
        let place = buyerMessages.firstIndex { $0.at > at } ?? buyerMessages.endIndex
        buyerMessages.insert((at, change.to == .courtesy), at: place)
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

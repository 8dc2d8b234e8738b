import HelpDesk
import SwiftExtensions
import Testing

@Suite struct TicketFactsTests {
    @Test func aTurnIsWhatOneReplyAnswers() throws {
        var log = Log()
        log.message(1, at: 0)
        log.debt(1, message: 1, at: 0)
        log.message(2, at: 1)
        log.debt(2, message: 2, at: 1)
        log.reply(3, outbox: 1, by: 4, at: 3, answers: [1, 2])
        log.message(4, at: 5)
        log.debt(3, message: 4, at: 5)
        let facts = try #require(log.facts)
        #expect(facts.turns.map(\.start) == [hour(0), hour(5)])
        #expect(facts.turns.map(\.repliedAt) == [hour(3), nil])
        #expect(facts.turns.map(\.isFirst) == [true, false])
        #expect(facts.turns[0].replier == PersonID(4))
        #expect(facts.replies.map(\.isHelp) == [true])
    }

    @Test func whatWasNotSeenWaitsOnInATurnOfItsOwn() throws {
        var log = Log()
        log.message(1, at: 0)
        log.debt(1, message: 1, at: 0)
        log.message(2, at: 2)
        log.debt(2, message: 2, at: 2)
        log.reply(3, outbox: 1, by: 4, at: 3, answers: [1])
        let facts = try #require(log.facts)
        #expect(facts.turns.map(\.start) == [hour(0), hour(2)])
        #expect(facts.turns.map(\.repliedAt) == [hour(3), nil])
    }

    @Test func aBounceTakesTheAnswerBack() throws {
        var log = Log()
        log.message(1, at: 0)
        log.debt(1, message: 1, at: 0)
        log.reply(2, outbox: 1, by: 4, at: 3, answers: [1])
        log.add(
            at: 4,
            .debtMoved(
                DebtMove(
                    debt: DebtID(1), from: .answerPending, to: .owed, at: hour(4),
                    proof: .bounced(OutboxID(1)))))
        let facts = try #require(log.facts)
        #expect(facts.turns.map(\.repliedAt) == [nil])
        #expect(facts.debts.map(\.bounces) == [1])
        #expect(facts.owed.map(\.from) == [hour(0), hour(4)])
        #expect(facts.owed.map(\.to) == [hour(3), nil])
    }

    @Test func anExcuseWantsNoAnswer() throws {
        var log = Log()
        log.message(1, at: 0)
        log.debt(1, message: 1, at: 0)
        log.move(1, .owed, .excusePending, at: 1)
        log.move(1, .excusePending, .excused, at: 2)
        let facts = try #require(log.facts)
        #expect(facts.turns.isEmpty)
        #expect(facts.owed.map(\.to) == [hour(2)])
    }

    @Test func ownershipIsSharedBetweenStartAndDue() throws {
        var log = Log()
        log.message(1, at: 0)
        log.debt(1, message: 1, at: 0)
        log.assign(from: nil, to: 4, at: 6)
        log.assign(from: 4, to: 5, at: 18)
        log.assign(from: 5, to: nil, at: 30)
        let debt = try #require(log.facts?.debts.first)
        #expect(debt.ownerAtDue == PersonID(5))
        #expect(debt.held.map(\.person) == [PersonID(4), PersonID(5)])
        // Twelve and six of 24 hours; the queue had the other six.
        #expect(debt.held.map(\.milliseconds) == [12, 6].map { $0 * 3_600_000 })
    }

    @Test func reopeningsBelongToTheResolveBefore() throws {
        var log = Log()
        log.message(1, at: 0)
        log.debt(1, message: 1, at: 0)
        log.reply(2, outbox: 1, by: 4, at: 2, answers: [1])
        log.state(.new, .pending, at: 2)
        log.state(.pending, .resolved, at: 10, by: 4)
        log.message(3, at: 30)
        log.debt(2, message: 3, at: 30)
        log.state(.resolved, .open, at: 30, startsCycle: true)
        log.reply(4, outbox: 2, by: 4, at: 31, answers: [2])
        log.state(.open, .resolved, at: 33, by: 4)
        let facts = try #require(log.facts)
        #expect(facts.turns.map(\.cycle) == [1, 2])
        #expect(facts.turns.map(\.isFirst) == [true, true])
        #expect(facts.resolves.map(\.reopenedAt) == [hour(30), nil])
        #expect(facts.resolves.map(\.replies) == [1, 1])
        #expect(facts.resolves.map(\.buyerAgainAt) == [hour(30), nil])
        let resolution = try #require(facts.resolution)
        #expect((resolution.firstAt, resolution.lastAt) == (hour(10), hour(33)))
        // Twenty hours at rest before the reopening, eight waiting for the buyer.
        #expect((resolution.rested, resolution.pending) == (20 * 3_600_000, 8 * 3_600_000))
    }

    @Test func ticketsThatWereNeverOpenedHaveNoFacts() {
        #expect(
            TicketFacts(TicketID(1), events: [], items: TicketFacts.Items(debts: [], messages: []))
                == nil)
    }
}

private func hour(_ hours: Int64) -> Timestamp { Timestamp(seconds: hours * 3600) }

/// A ticket's events by the hour.
private struct Log {
    private var records: [EventRecord] = []

    init() {
        add(
            at: 0,
            .ticketOpened(
                TicketOpening(
                    id: TicketID(1), store: "nova", marketplace: "DE", buyer: nil, order: nil,
                    language: "de", category: .other, openedAt: hour(0))))
    }

    var facts: TicketFacts? {
        var items = TicketFacts.Items(debts: [], messages: [])
        for record in records {
            switch record.event {
            case .debtCreated(let debt): items.debts.insert(debt.id)
            case .messageAdded(let message): items.messages.insert(message.id)
            default: break
            }
        }
        return TicketFacts(TicketID(1), events: records, items: items)
    }

    mutating func add(at time: Int64, _ event: DeskEvent, by person: Int64? = nil) {
        records.append(
            EventRecord(
                sequence: EventSequence(Int64(records.count + 1)), at: hour(time),
                actor: person.map { .person(PersonID($0)) } ?? .service("test"), event: event))
    }

    mutating func message(_ id: Int64, at time: Int64) {
        add(
            at: time,
            .messageAdded(
                Message(
                    id: MessageID(id), ticket: TicketID(1), direction: .inbound, kind: .buyer,
                    platformTime: hour(time), storedAt: hour(time))))
    }

    mutating func debt(_ id: Int64, message: Int64, at time: Int64) {
        add(
            at: time,
            .debtCreated(
                Debt(
                    id: DebtID(id), message: MessageID(message), ticket: TicketID(1),
                    store: "nova", start: hour(time), platformDue: hour(time + 24))))
    }

    mutating func move(_ id: Int64, _ from: DebtState, _ to: DebtState, at time: Int64) {
        add(
            at: time,
            .debtMoved(
                DebtMove(
                    debt: DebtID(id), from: from, to: to, at: hour(time),
                    proof: .person(PersonID(9), reason: "asked"))))
    }

    mutating func reply(
        _ id: Int64, outbox: Int64, by person: Int64, at time: Int64, answers: [Int64]
    ) {
        let item = OutboxItem(
            id: OutboxID(outbox), ticket: TicketID(1), store: "nova", author: PersonID(person),
            basis: .zero, state: .queued, queuedAt: hour(time), releaseAt: hour(time),
            idempotencyKey: "\(outbox)")
        add(at: time, .outboxAdded(item), by: person)
        add(
            at: time,
            .messageAdded(
                Message(
                    id: MessageID(id), ticket: TicketID(1), direction: .outbound,
                    kind: .agentReply, platformTime: hour(time), storedAt: hour(time),
                    author: PersonID(person), outbox: OutboxID(outbox))))
        for debt in answers {
            add(
                at: time,
                .debtMoved(
                    DebtMove(
                        debt: DebtID(debt), from: .owed, to: .answerPending, at: hour(time),
                        proof: .accepted(OutboxID(outbox)))))
        }
    }

    mutating func assign(from: Int64?, to: Int64?, at time: Int64) {
        add(
            at: time,
            .ticketAssigned(
                TicketAssignment(
                    ticket: TicketID(1), from: from.map { PersonID($0) },
                    to: to.map { PersonID($0) }, cause: .claim)))
    }

    mutating func state(
        _ from: TicketState, _ to: TicketState, at time: Int64, by person: Int64? = nil,
        startsCycle: Bool = false
    ) {
        add(
            at: time,
            .ticketStateChanged(
                TicketStateChange(
                    ticket: TicketID(1), from: from, to: to, startsCycle: startsCycle)),
            by: person)
    }
}

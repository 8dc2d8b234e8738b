import HelpDesk
import SwiftExtensions
import Testing

@Suite struct UndoRulesTests {
    static let now = DebtRulesTests.start
    static let ann = PersonID(1)
    static let bo = PersonID(2)

    static func record(
        _ sequence: Int64, _ event: DeskEvent, by person: PersonID? = ann, at: Timestamp = now
    ) -> EventRecord {
        EventRecord(
            sequence: EventSequence(sequence), at: at,
            actor: person.map(Actor.person) ?? .service("mail-in"), event: event)
    }

    static func change(
        _ from: TicketState, _ to: TicketState, reason: String? = nil, until: Timestamp? = nil
    ) -> DeskEvent {
        .ticketStateChanged(
            TicketStateChange(
                ticket: TicketID(1), from: from, to: to, holdReason: reason,
                reviewAt: to == .hold ? until : nil, wakeAt: to == .snoozed ? until : nil))
    }

    static func undo(
        _ events: [EventRecord], state: TicketState, debts: [Debt] = [], by person: PersonID = ann,
        at instant: Timestamp = now
    ) throws -> StateUndo {
        try UndoRules.undo(
            TicketRulesTests.ticket(state), events: events, debts: debts, by: person, at: instant)
    }

    @Test func theStandingBeforeComesBackWhole() throws {
        let review = Self.now + .days(1)
        let events = [
            Self.record(1, Self.change(.new, .open)),
            Self.record(2, Self.change(.open, .hold, reason: "carrier", until: review)),
            Self.record(3, Self.change(.hold, .resolved)),
        ]
        let undo = try Self.undo(events, state: .resolved)
        #expect(undo.undone == EventSequence(3))
        #expect(undo.from == .resolved)
        #expect(undo.to == TicketStanding(state: .hold, holdReason: "carrier", reviewAt: review))
    }

    @Test func undoneTwiceGoesTwoStepsBack() throws {
        var events = [
            Self.record(1, Self.change(.new, .open)), Self.record(2, Self.change(.open, .pending)),
            Self.record(3, Self.change(.pending, .resolved)),
        ]
        let first = try Self.undo(events, state: .resolved)
        #expect(first.to.state == .pending)
        events.append(Self.record(4, .life(.stateUndone(first))))
        let second = try Self.undo(events, state: .pending)
        #expect(second.undone == EventSequence(2))
        #expect(second.to.state == .open)
    }

    @Test("Ten minutes, not a second more", arguments: [600, 601] as [Int64])
    func window(seconds: Int64) {
        let events = [
            Self.record(1, Self.change(.new, .open)), Self.record(2, Self.change(.open, .pending)),
        ]
        let later = Self.now + .seconds(seconds)
        if seconds == 600 {
            #expect(throws: Never.self) {
                try Self.undo(events, state: .pending, at: later)
            }
        } else {
            #expect(throws: DeskError(.undoTooLate, ["minutes": "10"])) {
                try Self.undo(events, state: .pending, at: later)
            }
        }
    }

    @Test func nobodyUndoesUnderSomebodyElsesHands() {
        let mine = [
            Self.record(1, Self.change(.new, .open)), Self.record(2, Self.change(.open, .pending)),
        ]
        let message = Message(
            id: MessageID(9), ticket: TicketID(1), direction: .inbound, kind: .buyer,
            platformTime: Self.now, storedAt: Self.now)
        let others: [EventRecord] = [
            Self.record(3, .messageAdded(message), by: nil),
            Self.record(3, .life(.tagged(TicketID(1), "x")), by: Self.bo),
            Self.record(3, Self.change(.pending, .resolved), by: Self.bo),
        ]
        for other in others {
            #expect(throws: DeskError(.undoOthersActed)) {
                try Self.undo(mine + [other], state: .pending)
            }
        }
        let draft = DraftMark(
            ticket: TicketID(1), person: Self.bo, basis: .zero, digest: nil, at: Self.now)
        #expect(throws: Never.self) {
            try Self.undo(mine + [Self.record(3, .draftKept(draft), by: Self.bo)], state: .pending)
        }
    }

    @Test func othersChangesAndTakingAreNotMineToUndo() {
        #expect(throws: DeskError(.nothingToUndo)) { try Self.undo([], state: .new) }
        #expect(throws: DeskError(.nothingToUndo)) {
            try Self.undo([Self.record(1, Self.change(.new, .open))], state: .open)
        }
        #expect(throws: DeskError(.nothingToUndo)) {
            try Self.undo(
                [Self.record(1, Self.change(.open, .pending), by: Self.bo)], state: .pending)
        }
    }

    @Test func aTicketThatOwesDoesNotGoBackToRest() {
        let events = [
            Self.record(1, Self.change(.pending, .resolved), by: Self.bo),
            Self.record(2, Self.change(.resolved, .open)),
        ]
        let debt = SnoozeTests.debt(due: Self.now + .hours(9))
        #expect(throws: DeskError(.ticketDebtOwed, ["debts": "1"])) {
            try Self.undo(events, state: .open, debts: [debt])
        }
        #expect(throws: Never.self) { try Self.undo(events, state: .open) }
    }
}

import HelpDesk
import SwiftExtensions
import Testing

@Suite struct NoteRulesTests {
    static let now = DebtRulesTests.start

    @Test(
        arguments: [
            ("@li please look", ["li"]), ("ask @Sue and @sue-b.", ["sue", "sue-b"]),
            ("mail to a@b.example", []), ("(@ana) ＠ben", ["ana", "ben"]), ("@", []),
            ("请@li看一下", ["li"]), ("@ana @ana", ["ana"]),
        ] as [(String, [String])])
    func mentions(text: String, names: [String]) {
        #expect(NoteRules.mentions(in: text) == names)
    }

    static func note(by author: Int64 = 1, kind: MessageKind = .note) -> Message {
        Message(
            id: MessageID(1), ticket: TicketID(1), direction: .note, kind: kind,
            platformTime: now, storedAt: now, author: PersonID(author))
    }

    @Test func aNoteIsItsAuthorsForTenMinutes() {
        func refusal(
            _ note: Message = NoteRulesTests.note(), after seconds: Int64, isDeleted: Bool = false
        ) -> DeskError.Code? {
            do {
                try NoteRules.checkEdit(
                    note, isDeleted: isDeleted, by: PersonID(1), at: Self.now + .seconds(seconds))
                return nil
            } catch { return error.code }
        }
        #expect(refusal(after: 600) == nil)
        #expect(refusal(after: 601) == .noteTooOld)
        #expect(refusal(Self.note(by: 2), after: 1) == .notAllowed)
        #expect(refusal(Self.note(kind: .buyer), after: 1) == .noteNotFound)
        #expect(refusal(after: 1, isDeleted: true) == .noteDeleted)
    }

    @Test func aMuteSilencesAndNobodyIsToldTwice() {
        var ticket = TicketRulesTests.ticket(.open)
        func told() -> [String] {
            NoticeRules.note(
                on: ticket, mentioned: [PersonID(2), PersonID(1)],
                watchers: [PersonID(2), PersonID(3), PersonID(1)], author: PersonID(1)
            ).map { "\($0.person.rawValue) \($0.kind.rawValue)" }
        }
        #expect(told() == ["2 mention", "3 note"])
        ticket.flags = .muted
        #expect(told() == [])
    }

    @Test func aLookLiesAhead() {
        #expect(throws: DeskError.self) { try NoteRules.checkDue(Self.now, at: Self.now) }
        #expect(throws: DeskError.self) {
            try NoteRules.checkDue(Self.now + .days(366), at: Self.now)
        }
        #expect(throws: Never.self) { try NoteRules.checkDue(Self.now + .hours(1), at: Self.now) }
    }

    @Test func spamIsNoMarkForWhatIsDone() throws {
        #expect(throws: DeskError.self) {
            try MarkRules.flag(.spam, isOn: true, on: TicketRulesTests.ticket(.resolved))
        }
        let change = try MarkRules.flag(.spam, isOn: true, on: TicketRulesTests.ticket(.open))
        #expect(change?.to == .spam)
        #expect(try MarkRules.flag(.muted, isOn: false, on: TicketRulesTests.ticket(.open)) == nil)
        #expect(MarkRules.priority(.normal, on: TicketRulesTests.ticket(.open)) == nil)
        #expect(MarkRules.priority(.urgent, on: TicketRulesTests.ticket(.open))?.to == .urgent)
    }
}

import HelpDesk
import SwiftExtensions
import Testing

@Suite struct ClockPlannerTests {
    typealias Make = ClockFixtures

    private func book(_ policies: ResponsePolicy...) throws -> PolicyBook {
        PolicyBook(
            policies: policies, order: policies.map(\.id), calendars: [try Make.roundTheClock()])
    }

    @Test func planningTwiceFindsNothingToDo() throws {
        var bench = ClockBench(book: try book(Make.policy(first: 60, next: 120, resolve: 480)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        let count = bench.events.count
        try bench.plan(Make.at("2026-03-10T09:00:00Z"))
        #expect(bench.events.count == count)
        #expect(bench.runs.count == 4)
    }

    @Test func aMessageBehindAnotherStartsNoTurnOfItsOwn() throws {
        var bench = ClockBench(book: try book(Make.policy(first: 60, next: 120)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.owe(2, from: "2026-03-10T09:30:00Z")
        #expect(bench.run(2, .platform)?.state == .running)
        #expect(bench.run(2, .next) == nil)
        #expect(bench.run(2, .first) == nil)
    }

    @Test func whatTheAuthorDidNotSeeStartsTheNextTurn() throws {
        var bench = ClockBench(book: try book(Make.policy(first: 60, next: 120)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.owe(2, from: "2026-03-10T09:30:00Z")
        try bench.settle(1, .answerPending, at: "2026-03-10T09:40:00Z")
        #expect(bench.run(1, .next)?.state == .met)
        #expect(bench.run(1, .first)?.state == .met)
        #expect(bench.run(2, .next)?.due == Make.at("2026-03-10T11:30:00Z"))
        #expect(bench.run(2, .first) == nil)
    }

    @Test func aBounceBringsTheEarlierTurnBack() throws {
        var bench = ClockBench(book: try book(Make.policy(first: 60, next: 120)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.settle(1, .answerPending, at: "2026-03-10T09:40:00Z")
        try bench.owe(2, from: "2026-03-10T09:50:00Z")
        #expect(bench.run(2, .next)?.state == .running)
        try bench.settle(1, .owed, at: "2026-03-10T09:55:00Z")
        #expect(bench.run(1, .next)?.state == .running)
        #expect(bench.run(1, .next)?.due == Make.at("2026-03-10T11:00:00Z"))
        #expect(bench.run(1, .first)?.state == .running)
        #expect(bench.run(2, .next)?.state == .cancelled)
    }

    @Test func anExcusedFirstMessagePassesFirstOn() throws {
        var bench = ClockBench(book: try book(Make.policy(first: 60)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.settle(1, .excused, at: "2026-03-10T09:10:00Z")
        #expect(bench.run(1, .first)?.state == .cancelled)
        try bench.owe(2, from: "2026-03-10T09:20:00Z")
        #expect(bench.run(2, .first)?.due == Make.at("2026-03-10T10:20:00Z"))
    }

    @Test func anAnswerAfterTheDeadlineIsABreachEvenWithoutASweep() throws {
        var bench = ClockBench(book: try book(Make.policy(next: 60)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.settle(1, .answerPending, at: "2026-03-10T10:00:01Z")
        #expect(bench.breaches.map(\.dueAt) == [Make.at("2026-03-10T10:00:00Z")])
        #expect(bench.breaches.map(\.key.kind) == [.next])
        // Once for a clock, also when it comes back.
        try bench.settle(1, .owed, at: "2026-03-10T10:30:00Z")
        _ = bench.sweep("2026-03-11T08:00:00Z")
        #expect(bench.breaches.count == 1)
    }

    @Test func anAnswerOnTheLastSecondIsNoBreach() throws {
        var bench = ClockBench(book: try book(Make.policy(next: 60)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.settle(1, .answerPending, at: "2026-03-10T10:00:00Z")
        #expect(bench.breaches.isEmpty)
    }

    @Test func anotherCategoryRetargetsFromTheOriginalStart() throws {
        let claims = Make.policy("claims", first: 30, next: 90) {
            $0.conditions.categories = [.damagedDefective]
        }
        var bench = ClockBench(book: try book(claims, Make.policy(next: 240)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        bench.ticket.category = .damagedDefective
        try bench.plan(Make.at("2026-03-10T09:30:00Z"))
        #expect(bench.run(1, .next)?.due == Make.at("2026-03-10T10:30:00Z"))
        #expect(bench.run(1, .next)?.terms?.policy.id == "claims")
        // FIRST is new, and due before the floor of a quarter of an hour.
        #expect(bench.run(1, .first)?.due == Make.at("2026-03-10T09:45:00Z"))
        #expect(bench.run(1, .platform)?.due == Make.at("2026-03-11T09:00:00Z"))
        let changes = bench.events.compactMap { event -> ClockRetarget? in
            if case .retargeted(let change) = event, change.key.kind == .next { return change }
            return nil
        }
        #expect(changes.map(\.oldDue) == [Make.at("2026-03-10T13:00:00Z")])
    }

    @Test func aLateRetargetLeavesAQuarterOfAnHour() throws {
        let urgent = Make.policy("urgent", next: 60) { $0.conditions.priorities = [.urgent] }
        var bench = ClockBench(book: try book(urgent, Make.policy(next: 600)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        bench.ticket.priority = .urgent
        try bench.plan(Make.at("2026-03-10T12:00:00Z"))
        #expect(bench.run(1, .next)?.due == Make.at("2026-03-10T12:15:00Z"))
    }

    @Test func pausesSoFarStayInARetarget() throws {
        let urgent = Make.policy("urgent", resolve: 240) { $0.conditions.priorities = [.urgent] }
        var bench = ClockBench(book: try book(urgent, Make.policy(resolve: 480)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.settle(1, .answered, at: "2026-03-10T10:00:00Z")
        try bench.move(to: .pending, at: "2026-03-10T10:00:00Z")
        try bench.owe(2, from: "2026-03-10T14:00:00Z")
        try bench.move(to: .open, at: "2026-03-10T14:00:00Z")
        #expect(bench.run(1, .resolve)?.due == Make.at("2026-03-10T21:00:00Z"))
    }

    @Test func editingAPolicyLeavesOpenDebtsAlone() throws {
        var bench = ClockBench(book: try book(Make.policy(next: 240)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        bench.book = try book(Make.policy(next: 240), Make.policy(version: 2, next: 60))
        try bench.plan(Make.at("2026-03-10T09:10:00Z"))
        #expect(bench.run(1, .next)?.due == Make.at("2026-03-10T13:00:00Z"))
        try bench.plan(Make.at("2026-03-10T09:10:00Z"), appliesNewest: true)
        #expect(bench.run(1, .next)?.due == Make.at("2026-03-10T10:00:00Z"))
        #expect(bench.run(1, .next)?.terms?.policy.version == 2)
    }

    @Test func aNewCycleHasItsOwnFirstAndResolve() throws {
        var bench = ClockBench(book: try book(Make.policy(first: 60, resolve: 480)))
        try bench.owe(1, from: "2026-03-10T09:00:00Z")
        try bench.settle(1, .answered, at: "2026-03-10T09:30:00Z")
        try bench.move(to: .resolved, at: "2026-03-10T09:31:00Z")
        #expect(bench.run(1, .resolve)?.state == .met)
        bench.ticket.cycle = 2
        try bench.move(to: .open, at: "2026-03-12T09:00:00Z")
        try bench.owe(2, from: "2026-03-12T09:00:00Z")
        #expect(bench.run(2, .first)?.due == Make.at("2026-03-12T10:00:00Z"))
        #expect(bench.run(2, .resolve)?.due == Make.at("2026-03-12T17:00:00Z"))
        #expect(bench.run(1, .resolve)?.state == .met)
    }

    @Test func holdStopsResolveOnlyIfThePolicySaysSo() throws {
        for pauses in [true, false] {
            var bench = ClockBench(
                book: try book(Make.policy(resolve: 480) { $0.pausesInHold = pauses }))
            try bench.owe(1, from: "2026-03-10T09:00:00Z")
            bench.ticket.reviewAt = Make.at("2026-03-12T09:00:00Z")
            try bench.move(to: .hold, at: "2026-03-10T10:00:00Z")
            #expect(bench.run(1, .resolve)?.state == (pauses ? .paused : .running))
        }
    }

    @Test func aHeldTicketTellsItsOwnerOnceWhenItsTimeHasCome() throws {
        var bench = ClockBench(book: PolicyBook())
        bench.ticket.reviewAt = Make.at("2026-03-12T09:00:00Z")
        try bench.move(to: .hold, at: "2026-03-10T10:00:00Z")
        let key = ClockKey(.hold(TicketID(1)), .review)
        #expect(bench.sweep("2026-03-12T08:59:59Z").isEmpty)
        // The ticket's own timer may have been quicker.
        try bench.move(to: .open, at: "2026-03-12T09:00:00Z")
        #expect(bench.sweep("2026-03-12T09:00:00Z").map(\.threshold) == [.lead(0)])
        #expect(bench.runs[key]?.state == .met)
        #expect(bench.sweep("2026-03-20T09:00:00Z").isEmpty)
        #expect(bench.breaches.isEmpty)
    }

    @Test func aCaseIsWarnedOfAndBreached() throws {
        var bench = ClockBench(book: PolicyBook())
        bench.cases = [
            DeskCase(
                id: CaseID(4), kind: "a-to-z-claim", store: "nova-eu", ticket: TicketID(1),
                order: nil, openedAt: Make.at("2026-03-10T09:00:00Z"),
                reviewDue: Make.at("2026-03-12T09:00:00Z"), isDeadlineNamed: true)
        ]
        try bench.plan(Make.at("2026-03-10T09:00:00Z"))
        #expect(bench.sweep("2026-03-12T07:00:00Z").map(\.threshold) == [.lead(120)])
        bench.cases[0].reviewDue = Make.at("2026-03-13T09:00:00Z")
        try bench.plan(Make.at("2026-03-12T07:30:00Z"))
        #expect(bench.sweep("2026-03-12T10:00:00Z").isEmpty)
        #expect(bench.sweep("2026-03-13T09:00:00Z").map(\.threshold) == [.breach])
        bench.cases[0].state = .answered
        bench.cases[0].settledAt = Make.at("2026-03-13T10:00:00Z")
        try bench.plan(Make.at("2026-03-13T10:00:00Z"))
        #expect(bench.runs[ClockKey(.deskCase(CaseID(4)), .review)]?.state == .met)
        #expect(bench.breaches.count == 1)
    }

    /// Helpdesk sections 6.1 and 11.1.
    @Test func aNotesReviewBeginsWhenItsTimeHasCome() throws {
        let note = NoteReview(
            message: MessageID(4), due: Make.at("2026-03-10T09:00:00Z"), doneAt: nil)
        var scene = ClockScene(
            ticket: Make.ticket(), debts: [], notes: [note], now: Make.at("2026-03-10T08:00:00Z"))
        let first = try #require(started(scene))
        #expect(first.key == ClockKey(.note(MessageID(4)), .review))
        #expect(first.start == note.due)
        #expect(first.due == Make.at("2026-03-10T13:00:00Z"))
        #expect(first.nextAt == Make.at("2026-03-10T11:00:00Z"))
        scene.runs = [first]
        #expect(plan(scene).isEmpty)
        // Asked for a look at another time before anybody was told: it begins anew.
        scene.notes[0].due = Make.at("2026-03-10T10:00:00Z")
        let second = try #require(started(scene))
        #expect(second.start == scene.notes[0].due)
        #expect(second.due == Make.at("2026-03-10T14:00:00Z"))
        guard case .moved(let ended)? = plan(scene).first else {
            Issue.record("Notices of the earlier time stay.")
            return
        }
        #expect(ended.to == .cancelled)
        // One that was missed and that nobody saw pass is a breach before it begins anew, and keeps
        // still until its next deadline.
        scene.runs = [second]
        scene.notes[0].due = Make.at("2026-03-11T10:00:00Z")
        scene.now = Make.at("2026-03-10T15:00:00Z")
        guard case .breached(let breach)? = plan(scene).first else {
            Issue.record("The breach is gone.")
            return
        }
        #expect(breach.dueAt == second.due)
        let third = try #require(started(scene))
        #expect(third.breachedAt == second.due)
        #expect(third.nextAt == Make.at("2026-03-11T14:00:00Z"))
        scene.runs = [third]
        scene.notes[0].doneAt = Make.at("2026-03-10T15:00:00Z")
        #expect(moves(scene) == [.met])
        // A ticket that rests waits for nobody; when it is open again the note does.
        scene.notes[0].doneAt = nil
        scene.ticket = Make.ticket(state: .resolved)
        #expect(moves(scene) == [.cancelled])
        scene.runs[0].state = .cancelled
        #expect(plan(scene).isEmpty)
        scene.ticket = Make.ticket()
        #expect(started(scene)?.start == scene.notes[0].due)
    }

    /// What was due before the desk kept clocks for notes is nobody's breach.
    @Test func anOldNoteHasNoClock() {
        let note = NoteReview(
            message: MessageID(4), due: Make.at("2026-03-01T09:00:00Z"), doneAt: nil)
        let scene = ClockScene(
            ticket: Make.ticket(), debts: [], notes: [note], now: Make.at("2026-03-10T08:00:00Z"))
        #expect(plan(scene).isEmpty)
    }

    private func moves(_ scene: ClockScene) -> [ClockState] {
        plan(scene).compactMap { if case .moved(let move) = $0 { move.to } else { nil } }
    }

    private func plan(_ scene: ClockScene) -> [ClockEvent] {
        ClockPlanner.plan(scene, book: PolicyBook(), audience: { _ in .nobody }).events
    }

    private func started(_ scene: ClockScene) -> ClockRun? {
        plan(scene).lazy.compactMap { event -> ClockRun? in
            if case .started(_, let runs) = event { runs.first } else { nil }
        }.first
    }
}

import HelpDesk
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

struct LifeKeysTests {
    private static func lifeCalls(_ bench: Bench) -> [LifeCall] {
        bench.calls.compactMap { if case .life(let call) = $0 { call } else { nil } }
    }

    @Test func aNumberBeforeZSnoozesForSoManyHours() {
        var bench = Bench()
        bench.press("j 1 2 z")
        let until = bench.model.now + .hours(12)
        #expect(Self.lifeCalls(bench) == [.snooze(bench.rows[1].id, until: until)])
        bench.press("3 esc z")
        #expect(Self.lifeCalls(bench).count == 1)
    }

    @Test(arguments: [80, 200]) func theSameKeysWorkInTheConversation(_ width: Int) {
        var bench = Bench(width: width)
        bench.press("enter 2 z")
        let until = bench.model.now + .hours(2)
        #expect(Self.lifeCalls(bench) == [.snooze(bench.rows[0].id, until: until)])
    }

    /// Deadlines count in whole seconds.
    private static func second(_ time: Timestamp) -> Timestamp {
        Timestamp(milliseconds: time.milliseconds / 1000 * 1000)
    }

    @Test func noTimeIsOfferedThatOutlastsTheDeadline() {
        var bench = Bench()
        bench.press("j j j j z")
        // 400 minutes are left, 90 of which stay free: 310 minutes.
        #expect(bench.text.contains("4h"))
        #expect(!bench.text.contains("8h"))
        bench.type("latest")
        bench.press("enter")
        let latest = Self.second(bench.model.now + .minutes(310))
        #expect(Self.lifeCalls(bench) == [.snooze(bench.rows[4].id, until: latest)])
        bench.press("g g z")
        #expect(bench.text.contains("due too soon"))
    }

    @Test func resolvingWhatIsOwedAsksForOneOfThreeWays() {
        var bench = Bench()
        bench.press("j j j j j D")
        #expect(!bench.calls.contains(.resolve(bench.rows[5].id)))
        #expect(bench.text.contains("an answer is owed"))
        #expect(bench.text.contains("no answer needed"))
        bench.press("z")
        let latest = Self.second(bench.model.now + .minutes(672 - 90))
        #expect(Self.lifeCalls(bench) == [.snooze(bench.rows[5].id, until: latest)])
        bench.press("D r")
        #expect(bench.model.layer == .composer)
    }

    @Test func undoMeansTheTicketThatWasJustDealtWith() {
        var bench = Bench()
        bench.press("G D")
        #expect(bench.calls.contains(.resolve(bench.rows[6].id)))
        bench.press("g g u")
        #expect(Self.lifeCalls(bench) == [.undo(bench.rows[6].id)])
    }

    @Test func anActOnManyListsWhatItLeft() {
        var bench = Bench()
        bench.press("x x")
        #expect(bench.model.inbox.marked == [bench.rows[0].id, bench.rows[1].id])
        bench.press("*")
        bench.type("Resolves")
        bench.press("enter")
        let tickets = [bench.rows[0].id, bench.rows[1].id]
        let call = LifeCall.bulk(tickets, .resolve)
        #expect(Self.lifeCalls(bench) == [call])
        let refusal = ActOnTickets.Refusal(
            ticket: tickets[0], error: DeskError(.ticketDebtOwed, ["debts": "1"]))
        let reply = ActOnTickets.Reply(done: [bench.rows[1]], refused: [refusal])
        bench.feed(.answered(.life(call), .life(.bulk(reply))))
        #expect(bench.text.contains("Not done on these"))
        #expect(bench.text.contains("#48801"))
        // What is left stays selected, so that something else can be done with it.
        #expect(bench.model.inbox.marked == [tickets[0]])
        bench.press("esc esc")
        #expect(bench.model.inbox.marked.isEmpty)
        bench.press("*")
        #expect(bench.text.contains("Select tickets with x"))
    }

    @Test func marksStandInLettersBeforeTheSubject() {
        var bench = Bench(width: 130)
        var row = bench.rows[0]
        row.ticket.priority = .urgent
        row.ticket.flags = .spam
        row.tags = ["refund", "退款"]
        row.suspension = Suspension(
            state: .hold, reason: "carrier", until: bench.model.now + .days(1))
        bench.rows[0] = row
        bench.feed(.pushed(.ticketChanged(row)))
        for mark in ["[urgent]", "[spam?]", "#refund", "[Z: hold]"] {
            #expect(bench.text.contains(mark), "\(mark)")
        }
        bench.press("Z")
        #expect(Self.lifeCalls(bench) == [.restore(row.id)])
    }

    @Test func markedMessagesAreSplitOff() {
        var bench = Bench()
        bench.press("enter")
        bench.settle()
        bench.press("g g x")
        #expect(bench.text.contains("[x]"))
        bench.press(":")
        bench.type("split")
        bench.press("enter")
        let message = MessageID(bench.rows[0].id.rawValue * 10)
        #expect(Self.lifeCalls(bench) == [.split(bench.rows[0].id, [message])])
    }

    /// Nobody corrects a message that they may not have in view.
    @Test func ofSeveralMessagesOneIsMarkedBeforeItsKindIsCorrected() {
        var bench = Bench()
        bench.press("enter")
        bench.settle()
        var detail = Fixture.detail(bench.rows[0])
        var further = detail.messages[0]
        further.message.id = MessageID(bench.rows[0].id.rawValue * 10 + 5)
        detail.messages.append(further)
        bench.feed(.answered(.showTicket(bench.rows[0].id, refreshOrder: true), .ticket(detail)))
        func correct() {
            bench.press(":")
            bench.type("kind courtesy read it")
            bench.press("enter")
        }
        correct()
        #expect(Self.lifeCalls(bench) == [])
        #expect(bench.text.contains("mark one with x"))
        bench.press("g g x")
        correct()
        let first = detail.messages[0].id
        #expect(Self.lifeCalls(bench) == [.correctKind(first, .courtesy, reason: "read it")])
    }

    @Test func theOnlyMessageNeedsNoMark() {
        var bench = Bench()
        bench.press("enter")
        bench.settle()
        bench.press(":")
        bench.type("kind courtesy read it")
        bench.press("enter")
        let message = MessageID(bench.rows[0].id.rawValue * 10)
        #expect(Self.lifeCalls(bench) == [.correctKind(message, .courtesy, reason: "read it")])
    }

    @Test func anOpenedTicketThatWasMergedShowsTheOneThatLivesOn() {
        var bench = Bench()
        bench.press("enter")
        bench.settle()
        let detail = Fixture.detail(bench.rows[3])
        bench.feed(.answered(.showTicket(bench.rows[0].id, refreshOrder: true), .ticket(detail)))
        #expect(bench.model.thread?.ticket == bench.rows[3].id)
        #expect(bench.text.contains("#48801 is part of #48804"))
    }

    @Test func aLineSaysWhatTheReplyWentPast() {
        var bench = Bench()
        var row = bench.rows[5]
        row.unreadAtReply = 2
        bench.feed(.pushed(.ticketChanged(row)))
        #expect(bench.text.contains("[2 unread]"))
    }

    @Test func thanksNeedOneKey() {
        var bench = Bench()
        var row = bench.rows[5]
        row.isCourtesy = true
        bench.rows[5] = row
        bench.feed(.pushed(.ticketChanged(row)))
        bench.press("j j j j j e")
        let excuse = bench.calls.contains { call in
            if case .excuse(row.id, _, false, "thanks") = call { true } else { false }
        }
        #expect(excuse)
    }
}

import HelpDesk
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

struct TicketActsTests {
    @Test func takes() {
        var bench = Bench()
        bench.press("j t")
        #expect(bench.calls.contains(.claim(bench.rows[1].id)))
        #expect(bench.text.contains("#48802 is yours."))
    }

    @Test func aLostRaceNamesTheWinner() {
        var bench = Bench()
        bench.refusal = { call in
            if case .claim = call {
                DeskError(.ticketTaken, ["owner": "2", "secondsAgo": "4"])
            } else {
                nil
            }
        }
        bench.press("j t")
        #expect(bench.text.contains("took this ticket 4 s ago"))
        #expect(bench.text.contains("王 芳") || bench.text.contains("王芳"))
    }

    @Test func assignsByPicking() {
        var bench = Bench()
        bench.press("j a")
        bench.type("wang")
        bench.press("enter")
        #expect(bench.calls.contains(.assign(bench.rows[1].id, to: PersonID(2), expected: nil)))
    }

    @Test func assignsByName() {
        var bench = Bench()
        bench.press(":")
        bench.type("assign tom")
        bench.press("enter")
        #expect(
            bench.calls.contains(
                .assign(bench.rows[0].id, to: PersonID(3), expected: PersonID(1))))
    }

    @Test func holdsWithReasonAndTime() {
        var bench = Bench()
        bench.press("h")
        bench.type("carrier")
        bench.press("enter")
        bench.type("2d")
        bench.press("enter")
        let expected = CoreCall.hold(
            bench.rows[0].id, reason: "carrier", reviewAt: bench.model.now + .days(2))
        #expect(bench.calls.contains(expected))
    }

    @Test func holdsFromTheCommandLine() {
        var bench = Bench()
        bench.press(":")
        bench.type("hold 3h waiting for the warehouse")
        bench.press("enter")
        let expected = CoreCall.hold(
            bench.rows[0].id, reason: "waiting for the warehouse",
            reviewAt: bench.model.now + .hours(3))
        #expect(bench.calls.contains(expected))
    }

    @Test func resolvingIsRefusedWhileAnAnswerIsOwed() {
        var bench = Bench()
        bench.press("D")
        #expect(!bench.calls.contains(.resolve(bench.rows[0].id)))
        #expect(bench.text.contains("an answer is owed"))
        bench.press("esc G D")
        #expect(bench.calls.contains(.resolve(bench.rows[6].id)))
    }

    @Test func excusingTakesTwoSteps() {
        var bench = Bench()
        bench.press("j j j j e")
        bench.type("spam")
        bench.press("enter")
        let row = bench.rows[4]
        #expect(
            bench.calls.contains(
                .excuse(
                    row.id, basis: row.ticket.lastItem, isConfirmed: false, reason: "spam")))
        #expect(bench.model.popups.isEmpty)
    }

    /// A first step would lapse at once, so both go together once it is ticked.
    @Test func aLateExcuseAsksAtOnce() {
        var bench = Bench()
        bench.press("e")
        bench.type("spam")
        bench.press("enter")
        #expect(bench.text.contains("Is it ticked on Amazon?"))
        bench.press("y")
        let row = bench.rows[0]
        #expect(
            bench.calls.contains(
                .excuseAtOnce(row.id, basis: row.ticket.lastItem, reason: "spam")))
        #expect(!bench.calls.contains { if case .excuse = $0 { true } else { false } })
    }

    @Test func aLateExcuseThatIsNotTickedCallsNothing() {
        var bench = Bench()
        bench.press("e")
        bench.type("spam")
        bench.press("enter n")
        #expect(!bench.calls.contains { if case .excuse = $0 { true } else { false } })
        #expect(bench.text.contains("tick it on Amazon first"))
    }

    @Test func anExcuseSaysHowManyMessagesItEnds() {
        var bench = Bench()
        bench.rows[0].ticket.owedDebts = 2
        bench.press("ctrl-r")
        bench.settle()
        bench.press("e")
        #expect(bench.text.contains("(2 messages)?"))
        #expect(!bench.text.contains("?:"))
    }

    @Test func quittingAsksOnlyWithUnsentWork() {
        var bench = Bench()
        bench.press("q")
        #expect(bench.effects.last == .quit)
        var busy = Bench()
        busy.press("j r")
        busy.type("Bonjour")
        busy.settle()
        busy.press("ctrl-s q q")
        #expect(!busy.effects.contains(.quit))
        busy.press("enter")
        #expect(busy.model.popups.isEmpty)
        busy.press("q y")
        #expect(busy.effects.last == .quit)
    }

    @Test func controlCNeverLeaves() {
        var bench = Bench()
        bench.press("ctrl-c ctrl-c enter ctrl-c ctrl-c")
        #expect(!bench.effects.contains(.quit))
    }

    @Test func theSupervisorReleasesAHeldReply() {
        var bench = Bench(me: Fixture.supervisor)
        bench.press("g o A")
        bench.type("it is the carrier's own form")
        bench.press("enter")
        let expected = CoreCall.review(
            OutboxID(7), isApproved: true, reason: "it is the carrier's own form")
        #expect(bench.calls.contains(expected))
    }

    @Test func anAgentIsToldWhyNot() {
        var bench = Bench()
        bench.press("g o A")
        #expect(bench.model.popups.isEmpty)
        #expect(bench.text.contains("Only a supervisor"))
    }

    @Test func theLanguageChangesAtOnce() {
        var bench = Bench()
        bench.press(":")
        bench.type("lang zh")
        bench.press("enter")
        #expect(bench.text.contains("收 件 箱") || bench.text.contains("收件箱"))
    }

    @Test func aClockThatIsPutBackDelaysNothing() {
        var bench = Bench()
        bench.press("j r")
        bench.type("Bonjour")
        bench.forgetEffects()
        bench.feed(.ticked(bench.model.now - .hours(2)))
        #expect(bench.calls.contains { if case .saveDraft = $0 { true } else { false } })
    }

    @Test func unknownCommandsAreNamed() {
        var bench = Bench()
        bench.press(":")
        bench.type("frobnicate")
        bench.press("enter")
        #expect(bench.text.contains("No command frobnicate"))
    }

    @Test func tabCompletesNamesAndArguments() {
        var bench = Bench()
        bench.press(":")
        bench.type("queue la")
        bench.press("tab enter")
        #expect(bench.model.inbox.queue == .late)
    }
}

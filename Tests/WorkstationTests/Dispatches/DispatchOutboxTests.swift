import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

/// Typed messages, review requests and shipments among the replies that are on their way out.
@Suite struct DispatchOutboxTests {
    /// A queued one, an unknown one and a refused one without a conversation.
    static let views: [DispatchView] = {
        var views = [Fixture.dispatch("warranty", .queued)] + Fixture.fates[1...]
        for index in views.indices { views[index].dispatch.id = DispatchID(Int64(31 + index)) }
        views[2].dispatch.ticket = nil
        return views
    }()

    private func bench(
        width: Int = 100, height: Int = 30, language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = Bench(
            width: width, height: height, language: language, me: Fixture.supervisor)
        bench.dispatches = Self.views
        bench.press("g o")
        bench.settle()
        bench.forgetEffects()
        return bench
    }

    @Test func whatNeedsAPersonStandsBeforeWhatLeavesByItself() {
        let bench = bench()
        #expect(bench.model.outbox.dispatches.map(\.id) == [32, 33, 31].map { DispatchID($0) })
        #expect(bench.text.contains("unknown whether sent"))
        #expect(bench.text.contains("Ask about the order"))
    }

    @Test func anUnknownOneIsSettledByThePanesKeys() {
        var bench = bench()
        bench.press("j +")
        bench.type("Seen in Seller Central")
        bench.press("enter")
        #expect(
            bench.calls.contains(
                .settleDispatch(DispatchID(32), .sent, reason: "Seen in Seller Central")))
        bench.press("-")
        bench.type("Not there")
        bench.press("enter")
        #expect(
            bench.calls.contains(.settleDispatch(DispatchID(32), .again, reason: "Not there")))
    }

    @Test func aRefusedOneIsTriedAgainOrPutAway() {
        var bench = bench()
        bench.press("j j +")
        #expect(bench.calls.isEmpty)
        bench.press("d")
        #expect(bench.calls.first == .settleDispatch(DispatchID(33), .withdrawn, reason: ""))
        bench.press("-")
        #expect(bench.calls.contains(.settleDispatch(DispatchID(33), .again, reason: "")))
    }

    @Test func enterOpensItsConversationIfItHasOne() {
        var bench = bench()
        bench.press("j j enter")
        #expect(bench.model.layer == .outbox)
        #expect(bench.text.contains("made without a conversation"))
        bench.press("k enter")
        #expect(bench.model.thread?.ticket == TicketID(48_802))
    }

    @Test func aChangeMovesTheEntryAndNotTheCursor() {
        var bench = bench()
        bench.press("j j j")
        #expect(bench.model.outbox.selectedDispatch?.id == DispatchID(31))
        var sent = Self.views[1]
        sent.dispatch.state = .sent
        bench.feed(.pushed(.dispatchChanged(sent)))
        #expect(bench.model.outbox.dispatches.map(\.id) == [33, 31].map { DispatchID($0) })
        #expect(bench.model.outbox.selectedDispatch?.id == DispatchID(31))
    }

    @Test func itsAuthorIsToldWhereverHeIs() {
        var bench = Bench()
        var refused = Self.views[1]
        refused.dispatch.author = Fixture.me.person
        bench.feed(.pushed(.dispatchChanged(refused)))
        #expect(bench.effects.contains(.bell))
        #expect(bench.text.contains("See g o."))
    }

    static let cases: [ScreenCase] = [(80, 24), (200, 50)].flatMap { width, height in
        InterfaceLanguage.allCases.map { language in
            ScreenCase(
                pane: "outbox-dispatches", width: width, height: height, language: language,
                keys: "j")
        }
    }

    @Test(arguments: cases)
    func looksAsRecorded(_ screen: ScreenCase) throws {
        var bench = bench(width: screen.width, height: screen.height, language: screen.language)
        bench.press(screen.keys)
        try expectScreen(bench.screen, screen.name)
    }
}

/// A typed message waits a little before it leaves, as a reply does.
@Suite struct MessageUndoTests {
    private func sent() -> Bench {
        var bench = Bench(width: 120, height: 40)
        bench.offers = Fixture.offers()
        var queued = Fixture.dispatch("unexpectedProblem", .queued, text: "Retard.")
        queued.dispatch.queuedAt = bench.model.now + .milliseconds(900)
        bench.dispatchOutcome = .queued(queued)
        var withdrawn = queued
        withdrawn.dispatch.state = .withdrawn
        bench.dispatches = [withdrawn]
        bench.press("j enter m")
        bench.settle()
        bench.type("unexpectedProblem")
        bench.press("enter")
        bench.type("Retard.")
        bench.press("ctrl-s y")
        return bench
    }

    @Test func theCountdownShowsAndAKeyTakesItBack() {
        var bench = sent()
        #expect(bench.text.contains("The message leaves in"))
        bench.press("u")
        #expect(bench.calls.last == .showTicket(TicketID(48_802), refreshOrder: false))
        #expect(
            bench.calls.contains(.settleDispatch(DispatchID(12), .withdrawn, reason: "")))
        #expect(bench.model.undo == nil)
        #expect(bench.text.contains("Taken back."))
        bench.press("m")
        bench.settle()
        bench.type("unexpectedProblem")
        bench.press("enter")
        #expect(bench.model.composer?.editor.text == "Retard.")
    }

    @Test func whatHasLeftIsNotTakenBack() {
        var bench = sent()
        var sending = Fixture.dispatch("unexpectedProblem", .sending)
        sending.dispatch.author = Fixture.me.person
        bench.feed(.pushed(.dispatchChanged(sending)))
        #expect(bench.model.undo == nil)
    }
}

import HelpDesk
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct InboxPaneTests {
    @Test func asksForAWindowAndNeverForTheWholeList() {
        let bench = Bench(height: 24)
        guard case .listTickets(let query)? = bench.calls.first else {
            Issue.record("the first call must list tickets")
            return
        }
        #expect(query == InboxQuery(queue: .mineAndUnassigned, search: "", offset: 0, limit: 60))
    }

    @Test func fetchesTheNextWindowWhenTheCursorLeavesTheLoadedRows() {
        var bench = Bench(height: 24)
        bench.rows = manyRows(1000)
        bench.press("ctrl-r G")
        #expect(bench.model.inbox.selected == TicketID(1000))
        #expect(bench.model.inbox.rows.count <= 60)
        #expect(bench.model.inbox.offset > 900)
    }

    @Test func theCursorStaysOnItsTicketWhenTheOrderChanges() {
        var bench = Bench()
        bench.press("j j")
        let ticket = bench.model.inbox.selected
        bench.rows.swapAt(0, 2)
        var row = bench.rows[0]
        row.ticket.lastItem = EventSequence(999)
        bench.feed(.pushed(.ticketChanged(row)))
        bench.settle()
        #expect(bench.model.inbox.selected == ticket)
        #expect(bench.model.inbox.list.selection == 0)
    }

    @Test func afterSendingTheCursorWaitsForTheNextTicket() {
        var bench = Bench()
        bench.press("j r")
        bench.type("Bonjour")
        bench.settle()
        bench.press("ctrl-s escape")
        bench.rows.append(bench.rows.remove(at: 1))
        bench.press("ctrl-r")
        #expect(bench.model.inbox.list.selection == 1)
        #expect(bench.model.inbox.selected == bench.rows[1].id)
    }

    @Test func aChangedRowIsShownAtOnce() {
        var bench = Bench()
        var row = bench.rows[1]
        row.ownerName = "王芳"
        bench.answersCalls = false
        bench.feed(.pushed(.ticketChanged(row)))
        #expect(bench.model.inbox.rows[1].ownerName == "王芳")
    }

    @Test func manyEventsMakeOneFetch() {
        var bench = Bench()
        bench.forgetEffects()
        for row in bench.rows { bench.feed(.pushed(.ticketChanged(row))) }
        bench.settle()
        let lists = bench.calls.filter { if case .listTickets = $0 { true } else { false } }
        #expect(lists.count == 1)
    }

    @Test func answersToAnEarlierViewAreDropped() {
        var bench = Bench()
        bench.answersCalls = false
        bench.press("g 5")
        let old = InboxQuery(queue: .mineAndUnassigned, search: "", offset: 0, limit: 60)
        let reply = ListTickets.Reply(
            rows: bench.rows, offset: 0, total: 7, counts: InboxCounts())
        bench.feed(.answered(.listTickets(old), .tickets(reply)))
        #expect(bench.model.inbox.queue == .late)
        #expect(bench.model.inbox.rows.isEmpty)
    }

    @Test func theLateTicketShowsItsSignInLetters() {
        let bench = Bench()
        let line = bench.screen.textRows[2]
        #expect(line.contains("!!  -0:14"))
    }

    @Test func heldDownKeysAskForOnePreview() {
        var bench = Bench()
        bench.forgetEffects()
        bench.press("j j j j")
        bench.settle()
        let previews = bench.calls.filter { if case .showTicket = $0 { true } else { false } }
        #expect(previews == [.showTicket(bench.rows[4].id, refreshOrder: false)])
    }

    @Test func searchLooksEverywhereAndEscapeShowsAllAgain() {
        var bench = Bench()
        bench.press("/")
        bench.type("package")
        bench.press("enter")
        #expect(bench.model.inbox.queue == .all)
        #expect(bench.model.inbox.total == 1)
        #expect(bench.text.contains("Dana W."))
        bench.press("escape")
        #expect(bench.model.inbox.search.isEmpty)
    }

    private func manyRows(_ count: Int) -> [TicketRow] {
        (1...count).map { number in
            var row = Fixture.rows[0]
            row.ticket.id = TicketID(Int64(number))
            return row
        }
    }
}

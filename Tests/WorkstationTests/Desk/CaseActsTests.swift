import HelpDesk
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

struct CaseActsTests {
    private static func item(_ kind: CaseKind, ticket: TicketID) -> DeskCase {
        DeskCase(
            id: CaseID(5), kind: kind, store: "nova-eu", ticket: ticket, order: nil,
            openedAt: Fixture.now - .hours(1), reviewDue: Fixture.now + .hours(47),
            isDeadlineNamed: true, isProminent: true)
    }

    private func bench(
        _ kind: CaseKind = "a-to-z-claim", width: Int = 140, height: Int = 40
    ) -> Bench {
        var bench = Bench(width: width, height: height, connects: false)
        let item = Self.item(kind, ticket: bench.rows[6].id)
        bench.rows[6].nextCase = item
        bench.rows[6].ticket.openCases = 1
        bench.rows[6].ticket.caseDue = item.reviewDue
        bench.cases = [item]
        bench.feed(.connected(Fixture.hello()))
        bench.settle()
        return bench
    }

    @Test func theListSaysWhatItsClockIsAbout() {
        let bench = bench()
        let line = bench.screen.textRows.first { $0.contains("Lucía") } ?? ""
        #expect(line.contains("[A-to-z claim]"))
        #expect(line.contains("46:59"))
    }

    @Test func aKindThatIsNewIsShownByItsName() {
        #expect(bench("safety-question").text.contains("[safety question]"))
    }

    @Test func theCardShowsTheDeadline() {
        var bench = bench()
        bench.press("G")
        bench.settle()
        #expect(bench.text.contains("A-to-z claim: waits for us"))
        #expect(bench.text.contains("deadline"))
    }

    @Test func aCaseIsHandledWithAWordAboutIt() {
        var bench = bench()
        bench.press("G c")
        bench.type("answered it")
        bench.press("enter")
        #expect(
            bench.calls.contains(
                .handleCase(CaseID(5), bench.rows[6].id, .handled, reason: "answered it")))
        #expect(bench.text.contains("Handled."))
    }

    @Test func whereNoCaseWaitsTheKeySaysSo() {
        var bench = bench()
        bench.press("g g c")
        #expect(bench.model.popups.isEmpty)
        #expect(bench.text.contains("No return, claim or wish waits here."))
    }

    private static let link =
        "https://sellercentral.amazon.fr/messaging/no-response-needed?t=A1&m=M1&h=66eb46ab&s=1"

    @Test func theFirstStepOfAnExcuseCopiesItsLink() {
        var bench = Bench()
        bench.link = Self.link
        bench.press("j j j j")
        bench.settle()
        bench.press("e")
        bench.type("only thanks")
        bench.press("enter")
        #expect(bench.effects.contains(.copy(Self.link)))
    }

    @Test func theQuestionShowsTheLinkAndCopiesIt() {
        var bench = Bench()
        bench.link = Self.link
        bench.press("ctrl-r")
        bench.settle()
        bench.press("enter")
        bench.settle()
        bench.press("e")
        bench.type("only thanks")
        bench.press("enter")
        #expect(bench.text.contains("needed?t=A1&m=M1&h=66eb46ab&s=1"))
        bench.press("c")
        #expect(bench.effects.contains(.copy(Self.link)))
        #expect(bench.model.popups.count == 1)
        bench.press("y")
        let row = bench.rows[0]
        #expect(
            bench.calls.contains(
                .excuseAtOnce(row.id, basis: row.ticket.lastItem, reason: "only thanks")))
    }

    @Test func aCategoryNarrowsTheList() {
        var bench = Bench()
        bench.press(":")
        bench.type("category invoice")
        bench.press("enter")
        let asked = bench.calls.compactMap { call in
            if case .listTickets(let query) = call { query.category } else { nil }
        }
        #expect(asked.last == .invoiceRequest)
        #expect(bench.text.contains("about: invoice"))
        bench.press(":")
        bench.type("category nonsense")
        bench.press("enter")
        #expect(bench.text.contains("No category nonsense"))
    }

    /// The clock runs for the oldest message that waits; the preview shows it and the newest.
    @Test func severalWaitingMessagesAreMarked() {
        var bench = Bench(width: 140, height: 40)
        bench.rows[0].ticket.owedDebts = 3
        bench.press("ctrl-r")
        bench.settle()
        let line = bench.screen.textRows.first { $0.contains("Jürgen") } ?? ""
        #expect(line.contains("x3 "))
    }
}

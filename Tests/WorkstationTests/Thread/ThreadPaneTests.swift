import HelpDesk
import TerminalCore
import Testing
import Wire

@testable import Workstation

struct ThreadPaneTests {
    @Test func openingAsksForTheTicketAndItsOrder() {
        var bench = Bench()
        bench.press("j enter")
        #expect(bench.calls.contains(.showTicket(bench.rows[1].id, refreshOrder: true)))
        #expect(bench.model.layer == .thread)
        #expect(bench.text.contains("Camille R."))
        #expect(bench.text.contains("Invoice is in the shared folder."))
    }

    @Test func walksToTheNextTicketWithoutGoingBack() {
        var bench = Bench()
        bench.press("enter J")
        #expect(bench.model.thread?.ticket == bench.rows[1].id)
        bench.press("K")
        #expect(bench.model.thread?.ticket == bench.rows[0].id)
    }

    @Test func findJumpsAndEscapePeelsOneLayerAtATime() {
        var bench = Bench(height: 12)
        bench.press("enter /")
        bench.type("shared")
        bench.press("enter")
        #expect(bench.model.thread?.find == "shared")
        #expect(bench.text.contains("shared folder"))
        bench.press("escape")
        #expect(bench.model.layer == .thread)
        #expect(bench.model.thread?.find == "")
        bench.press("escape")
        #expect(bench.model.layer == .inbox)
    }

    @Test func aNewItemInTheOpenTicketIsLoaded() {
        var bench = Bench()
        bench.press("enter")
        bench.forgetEffects()
        var row = bench.rows[0]
        row.ticket.lastItem = EventSequence(500)
        bench.feed(.pushed(.ticketChanged(row)))
        #expect(bench.calls.contains(.showTicket(row.id, refreshOrder: false)))
    }

    @Test func theTitleTellsNothingAboutTheBuyer() {
        var bench = Bench()
        bench.press("enter")
        #expect(bench.effects.contains(.title("Deskhand #48801")))
    }

    @Test func survivesEverySize() {
        var bench = Bench()
        bench.press("j enter r")
        bench.type("Bonjour desk@example.com")
        for width in stride(from: 1, to: 240, by: 13) {
            for height in stride(from: 1, to: 70, by: 7) {
                bench.feed(.pressed(.resize(Size(width: width, height: height))))
                #expect(bench.screen.size == Size(width: width, height: height))
            }
        }
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// The card of ticket and order on screens that have no room for it beside the conversation.
struct OrderPaneTests {
    @Test func aKeyOpensTheCardOverTheInbox() {
        var bench = Bench()
        bench.press("j o")
        #expect(bench.model.layer == .card)
        #expect(bench.calls.contains(.showTicket(bench.rows[1].id, refreshOrder: true)))
        #expect(bench.text.contains("305-7714402-1187542"))
        #expect(bench.text.contains("DHL 00340434000000000001"))
        bench.press("q")
        #expect(bench.model.layer == .inbox)
        #expect(bench.model.thread == nil)
    }

    @Test func theCardLiesOverItsConversation() {
        var bench = Bench()
        bench.press("j enter o")
        #expect(bench.text.contains("Kettle 1.7 l steel"))
        bench.press("escape")
        #expect(bench.model.layer == .thread)
        #expect(bench.text.contains("Invoice is in the shared folder."))
    }

    @Test func anActFromTheCardIsAboutItsTicket() {
        var bench = Bench()
        bench.press("j o t")
        #expect(bench.calls.contains(.claim(bench.rows[1].id)))
        bench.press("r")
        #expect(bench.model.layers == [.inbox, .thread, .composer])
    }

    @Test func aLongCardScrolls() {
        var bench = Bench(height: 14)
        bench.press("j o")
        #expect(!bench.text.contains("R asks again"))
        #expect(bench.text.contains("+"))
        bench.press("G")
        #expect(bench.text.contains("Earlier conversations"))
    }

    @Test(arguments: [80, 110, 140, 200])
    func everyWidthSaysThatOnlyAnswersMayGoOut(_ width: Int) {
        for height in [24, 50] {
            var bench = Bench(width: width, height: height)
            bench.obstacle = DeskError(.buyerOptedOut)
            bench.press("j enter")
            #expect(bench.text.contains("answers only"))
            #expect(bench.text.contains("The buyer takes no unasked messages."))
        }
    }

    @Test func withoutAnObstacleNothingIsSaid() {
        var bench = Bench()
        bench.press("j enter")
        #expect(!bench.text.contains("answers only"))
    }

    @Test func theFooterNamesWhatTheTicketHas() {
        var bench = Bench()
        bench.press("j j j enter")
        #expect(bench.text.contains("A files"))
        #expect(bench.text.contains("o card"))
        #expect(!bench.text.contains("c case done"))
    }
}

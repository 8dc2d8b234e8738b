import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// The desk as it was, on the screen: plain to see, and nothing can be changed.
@Suite struct PastTests {
    private func command(_ bench: inout Bench, _ text: String) {
        bench.press(":")
        bench.type(text + "\n")
        bench.settle()
    }

    @Test func listsAndTicketsAreAskedForAsTheyWere() throws {
        var bench = Bench()
        bench.forgetEffects()
        command(&bench, "asof -3h")
        let instant = try #require(bench.model.asOf)
        #expect(bench.model.now - instant < .hours(3) + .seconds(5))
        let lists = bench.calls.compactMap { call in
            if case .listTickets(let query) = call { query.asOf } else { nil }
        }
        #expect(!lists.isEmpty && lists.allSatisfy { $0 == instant })
        bench.forgetEffects()
        bench.press("enter")
        bench.settle()
        #expect(
            bench.calls.contains { call in
                if case .showPast(_, let at) = call { at == instant } else { false }
            })
        #expect(
            !bench.calls.contains { if case .showTicket = $0 { true } else { false } })
    }

    @Test(arguments: [InterfaceLanguage.english, .simplifiedChinese])
    func theBarSaysSoForAsLongAsItIsSo(_ language: InterfaceLanguage) {
        var bench = Bench(language: language)
        let word = language == .english ? "AS OF" : "过去的状态"
        #expect(!bench.text.contains(word))
        command(&bench, "asof -3h")
        #expect(bench.text.contains(word))
        bench.pass(.seconds(20))
        #expect(bench.text.contains(word))
        command(&bench, "now")
        bench.pass(.seconds(20))
        #expect(!bench.text.contains(word) && bench.model.asOf == nil)
    }

    @Test(arguments: ["a", "r", "e"])
    func nothingIsChanged(_ key: String) {
        var bench = Bench()
        command(&bench, "asof -3h")
        bench.press("enter")
        bench.settle()
        bench.forgetEffects()
        bench.press(key)
        bench.settle()
        #expect(bench.model.composer == nil)
        #expect(
            bench.calls.allSatisfy { call in
                switch call {
                case .showPast, .listTickets, .people, .showSync, .events: true
                default: false
                }
            }, "\(bench.calls)")
    }

    @Test func newsOfNowStayOut() throws {
        var bench = Bench()
        command(&bench, "asof -3h")
        var row = try #require(bench.model.inbox.rows.first)
        row.subject = "News of now"
        bench.feed(.pushed(.ticketChanged(row)))
        #expect(!bench.text.contains("News of now"))
    }

    @Test func aSearchMayNameItsTime() throws {
        var bench = Bench()
        bench.forgetEffects()
        bench.press("/")
        bench.type("parcel asof:-2h\n")
        bench.settle()
        #expect(bench.model.asOf != nil && bench.model.inbox.search == "parcel")
    }

    @Test(arguments: ["asof tomorrow", "asof", "asof 2999-01-01"])
    func whatIsNoPastTimeIsRefused(_ text: String) {
        var bench = Bench()
        command(&bench, text)
        #expect(bench.model.asOf == nil)
        #expect(bench.model.notice?.role == .error)
    }
}

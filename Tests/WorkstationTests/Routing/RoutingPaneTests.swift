import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct RoutingPaneTests {
    private func teams(
        _ width: Int = 120, _ height: Int = 50, _ language: InterfaceLanguage = .english,
        history: Bool = false
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language)
        bench.press("g w")
        bench.feed(.answered(.routing(.groups), .routing(.groups(RoutingFixture.groups))))
        bench.feed(.answered(.routing(.agents), .routing(.agents(RoutingFixture.agents))))
        bench.feed(.answered(.routing(.rules), .routing(.rules(RoutingFixture.rules))))
        if history {
            bench.press("H")
            bench.feed(
                .answered(
                    .routing(.rulesHistory),
                    .routing(.rulesHistory(RoutingFixture.rulesHistory))))
            bench.feed(
                .answered(
                    .routing(.groupHistory(GroupID(1))),
                    .routing(.groupHistory(GroupID(1), RoutingFixture.groupHistory))))
        }
        bench.settle()
        return bench
    }

    private func handOver(
        _ width: Int = 120, _ height: Int = 50, _ language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language)
        bench.press("g h")
        let list = RoutingFixture.list(Array(bench.rows.prefix(4)))
        bench.feed(.answered(.routing(.handOvers), .routing(.handOvers([list]))))
        bench.settle()
        return bench
    }

    private func why(
        _ width: Int = 120, _ height: Int = 50, _ language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language)
        bench.press("W")
        guard let ticket = bench.model.routing.ticket else { return bench }
        bench.feed(
            .answered(
                .routing(.explain(ticket)),
                .routing(.explained(ticket, RoutingFixture.explained))))
        bench.settle()
        return bench
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func panesLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        let name = "\(size.0)x\(size.1)-\(language.rawValue)"
        try expectScreen(teams(size.0, size.1, language).screen, "teams-\(name)")
        try expectScreen(why(size.0, size.1, language).screen, "routed-\(name)")
        try expectScreen(handOver(size.0, size.1, language).screen, "hand-over-\(name)")
    }

    /// A desk without groups, or a ticket that somebody simply took: that is known, not on its way.
    @Test func aTicketThatNobodyRoutedSaysSo() throws {
        var bench = Bench(width: 80, height: 24)
        bench.press("W")
        let ticket = try #require(bench.model.routing.ticket)
        bench.feed(.refused(.routing(.explain(ticket)), DeskError(.notRouted)))
        bench.settle()
        #expect(bench.text.contains("Nothing has routed this ticket yet."))
        #expect(!bench.text.contains("Loading"))
    }

    @Test func teamsShowWhoIsThereAndWhatWaits() {
        let text = teams().text
        for words in [
            "Europe", "round robin", "7 waiting", "1 of 2 available", "helped by:",
            "7.3/12.0", "refunds:3", "categories: return or refund",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B })
    }

    @Test func theHistorySaysWhoWhyAndWhatChanged() {
        let text = teams(history: true).text
        for words in [
            "Rules v3", "Refunds need practice.", "214 tickets, 31 would have gone elsewhere",
            "refunds skills needed: - -> refunds:2", "Europe members: Li Wei -> Li Wei, Ben Okafor",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func oneKeySaysWhy() {
        let text = why().text
        for words in [
            "goes to Li Wei: round robin, longest without a turn",
            "- Ben Okafor: gave it back, load 3.0 of 12.0", "+ Li Wei: could take it",
            "waits: all at their limit", "unowned and urgent",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func theCursorGoesFromOpenLineToOpenLine() {
        var bench = handOver()
        let rows = Array(bench.rows.prefix(4))
        bench.press("j")
        bench.forgetEffects()
        bench.press("enter")
        #expect(bench.calls.contains(.routing(.takeOver(HandOverID(1), rows[2].id))))
        bench.press("k k k")
        bench.forgetEffects()
        bench.press("enter")
        #expect(bench.calls.contains(.routing(.takeOver(HandOverID(1), rows[0].id))))
    }

    @Test func presenceIsSaidByKeysAndWords() {
        var bench = Bench()
        bench.press("P b")
        #expect(bench.calls.contains(.routing(.presence(.busy, until: nil))))
        bench.forgetEffects()
        bench.press(":")
        bench.type("away 30m\n")
        let until = bench.model.now + .minutes(30)
        #expect(bench.calls.contains(.routing(.presence(.away, until: until))))
        bench.forgetEffects()
        bench.press(":")
        bench.type("away soon\n")
        #expect(!bench.calls.contains { if case .routing = $0 { true } else { false } })
        bench.feed(
            .answered(
                .routing(.presence(.busy, until: nil)),
                .routing(.presence(RoutingFixture.agents[2]))))
        #expect(bench.text.contains("You are busy."))
    }
}

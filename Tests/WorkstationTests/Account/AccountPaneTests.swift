import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct AccountPaneTests {
    private func bench(
        _ width: Int = 100, _ height: Int = 30, _ language: InterfaceLanguage = .english,
        me: Principal = Fixture.supervisor
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language, me: me)
        bench.press("g a")
        bench.feed(.answered(.account(.show), .accounts(AccountFixture.accounts)))
        bench.settle()
        return bench
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func looksAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        let bench = bench(size.0, size.1, language)
        let name = "account-\(size.0)x\(size.1)-\(language.rawValue)"
        try expectScreen(bench.screen, name)
    }

    @Test func openingAsksTheCore() {
        var bench = Bench()
        bench.press("g a")
        #expect(bench.calls.contains(.account(.show)))
        #expect(bench.model.layer == .account)
        bench.press("q")
        #expect(bench.model.layer == .inbox)
    }

    @Test func theWorstComesFirst() throws {
        let text = bench(200, 50).text
        let late = try #require(text.firstRange(of: "Late shipment"))
        let risk = try #require(text.firstRange(of: "account at risk"))
        let near = try #require(text.firstRange(of: "close to target"))
        let fine = try #require(text.firstRange(of: "Valid tracking"))
        #expect(risk.lowerBound < late.lowerBound)
        #expect(late.lowerBound < near.lowerBound)
        #expect(near.lowerBound < fine.lowerBound)
    }

    @Test func whatIsNotPermittedSaysWhichRole() {
        let text = bench(200, 50).text
        #expect(text.contains("not permitted: role Selling Partner Insights"))
        #expect(text.contains("does not add up: lines make €1,204.39"))
    }

    @Test func whatIsNotKnownIsNeverZeroAndNeverInOrder() throws {
        let text = bench(200, 50).text
        let japan = text[try #require(text.firstRange(of: "kumo-jp")).lowerBound...]
        #expect(japan.contains("state unknown"))
        #expect(!japan.contains("in order"))
        #expect(!japan.contains("0 in 30 days"))
        #expect(!japan.contains("0 products"))
        #expect(text.contains("Own stock: not permitted: role Product Listing"))
    }

    @Test func agentsAreShownNoSettlement() {
        let text = bench(200, 50, me: Fixture.me).text
        #expect(!text.contains("1,204.40"))
        #expect(text.contains("Late shipment"))
    }

    @Test func namesFromOutsideCannotReachTheTerminal() {
        #expect(!bench(200, 50).text.unicodeScalars.contains("\u{1B}"))
    }

    @Test func onlySupervisorsAskForReports() {
        var agent = bench(me: Fixture.me)
        agent.forgetEffects()
        agent.press("r")
        #expect(!agent.calls.contains(.account(.refresh)))
        var supervisor = bench()
        supervisor.press("r")
        #expect(supervisor.calls.contains(.account(.refresh)))
    }

    @Test func aLongListScrollsAndStopsAtItsEnd() {
        var bench = bench(80, 12)
        bench.press("G")
        #expect(bench.text.contains("kumo-jp"))
        let top = bench.model.account.viewport.top
        bench.press("j")
        #expect(bench.model.account.viewport.top == top)
        bench.press("g g")
        #expect(bench.model.account.viewport.top == 0)
    }

    @Test(arguments: [
        ("0.0410", "4.1%"), ("0.03203973037", "3.2%"), ("0.9529", "95.29%"), ("0", "0%"),
        ("0.0005", "0.05%"), ("1", "100%"), ("nan", "nan"), ("many", "many"),
    ])
    func sharesAreReadAsPercentages(share: String, text: String) {
        #expect(Percent.text(share) == text)
    }

    @Test func aTrendNeedsTwoValuesAndShowsTheSpan() {
        #expect(TrendText.text([0.1], width: 8, rules: .standard).isEmpty)
        #expect(TrendText.text([0.1, 0.2, 0.15], width: 8, rules: .standard) == "▁█▅")
        #expect(TrendText.text([0.5, 0.5], width: 8, rules: .standard).count == 2)
        #expect(TrendText.numbers([0.031, 0.041]) == "3.1% → 4.1%")
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

/// Returns, ratings, settlements and stock as lists, and one row of them in full.
struct AccountRowsTests {
    private func bench(
        _ width: Int = 100, _ height: Int = 30, _ language: InterfaceLanguage = .english,
        me: Principal = Fixture.supervisor
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language, me: me)
        bench.press("g a")
        bench.feed(.answered(.account(.show), .accounts(AccountFixture.accounts)))
        bench.settle()
        bench.forgetEffects()
        return bench
    }

    /// Answers the look at a list that the workstation has asked for last.
    private func give(_ rows: [AccountRow], _ states: [AccountTask] = [], to bench: inout Bench)
        throws
    {
        let call = try #require(
            bench.calls.last { call in
                if case .account(.rows) = call { return true }
                return false
            })
        bench.feed(.answered(call, .accountRows(.rows(rows, states: states))))
    }

    private func opened(_ list: AccountList, _ bench: inout Bench) {
        let order: [AccountList] = [.settlements, .returns, .ratings, .stock]
        for _ in 0..<(order.firstIndex(of: list) ?? 0) { bench.press("j") }
        bench.press("enter")
    }

    @Test func enterOpensTheListUnderTheCursor() throws {
        for list in AccountList.allCases {
            var bench = bench(120, 40)
            opened(list, &bench)
            #expect(bench.model.layer == .accountRows)
            #expect(bench.calls.contains(.account(.rows(list, "nova-eu", settlement: nil))))
            bench.press("q")
            #expect(bench.model.layer == .account)
        }
    }

    @Test func agentsHaveNoSettlements() throws {
        var bench = bench(120, 40, me: Fixture.me)
        bench.press("enter")
        #expect(bench.model.accountRows.kind == .returns)
        bench.press("backtab")
        #expect(bench.model.accountRows.kind == .stock)
        #expect(!bench.model.accountLists.contains(.settlements))
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func looksAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        let suffix = "\(size.0)x\(size.1)-\(language.rawValue)"
        var bench = bench(size.0, size.1, language)
        opened(.settlements, &bench)
        bench.press("tab")
        try give(AccountRowFixture.returns, to: &bench)
        try expectScreen(bench.screen, "account-returns-\(suffix)")
        bench.press("enter")
        let call = CoreCall.account(.order("305-7714402-1187543", "nova-eu"))
        #expect(bench.calls.contains(call))
        bench.feed(.answered(call, .accountRows(.order(AccountRowFixture.order))))
        try expectScreen(bench.screen, "account-return-\(suffix)")
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func stockLooksAsRecorded(_ language: InterfaceLanguage) throws {
        var bench = bench(80, 24, language)
        opened(.settlements, &bench)
        bench.press("tab tab tab")
        try give(AccountRowFixture.stock, to: &bench)
        try expectScreen(bench.screen, "account-stock-80x24-\(language.rawValue)")
    }

    @Test func everyFieldOfAReturnIsShown() throws {
        var bench = bench(100, 40)
        opened(.settlements, &bench)
        bench.press("tab")
        try give(AccountRowFixture.returns, to: &bench)
        bench.press("enter")
        for word in [
            "D7xYz2", "CR-DEFECTIVE", "StandardRefund", "UPS", "1Z999", "A-to-z claim",
            "€39.98", "B0C4KETTL2", "KETTLE-17",
        ] {
            #expect(bench.text.contains(word), "\(word)")
        }
        bench.press("esc")
        #expect(!bench.model.accountRows.isOpen)
        #expect(bench.model.layer == .accountRows)
    }

    @Test func aSettlementLeadsToItsLinesAndALineToItsOrder() throws {
        var bench = bench(120, 40)
        opened(.settlements, &bench)
        try give([.settled(AccountRowFixture.settlement)], to: &bench)
        bench.press("enter")
        #expect(
            bench.calls.contains(
                .account(
                    .rows(.settlements, "nova-eu", settlement: AccountRowFixture.settlement))))
        try give(AccountRowFixture.lines, to: &bench)
        #expect(bench.text.contains("11000020512"))
        bench.press("j enter")
        #expect(bench.model.accountRows.selected?.order == "305-7714402-1187543")
        #expect(bench.text.contains("Principal"))
        bench.press("esc")
        bench.press("esc")
        #expect(bench.model.accountRows.settlement == nil, "back to the list of settlements")
        bench.press("esc")
        #expect(bench.model.layer == .account)
    }

    @Test func theTicketOfTheOrderOpens() throws {
        var bench = bench(120, 40)
        opened(.settlements, &bench)
        bench.press("tab")
        try give(AccountRowFixture.returns, to: &bench)
        bench.press("t")
        #expect(bench.model.layer == .accountRows, "the order is not there yet")
        bench.press("enter")
        bench.feed(
            .answered(
                .account(.order("305-7714402-1187543", "nova-eu")),
                .accountRows(.order(AccountRowFixture.order))))
        bench.press("t")
        #expect(bench.model.layer == .thread)
        #expect(bench.model.thread?.ticket == Fixture.rows[0].id)
    }

    @Test func anEmptyListSaysWhetherItIsKnown() throws {
        var bench = bench(100, 30)
        opened(.settlements, &bench)
        bench.press("tab")
        var task = AccountTask(
            store: "nova-eu", topic: .returns, phase: .notPermitted, nextRun: Fixture.now)
        task.missingRole = "Inventory and Order Tracking"
        try give([], [task], to: &bench)
        #expect(bench.text.contains("not permitted: role Inventory and Order Tracking"))
        task = AccountTask(store: "nova-eu", topic: .returns, nextRun: Fixture.now)
        task.lastSuccess = Fixture.now
        bench.press("ctrl-r")
        try give([], [task], to: &bench)
        #expect(bench.text.contains("None in the platform's reports."))
    }

    @Test func answersOfAnotherListAreDropped() throws {
        var bench = bench(100, 30)
        opened(.settlements, &bench)
        let first = try #require(bench.calls.last)
        bench.press("tab")
        bench.feed(
            .answered(first, .accountRows(.rows(AccountRowFixture.stock, states: []))))
        #expect(!bench.model.accountRows.isLoaded)
    }

    /// Whatever strangers write, the terminal obeys none of it.
    @Test func wordsOfBuyersAreHarmless() throws {
        var bench = bench(100, 30)
        opened(.settlements, &bench)
        bench.press("tab tab")
        try give(
            [
                .rated(
                    FeedbackView(
                        store: "nova-eu",
                        feedback: SellerFeedback(
                            order: "305-1\u{1B}[2J", rating: 1,
                            comment: "bad\u{1B}]52;c;x\u{7}\u{202E}", response: nil),
                        isOrderKnown: false))
            ], to: &bench)
        bench.press("enter")
        let scalars = bench.text.unicodeScalars
        #expect(!scalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
    }

    @Test func theCursorWalksListsThatAreInSight() {
        var bench = bench(80, 24)
        #expect(bench.model.accountTarget?.list == .settlements)
        bench.press("j j j")
        #expect(bench.model.accountTarget?.list == .stock)
        bench.press("k")
        #expect(bench.model.accountTarget?.list == .ratings)
        let area = ScreenLayout(bench.model).body
        let row = bench.screen.textRows.firstIndex { $0.contains("Returns") } ?? 0
        bench.feed(.pressed(.mouse(MouseEvent(.click, at: Point(x: area.x + 4, y: row)))))
        #expect(bench.model.accountTarget?.list == .returns)
    }
}

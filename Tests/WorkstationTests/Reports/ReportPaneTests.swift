import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct ReportPaneTests {
    private func bench(
        _ width: Int = 100, _ height: Int = 30, _ language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = Bench(
            width: width, height: height, language: language, me: Fixture.supervisor)
        bench.answersCalls = false
        bench.press("g f")
        answer(&bench, .report(Self.report()))
        return bench
    }

    private func answer(_ bench: inout Bench, _ answer: ReportAnswer) {
        let shown = bench.model.reports
        let request =
            shown.report?.request ?? shown.request(at: bench.model.now, in: bench.model.localTime)
        let call: CoreCall =
            if case .rows = answer {
                .report(.open(request, .firstMedian, []))
            } else {
                .report(.run(request))
            }
        bench.feed(.answered(call, .report(answer)))
    }

    private static func report(by dimension: ReportDimension? = nil) -> ReportView {
        var tally = FigureTally()
        for (index, hours) in [1, 2, 3, 5, 30].enumerated() {
            tally.add(turn(Int64(index), hours: Int64(hours)), now: 0)
        }
        var waiting = ReportFact(source: .turn, ticket: 9, item: 1, start: -20 * 3_600_000)
        waiting.flag = true
        tally.add(waiting, now: 0)
        let points: [Double?] = (0..<30).map { $0 % 7 == 0 ? nil : Double($0 % 7) * 600_000 }
        let total = ReportGroup(
            keys: [], labels: [], figures: tally.values(ReportKind.kpi.figures),
            trends: [ReportTrend(kind: .firstMedian, points: points)])
        let groups = dimension.map { _ in
            [
                ReportGroup(
                    keys: ["nova-eu"], labels: ["nova-eu\u{202E}"],
                    figures: tally.values(ReportKind.kpi.figures))
            ]
        }
        var view = ReportView(
            request: ReportRequest(
                kind: .kpi, from: Fixture.now - .days(30), to: Fixture.now,
                by: dimension.map { [$0] } ?? []),
            asOf: Fixture.now, zone: "Asia/Shanghai", counted: EventSequence(7), total: total,
            groups: groups ?? [])
        view.firstCurve =
            SurvivalCurve(
                ended: [1, 2, 3, 5, 30].map { $0 * 3_600_000 },
                waiting: [20, 40].map { $0 * 3_600_000 }
            ).steps
        view.arrivalsByHour = (0..<7).map { day in (0..<24).map { abs($0 - 14) < 6 ? day : 0 } }
        view.backlog = (1...14).map { day in
            BacklogPoint(
                at: Fixture.now - .days(Int64(14 - day)),
                ages: (0..<Int64(day)).map { $0 * 3 * 3_600_000 })
        }
        return view
    }

    private static func turn(_ ticket: Int64, hours: Int64) -> ReportFact {
        var fact = ReportFact(
            source: .turn, ticket: ticket, item: 1, start: 0, end: hours * 3_600_000)
        fact.flag = true
        return fact
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func looksAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("j j j j j j")
        try expectScreen(
            bench.screen, "reports-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test func openingAsksTheCoreAndTheKeysAskAgain() throws {
        var bench = Bench(me: Fixture.supervisor)
        bench.answersCalls = false
        bench.press("g f")
        #expect(bench.model.layer == .reports)
        bench.press("w")
        #expect(bench.model.reports.days == 90)
        bench.press("b")
        #expect(bench.model.reports.dimension == .store)
        bench.press("]")
        let last = try #require(bench.calls.last)
        guard case .report(.run(let request)) = last else {
            Issue.record("The last call is \(last).")
            return
        }
        #expect(request.kind == .sla)
        #expect(request.by == [.store])
        // Ninety days as the reader's clocks have them, today among them.
        let time = bench.model.localTime
        #expect(request.to == bench.model.now)
        #expect(request.from == time.startOfDay(request.from))
        #expect(time.startOfDay(request.to) - request.from == .days(89))
    }

    @Test func theFormulaOfTheSelectedFigureStandsBelow() {
        var bench = bench(120, 40)
        bench.press("j j j j j j")
        #expect(bench.model.reports.selected?.kind == .firstMedian)
        #expect(bench.text.contains("first human reply - start of the first debt of a cycle"))
        #expect(bench.text.contains("n 6, censored 1"))
    }

    @Test func figuresOpenIntoRowsAndBack() {
        var bench = bench()
        bench.press("j j j j j j enter")
        let rows = OpenFigure.Reply(
            rows: [
                FigureRow(
                    ticket: TicketID(48_812), item: 1, store: "nova-eu", person: "Ana",
                    start: Fixture.now - .hours(3), subject: "Paket\u{1B}[2J")
            ], count: 1)
        answer(&bench, .rows(rows))
        #expect(bench.text.contains("#48812"))
        #expect(bench.text.contains("3 h 00 m +"))
        #expect(!bench.text.contains("\u{1B}"))
        bench.press("left")
        #expect(bench.model.reports.rows == nil)
        #expect(bench.model.layer == .reports)
    }

    /// Dates of another year, names and states in both languages, all in full.
    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func rowsLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("j j j j j j enter")
        answer(&bench, .rows(OpenFigure.Reply(rows: Self.rows, count: Self.rows.count)))
        try expectScreen(
            bench.screen, "report-rows-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    private static let rows: [FigureRow] = [
        FigureRow(
            ticket: TicketID(48_812), item: 1, store: "nova-eu", person: "Ana Nova",
            start: Fixture.now - .hours(3), state: .owed, subject: "Paket nicht angekommen"),
        FigureRow(
            ticket: TicketID(7), item: 2, store: "kumo-jp", person: "李伟",
            start: Fixture.now - .days(41), end: Fixture.now - .days(40), state: .answered,
            subject: "サイズが合いません、交換できますか"),
        FigureRow(
            ticket: TicketID(8), item: 3, store: "nova-eu", person: nil,
            start: Fixture.now - .days(330), end: Fixture.now - .days(328), state: .excusePending,
            subject: "Gracias"),
        FigureRow(
            ticket: TicketID(9), item: 4, store: "nova-us", person: "Maximiliane Ostermann",
            start: Fixture.now - .days(2), end: Fixture.now - .days(1), state: .answerPending,
            subject: "Is it compatible with 220V?"),
        FigureRow(
            ticket: TicketID(10), item: 5, store: "nova-us", person: "Tom",
            start: Fixture.now - .days(2), end: Fixture.now - .days(1), state: .void,
            subject: "Automatic reply"),
        FigureRow(ticket: nil, item: 6, start: Fixture.now - .days(9), points: 87.5),
    ]

    @Test(arguments: [(80, 24), (200, 50)])
    func chartsLookAsRecorded(size: (Int, Int)) throws {
        var bench = bench(size.0, size.1)
        bench.press("c")
        try expectScreen(bench.screen, "report-charts-\(size.0)x\(size.1)")
        bench.press("j left")
        #expect(bench.model.reports.showsCharts == false)
        #expect(bench.model.layer == .reports)
    }

    /// What the linter's warnings came to, by rule, stands among the report's other parts.
    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func warningsLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        var report = Self.report()
        report.backlog = []
        report.arrivalsByHour = []
        (report.firstCurve, report.nextCurve) = ([], [])
        report.wording = WordingReport(all: [
            WordingReport.Line(rule: "ORI-01", heeded: 12, kept: 3, open: 1),
            WordingReport.Line(
                rule: "CON-01", heeded: 41, kept: 1, open: 0, keptTickets: [TicketID(48_812)]),
            WordingReport.Line(
                rule: "DIV-04", heeded: 6, kept: 8, open: 2,
                keptTickets: (1...8).map { TicketID(48_800 + $0) }),
        ])
        answer(&bench, .report(report))
        bench.press("c")
        try expectScreen(
            bench.screen, "report-warnings-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test func rowsOfAReportThatIsGoneAreNotShown() {
        var bench = bench()
        let before = bench.model.reports.request(
            at: bench.model.now - .days(1), in: bench.model.localTime)
        bench.feed(
            .answered(
                .report(.open(before, .firstMedian, [])),
                .report(.rows(OpenFigure.Reply(rows: [], count: 0)))))
        #expect(bench.model.reports.rows == nil)
    }

    @Test func groupsAreShownOneAtATime() {
        var bench = bench()
        answer(&bench, .report(Self.report(by: .store)))
        bench.press("b")
        answer(&bench, .report(Self.report(by: .store)))
        bench.press("n")
        #expect(bench.model.reports.shownGroup?.keys == ["nova-eu"])
        #expect(bench.text.contains("nova-eu"))
        bench.press("n")
        #expect(bench.model.reports.shownGroup?.keys == [])
    }
}

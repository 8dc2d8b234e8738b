import TerminalCore
import TerminalWidgets
import Testing

private let ascii = TextRules(isAsciiOnly: true)

@Suite struct ShareBarTests {
    @Test(arguments: [
        (0.0, "░░░░"), (0.5, "██░░"), (1.0, "████"), (9.0, "████"), (-1.0, "░░░░"),
        (0.001, "▏░░░"), (0.28125, "█▏░░"), (Double.nan, "░░░░"), (Double.infinity, "░░░░"),
    ])
    func fillsToAnEighthOfACell(value: Double, expected: String) {
        #expect(plain(ShareBar(value: value).line(width: 4)) == expected)
    }

    @Test func theGoalStandsInTheBarAndReadsWithoutColour() {
        let bar = ShareBar(value: 0.4, role: .late, goal: 0.9)
        #expect(plain(bar.line(width: 10)) == "████░░░░░│")
        #expect(plain(bar.line(width: 10, rules: ascii)) == "####.....|")
        #expect(bar.line(width: 10).first == StyledText("████", .late))
    }

    @Test(arguments: [-3, 0, 1, 2])
    func anyWidthIsDrawn(width: Int) {
        let line = ShareBar(value: 1, goal: 0.5).line(width: width)
        #expect(line.displayWidth(.standard) == max(0, width))
    }
}

@Suite struct StackedBarTests {
    @Test func partsShareTheCellsByLargestRemainder() {
        #expect(StackedBar.cells([1, 1, 1], limit: nil, width: 10) == [4, 3, 3])
        #expect(StackedBar.cells([5, 3, 2], limit: nil, width: 10) == [5, 3, 2])
        #expect(StackedBar.cells([5], limit: 20, width: 8) == [2])
        #expect(StackedBar.cells([0, 0], limit: nil, width: 8) == [0, 0])
        #expect(StackedBar.cells([Int.max, Int.max], limit: 1, width: 8).allSatisfy { $0 >= 0 })
    }

    @Test func aSmallPartStillShows() {
        #expect(StackedBar.cells([1000, 1], limit: nil, width: 5) == [4, 1])
    }

    @Test func fillsTellThePartsApartWithoutColour() {
        let bar = StackedBar([
            ChartBand("late", value: 2, role: .late), ChartBand("soon", value: 1, role: .soon),
            ChartBand("calm", value: 1, role: .calm),
        ])
        #expect(plain(bar.line(width: 8)) == "████▒▒▓▓")
        #expect(plain(bar.line(width: 8, rules: ascii)) == "####==++")
        #expect(plain(bar.legend()) == "█ late 2  ▒ soon 1  ▓ calm 1")
    }
}

@Suite struct TrendCellsTests {
    @Test func theNewestStepsAndTheirGaps() {
        #expect(plain(TrendCells([9, 0, 4, nil, 8]).line(width: 4)) == "▁▅ █")
        #expect(plain(TrendCells([0, 0]).line(width: 4)) == "▁▁")
        #expect(plain(TrendCells([1, 4, 8], limit: 8).line(width: 3, rules: ascii)) == ".=#")
        #expect(plain(TrendCells([.nan, 2]).line(width: 3)) == " █")
    }

    @Test func whatIsTooHighIsUnderlinedToo() {
        let line = TrendCells([1, 9], alarm: 5).line(width: 2)
        #expect(line.last?.style == Style(.late, [.bold, .underline]))
    }
}

@Suite struct ColumnChartTests {
    @Test func columnsStandOnAScale() {
        let chart = ColumnChart([.init("Mo", [2]), .init("Tu", [4]), .init("We", [1])])
        #expect(
            text(chart.lines(width: 11, height: 5)) == [
                "4│   ██    ",
                " │   ██    ",
                " │██ ██    ",
                "0│██ ██ ██ ",
                "  Mo Tu We",
            ])
    }

    @Test func partsAreStackedAndTheGoalIsALine() {
        let chart = ColumnChart(
            [.init("1", [1, 1]), .init("2", [2, 0])], roles: [.ok, .late], goal: 3)
        #expect(
            text(chart.lines(width: 4, height: 4)) == ["3│──", " │▒█", "0│██", "  1"])
        #expect(
            text(chart.lines(width: 4, height: 4, rules: ascii)) == ["3|--", " |=#", "0|##", "  1"])
    }

    @Test func whatDoesNotFitIsTheOldest() {
        let chart = ColumnChart((1...9).map { .init("", [Double($0)]) })
        let lines = text(chart.lines(width: 4, height: 3))
        #expect(lines.allSatisfy { $0.count <= 4 })
        #expect(lines.count == 3)
        #expect(chart.lines(width: 1, height: 3).isEmpty)
        #expect(ColumnChart([]).lines(width: 40, height: 3).isEmpty)
    }

    @Test func valuesThatAreNoNumbersAreNothing() {
        let chart = ColumnChart([.init("", [.nan]), .init("", [.infinity]), .init("", [-4])])
        #expect(text(chart.lines(width: 5, height: 2)).first == "1│   ")
    }
}

@Suite struct HeatGridTests {
    private let grid = HeatGrid(
        rowLabels: ["Mon", "周二"], columnLabels: (0..<4).map { String($0) },
        values: [[0, 1, 2, 4], [nil, 3]], selection: Point(x: 3, y: 0))

    @Test func weightsAreShades() {
        #expect(
            text(grid.lines(width: 9)) == [
                "     0 2", "Mon  ·░▒█", "周二 ?▓??", "     · 0  ░ <=1  ▒ <=2  ▓ <=3  █ <=4",
            ])
        #expect(text(grid.lines(width: 9, rules: ascii))[1] == "Mon .-+#")
    }

    @Test func roomMakesColumnsWider() {
        let lines = text(grid.lines(width: 30))
        #expect(lines[0] == "     0   1   2   3")
        #expect(lines[1] == "Mon  ··· ░░░ ▒▒▒ ███ ")
    }

    @Test func theSelectedCellIsReversed() {
        let line = grid.lines(width: 9)[1]
        #expect(line.last?.style.attributes == [.reverse, .bold])
        #expect(grid.lines(width: 3).isEmpty)
    }
}

@Suite struct StepCurveTests {
    private let curve = StepCurve(
        steps: [.init(at: 2, level: 0.5), .init(at: 6, level: 0.25)], end: 8,
        marks: [.init(at: 4, label: "4 h")])

    @Test func theCurveFallsInSteps() {
        #expect(
            text(curve.lines(width: 13, height: 5)) == [
                "100%│██  │   ",
                "    │██  │   ",
                "    │██████  ",
                "  0%│████████",
                "         4 h",
            ])
    }

    @Test(arguments: [(0.0, 1.0), (1.99, 1), (2, 0.5), (5.9, 0.5), (6, 0.25), (100, 0.25)])
    func theLevelHoldsUntilTheNextStep(measure: Double, expected: Double) {
        #expect(curve.level(at: measure) == expected)
    }
}

private func plain(_ line: TextLine) -> String { line.map(\.text).joined() }

private func text(_ lines: [TextLine]) -> [String] { lines.map(plain) }

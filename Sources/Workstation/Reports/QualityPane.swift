package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// Answers to be judged: the list, the selected answer under its question, and its marks.
package enum QualityPane {
    package struct State: Equatable, Sendable {
        package internal(set) var samples: [QualitySampleView] = []
        package internal(set) var isLoaded = false
        package internal(set) var list = ListState()
        package internal(set) var marks: [QualityCriterion: QualityMark] = [:]
        package internal(set) var criterion = QualityCriterion.accuracy

        package var selected: QualitySampleView? {
            samples.indices.contains(list.selection) ? samples[list.selection] : nil
        }

        /// All five marks, or nil while one is missing.
        package var wholeMarks: QualityMarks? {
            guard let accuracy = marks[.accuracy], let completeness = marks[.completeness],
                let policy = marks[.policy], let language = marks[.language],
                let timeliness = marks[.timeliness]
            else { return nil }
            return QualityMarks(
                accuracy: accuracy, completeness: completeness, policy: policy,
                language: language, timeliness: timeliness)
        }

        mutating func loaded(_ samples: [QualitySampleView]) {
            self.samples = samples
            isLoaded = true
            list.clamp(count: samples.count)
            forget()
        }

        /// Another answer begins without marks.
        mutating func forget() {
            marks = [:]
            criterion = .accuracy
        }

        mutating func mark(_ mark: QualityMark) {
            marks[criterion] = mark
            turn(by: 1)
        }

        mutating func turn(by distance: Int) {
            let all = QualityCriterion.allCases
            let place = all.firstIndex(of: criterion) ?? 0
            criterion = all[(place + distance + all.count) % all.count]
        }
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body
        let state = model.quality
        guard state.isLoaded else {
            buffer.write(
                model.words(InboxStrings.loading), at: Point(x: 1, y: area.y), style: Style(.muted))
            return
        }
        guard let sample = state.selected else {
            buffer.write(
                model.words(QualityStrings.none), at: Point(x: 1, y: area.y), style: Style(.muted))
            return
        }
        let parts = area.rows([
            .fixed(listHeight(area, state.samples.count)), .fixed(6), .rest,
        ])
        table(model).render(
            into: &buffer, in: parts[0], state: state.list, count: state.samples.count
        ) { row(state.samples[$0], model) }
        drawMarks(model, in: parts[1].inset(horizontal: 1), into: &buffer)
        let lines =
            [[StyledText(model.words(QualityStrings.question), .info)]]
            + TextViewport.lines(
                of: sample.question, width: parts[2].width - 2, style: Style(.buyer),
                rules: model.rules)
            + [[StyledText(model.words(QualityStrings.answer), .info)]]
            + TextViewport.lines(
                of: sample.answer, width: parts[2].width - 2, style: Style(.agent),
                rules: model.rules)
        TextViewport(lines: lines).render(
            into: &buffer, in: parts[2].inset(horizontal: 1), state: ViewportState())
    }

    static func listHeight(_ area: Rect, _ count: Int) -> Int {
        min(count + 1, max(3, area.height / 4))
    }

    private static func table(_ model: WorkstationModel) -> Table {
        let words = model.words
        return Table(columns: [
            TableColumn(words(ReportWords.dimension(.week)), width: .fixed(10)),
            TableColumn(words(ReportWords.dimension(.person)), width: .fixed(14), isTelling: true),
            TableColumn(words(OutboxStrings.ticket), width: .fixed(9)),
            TableColumn("", width: .fixed(3)),
            TableColumn(words(OutboxStrings.text), width: .rest),
        ])
    }

    private static func row(_ view: QualitySampleView, _ model: WorkstationModel) -> TableRow {
        TableRow(cells: [
            [StyledText(view.sample.week, .muted)],
            [StyledText(SafeText.line(view.authorName))],
            [StyledText("#\(view.sample.ticket.rawValue)", .muted)],
            [StyledText(view.sample.isDouble ? "2x" : "", .info)],
            [StyledText(SafeText.line(view.subject))],
        ])
    }

    private static func drawMarks(
        _ model: WorkstationModel, in area: Rect, into buffer: inout ScreenBuffer
    ) {
        let state = model.quality
        let words = model.words
        for (index, criterion) in QualityCriterion.allCases.enumerated() where index < area.height {
            let isHere = criterion == state.criterion
            var line: TextLine = [
                StyledText(isHere ? "> " : "  ", .gutter),
                StyledText(
                    words(ReportWords.criterion(criterion)).padded(to: 20), .text,
                    isHere ? .bold : []),
                StyledText("\(criterion.weight)".padded(to: 4), .muted),
            ]
            for (number, mark) in QualityMark.allCases.enumerated() {
                let isGiven = state.marks[criterion] == mark
                let text = "\(number) " + words(ReportWords.mark(mark))
                line.append(
                    StyledText(
                        isGiven ? "[\(text)] " : " \(text)  ",
                        isGiven ? role(mark) : .muted, isGiven ? .bold : []))
            }
            buffer.write(line, at: Point(x: area.x, y: area.y + index), width: area.width)
        }
        guard area.height > 5, let marks = state.wholeMarks else { return }
        let total = FigureText.text(marks.total, .points)
        buffer.write(
            [StyledText(words(QualityStrings.total(total)), .accent, .bold)],
            at: Point(x: area.x + 2, y: area.y + 5), width: area.width - 2)
    }

    private static func role(_ mark: QualityMark) -> ThemeRole {
        switch mark {
        case .missed: .error
        case .partly: .warning
        case .met: .ok
        }
    }
}

/// Words of the quality pane.
enum QualityStrings {
    static let name = Phrase("quality.name", "Quality")
    static let none = Phrase(
        "quality.none", "No answer waits for your marks: D draws a sample of last week's answers.")
    static let question = Phrase("quality.question", "The buyer asked")
    static let answer = Phrase("quality.answer", "The answer")
    static let scored = Phrase("quality.scored", "The marks are noted.")
    static let missing = Phrase("quality.missing", "Give all five marks first.")

    static func drawn(_ count: Int, week: String) -> Phrase {
        Phrase(
            "quality.drawn", "Week of {week}: {count} answers drawn",
            ["week": week, "count": String(count)])
    }

    static func total(_ points: String) -> Phrase {
        Phrase("quality.total", "{points} of 100 points; a gives these marks", ["points": points])
    }
}

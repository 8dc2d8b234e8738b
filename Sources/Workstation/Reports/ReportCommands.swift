import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Keys of the reports pane.
enum ReportCommands {
    static let all: [Command] = [
        Command(
            "reports", ["g f"], in: .reading,
            Phrase("command.reports", "Shows figures: response times, deadlines, people, …")
        ) { model, _ in model.push(.reports) + model.askReport() },
        Command(
            "next-report", ["]", "tab"], in: [.reports],
            Phrase("command.next-report", "Goes to the next report"),
            hint: Phrase("hint.next-report", "report")
        ) { model, _ in model.turnReport(by: 1) },
        Command(
            "previous-report", ["["], in: [.reports],
            Phrase("command.previous-report", "Goes to the report before")
        ) { model, _ in model.turnReport(by: -1) },
        Command(
            "report-by", ["b"], in: [.reports],
            Phrase("command.report-by", "Breaks figures down by store, language, person, …"),
            hint: Phrase("hint.report-by", "by")
        ) { model, _ in model.turnDimension() },
        Command(
            "report-window", ["w"], in: [.reports],
            Phrase("command.report-window", "Changes the window: 7, 30 or 90 days"),
            hint: Phrase("hint.report-window", "days")
        ) { model, _ in model.turnWindow() },
        Command(
            "next-group", ["n", "right"], in: [.reports],
            Phrase("command.next-group", "Shows the next group's figures"),
            hint: Phrase("hint.next-group", "group")
        ) { model, _ in model.turnGroup(by: 1) },
        Command(
            "previous-group", ["p"], in: [.reports],
            Phrase("command.previous-group", "Shows the group's before")
        ) { model, _ in model.turnGroup(by: -1) },
        Command(
            "open-figure", ["enter"], in: [.reports],
            Phrase("command.open-figure", "Opens the rows that a figure is of, or their ticket"),
            hint: Phrase("hint.open-figure", "rows"),
            unless: {
                $0.reports.rows == nil && $0.reports.selected?.kind.opened == nil
                    ? ReportPaneStrings.noRows : nil
            }
        ) { model, _ in model.openFigure() },
        Command(
            "report-charts", ["c"], in: [.reports],
            Phrase("command.report-charts", "Shows the report's charts, or its table again"),
            hint: Phrase("hint.report-charts", "charts")
        ) { model, _ in
            model.reports.showsCharts.toggle()
            model.reports.chartView = ViewportState()
            return []
        },
        Command(
            "close-figure", ["left", "backspace"], in: [.reports],
            Phrase("command.close-figure", "Goes back from the rows, or from the reports")
        ) { model, _ in
            if model.reports.rows != nil {
                model.reports.rows = nil
            } else if model.reports.showsCharts {
                model.reports.showsCharts = false
            } else {
                return model.peel()
            }
            return []
        },
        Command(
            "reload-report", ["ctrl-r"], in: [.reports],
            Phrase("command.reload-report", "Works the report out again")
        ) { model, _ in model.askReport() },
        Command("down", ["j", "down"], in: [.reports], Phrase("command.down", "Moves down")) {
            model, _ in model.moveReport(by: 1)
        },
        Command("up", ["k", "up"], in: [.reports], Phrase("command.up", "Moves up")) {
            model, _ in model.moveReport(by: -1)
        },
    ]
}

/// Words of the reports pane.
enum ReportPaneStrings {
    static let name = Phrase("reports.name", "Reports")
    static let start = Phrase("reports.start", "since")
    static let noRows = Phrase("reports.no-rows", "This figure is not made of rows.")

    static let noCharts = Phrase("reports.no-charts", "This report has no charts.")

    static func days(_ count: Int) -> Phrase {
        Phrase("reports.days", "{count} days", ["count": String(count)])
    }

    static func since(_ time: String) -> Phrase {
        Phrase("reports.since", "since {time}", ["time": time])
    }
}

extension WorkstationModel {
    mutating func askReport() -> [Effect] {
        reports.rows = nil
        return [.latest("report", .report(.run(reports.request(at: now, in: localTime))))]
    }

    mutating func turnReport(by distance: Int) -> [Effect] {
        let kinds = ReportKind.allCases
        let place = kinds.firstIndex(of: reports.kind) ?? 0
        reports.kind = kinds[(place + distance + kinds.count) % kinds.count]
        reports.list = ListState(height: reports.list.height)
        reports.group = 0
        return askReport()
    }

    mutating func turnDimension() -> [Effect] {
        let all = ReportPane.State.dimensions
        let place = all.firstIndex(of: reports.dimension) ?? 0
        reports.dimension = all[(place + 1) % all.count]
        reports.group = 0
        return askReport()
    }

    mutating func turnWindow() -> [Effect] {
        let spans = ReportPane.State.spans
        let place = spans.firstIndex(of: reports.days) ?? 0
        reports.days = spans[(place + 1) % spans.count]
        return askReport()
    }

    mutating func turnGroup(by distance: Int) -> [Effect] {
        let count = (reports.report?.groups.count ?? 0) + 1
        reports.group = (reports.group + distance + count) % count
        return []
    }

    mutating func moveReport(by distance: Int) -> [Effect] {
        let height = ScreenLayout(self).body.height
        if let rows = reports.rows {
            reports.rowList.height = max(1, height - 2)
            reports.rowList.move(by: distance, count: rows.rows.count)
        } else if reports.showsCharts {
            let charts = reports.report.map {
                ReportCharts(report: $0, model: self, width: size.width - 2).lines.count
            }
            reports.chartView.scroll(
                by: distance, lineCount: charts ?? 0, height: max(1, height - 1))
        } else {
            reports.list.height = max(1, height - 2 - min((height - 1) / 3, 5))
            reports.list.move(by: distance, count: reports.figures.count)
        }
        return []
    }

    /// The rows of the selected figure, or the ticket of the selected row.
    mutating func openFigure() -> [Effect] {
        if let rows = reports.rows {
            guard rows.rows.indices.contains(reports.rowList.selection) else { return [] }
            return rows.rows[reports.rowList.selection].ticket.map { openTicket($0) } ?? []
        }
        guard let report = reports.report, let figure = reports.selected else { return [] }
        let keys = reports.shownGroup?.keys ?? []
        return [.latest("report", .report(.open(report.request, figure.kind, keys)))]
    }

    mutating func reportAnswered(_ call: ReportCall, _ answer: ReportAnswer) -> [Effect] {
        switch answer {
        case .report(let report):
            reports.report = report
            reports.group = min(reports.group, report.groups.count)
            reports.rows = nil
            return moveReport(by: 0)
        case .rows(let rows):
            // A report that came in between has other figures.
            guard case .open(let request, _, _) = call, request == reports.report?.request else {
                return []
            }
            reports.rows = rows
            reports.rowList = ListState()
            return moveReport(by: 0)
        case .samples(let samples):
            quality.loaded(samples)
            return []
        case .scored:
            say(QualityStrings.scored, .ok)
            return [.latest("quality", .report(.samples))]
        case .drawn(let reply):
            say(QualityStrings.drawn(reply.drawn, week: reply.week), .ok)
            return [.latest("quality", .report(.samples))]
        }
    }
}

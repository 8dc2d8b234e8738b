import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Missed deadlines with whom they were with, and what a supervisor remarked.
enum BreachPart {
    static func draw(_ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer) {
        guard let breaches = model.wall.breaches else {
            return WallPane.loading(model, area, into: &buffer)
        }
        guard !breaches.isEmpty else {
            buffer.write(
                model.words(
                    model.may(.report, .stores)
                        ? WallStrings.noBreaches : WallStrings.noOwnBreaches),
                at: Point(x: 1, y: area.y), style: Style(.ok))
            return
        }
        table(model, width: area.width).render(
            into: &buffer, in: area, state: model.wall.list, count: breaches.count
        ) { row(breaches[$0], model, width: area.width) }
    }

    private static func table(_ model: WorkstationModel, width: Int) -> Table {
        let words = model.words
        var columns = [
            TableColumn(words(OutboxStrings.ticket), width: .fixed(9), isTelling: true)
        ]
        if isWide(width) {
            columns.append(TableColumn(words(OutboxStrings.store), width: .fixed(14)))
        }
        columns += [
            TableColumn(words(WallStrings.clock), width: .fixed(isWide(width) ? 16 : 12)),
            TableColumn(words(WallStrings.due), width: .fixed(14)),
            TableColumn(words(WallStrings.with), width: .fixed(isWide(width) ? 40 : 20)),
            TableColumn(words(WallStrings.cause), width: .rest),
        ]
        return Table(columns: columns)
    }

    /// A narrow screen leaves the store to the conversation.
    private static func isWide(_ width: Int) -> Bool { width >= 110 }

    private static func row(
        _ breach: BreachView, _ model: WorkstationModel, width: Int
    ) -> TableRow {
        let words = model.words
        let cause: TextLine
        if let excuse = breach.excuse {
            cause = [
                StyledText(words(WallStrings.excuse(excuse)), .ok),
                StyledText("  " + SafeText.line(breach.excuseReason ?? ""), .muted),
            ]
        } else {
            cause = [StyledText(words(WallStrings.cause(breach.cause)), .warning)]
        }
        var cells: [TextLine] = [[StyledText(model.number(breach.ticket))]]
        if isWide(width) { cells.append([StyledText(breach.store.rawValue, .muted)]) }
        cells += [
            [StyledText(words(ClockStrings.kind(breach.key.kind)))],
            [StyledText(model.localTime.moment(breach.dueAt, now: model.now))],
            shares(breach, model), cause,
        ]
        return TableRow(cells: cells)
    }

    /// Who had it for how much of its time, the owner at the deadline first.
    private static func shares(_ breach: BreachView, _ model: WorkstationModel) -> TextLine {
        var parts = breach.shares.map {
            "\(SafeText.line($0.name)) \(Int(($0.share * 100).rounded())) %"
        }
        if breach.queueShare > 0.005 {
            parts.append(
                model.words(WallStrings.nobody)
                    + " \(Int((breach.queueShare * 100).rounded())) %")
        }
        guard !parts.isEmpty else {
            return [StyledText(SafeText.line(breach.ownerName ?? model.words(WallStrings.nobody)))]
        }
        return [StyledText(parts.joined(separator: ", "))]
    }
}

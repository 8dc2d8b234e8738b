import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What the platforms still allow, as bars.
enum BudgetText {
    /// The budgets of one store, or of all of them with a heading for each: the store of the
    /// selected line first, as there may be no room for all.
    static func lines(_ model: WorkstationModel, store: StoreID?, width: Int) -> [TextLine] {
        let all = model.engine.overview?.budgets ?? []
        let first = store ?? model.selectedLane?.store
        let others = store == nil ? all.filter { $0.store != first } : []
        // A short pane cuts the end: what is most used up comes first.
        let shown = all.filter { $0.store == first }.sorted { $0.usedShare > $1.usedShare } + others
        guard !shown.isEmpty else { return [] }
        let title = model.words(EngineStrings.budgets)
        var lines: [TextLine] = []
        var last: StoreID?
        for budget in shown {
            if budget.store != last {
                lines.append([
                    StyledText("\(budget.store)", .text, .bold),
                    StyledText(" · \(budget.region) · \(title)", .muted),
                ])
                last = budget.store
            }
            lines.append(line(budget, model, width: width))
        }
        return lines
    }

    private static func line(_ budget: RequestBudget, _ model: WorkstationModel, width: Int)
        -> TextLine
    {
        let tokens = tokens(budget, model)
        let barWidth = width >= 100 ? 20 : 10
        let limit = Int(max(1, min(budget.burst, 1e6)))
        let bar = Bar(value: Int(tokens), limit: limit)
        let isPaused = budget.pausedUntil.map { $0 > model.now } ?? false
        let left = "\(Int(tokens))/\(limit)"
        var line: TextLine = [
            StyledText(" " + SafeText.line(budget.operation).truncated(to: 21).padded(to: 22)),
            StyledText(
                bar.text(width: barWidth, rules: model.rules),
                isPaused ? .error : tokens < 1 ? .warning : .ok),
            StyledText(" " + left.padded(to: 7)),
            StyledText(rate(budget, model).padded(to: 9), .muted),
            StyledText(
                model.words(BudgetStrings.used(EngineText.percent(budget.usedShare))), .muted),
        ]
        if budget.refusals > 0 {
            let last = budget.lastRefusal.map { model.localTime.moment($0, now: model.now) } ?? "-"
            line.append(
                StyledText("  429: \(budget.refusals) (\(last))", isPaused ? .error : .warning))
        }
        return line
    }

    /// The bucket fills up while one looks at it.
    private static func tokens(_ budget: RequestBudget, _ model: WorkstationModel) -> Double {
        let since = model.engine.overviewAt.map { (model.now - $0).wholeMilliseconds } ?? 0
        let now = budget.tokens + budget.ratePerSecond * Double(max(0, since)) / 1000
        guard now.isFinite else { return 0 }
        return min(max(0, now), max(1, min(budget.burst, 1e6)))
    }

    /// Slow rates read better by the minute or by the hour.
    private static func rate(_ budget: RequestBudget, _ model: WorkstationModel) -> String {
        let rate = budget.ratePerSecond
        if rate >= 0.5 { return EngineText.tenths(rate) + "/s" }
        if rate * 60 >= 0.5 { return EngineText.tenths(rate * 60) + "/min" }
        return EngineText.tenths(rate * 3600) + "/h"
    }
}

enum BudgetStrings {
    static let none = Phrase("budget.none", "No platform has been asked yet.")

    static func used(_ share: String) -> Phrase {
        Phrase("budget.used", "used {share}", ["share": share])
    }
}

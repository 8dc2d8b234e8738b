import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// A spot check in full, and what all of them say together.
enum CheckText {
    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        if let check = model.engine.checks.selected { lines += text(check, model, width) }
        if let summary = model.engine.checkSummary {
            if !lines.isEmpty { lines.append([]) }
            lines += EngineText.wrapped(verdict(summary, model), .info, width)
        }
        return lines
    }

    private static func text(_ check: SpotCheck, _ model: WorkstationModel, _ width: Int)
        -> [TextLine]
    {
        guard let result = check.result else {
            let how = CheckStrings.how(
                hour(check, model), check.store.rawValue, check.deskCount)
            let tickets = check.tickets.map { model.number($0) }.joined(separator: " ")
            return EngineText.wrapped(model.words(how), .text, width)
                + EngineText.wrapped(tickets, .muted, width)
        }
        let time = check.recordedAt.map { model.localTime.moment($0, now: model.now) } ?? "-"
        let words = CheckStrings.recorded(
            model.words(EngineWords.checkResult(result.rawValue)), check.recordedBy ?? "-", time)
        return EngineText.wrapped(model.words(words), result == .match ? .ok : .error, width)
            + EngineText.wrapped(check.note, .note, width)
    }

    /// `17 Nov 20:00-21:00` in the reader's zone.
    static func hour(_ check: SpotCheck, _ model: WorkstationModel) -> String {
        let end = model.localTime.clock(check.start + .hours(1))
        return "\(model.localTime.date(check.start, now: model.now)) "
            + "\(model.localTime.clock(check.start))-\(end)"
    }

    private static func verdict(_ summary: SpotCheckSummary, _ model: WorkstationModel) -> String {
        guard let bound = summary.upperBound else { return model.words(CheckStrings.none) }
        let percent = bound.isFinite ? EngineText.tenths(bound * 100) : "-"
        return model.words(
            CheckStrings.summary(
                recorded: summary.recorded, missing: summary.missing, extra: summary.extra,
                bound: percent))
    }
}

enum CheckStrings {
    static let due = Phrase("check.due", "due")
    static let none = Phrase("check.none", "No spot check has been recorded yet.")

    static func how(_ hour: String, _ store: String, _ count: Int) -> Phrase {
        Phrase(
            "check.how",
            "Count the buyer messages of {store} in Seller Central, {hour}. The desk has {count}.",
            ["hour": hour, "store": store, "count": "\(count)"])
    }
    static func recorded(_ result: String, _ name: String, _ time: String) -> Phrase {
        Phrase(
            "check.recorded", "{result}, recorded by {name}, {time}",
            ["result": result, "name": name, "time": time])
    }
    static func summary(recorded: Int, missing: Int, extra: Int, bound: String) -> Phrase {
        Phrase(
            "check.summary",
            "{recorded} checks, {missing} missing, {extra} extra: at most {bound} % missed (95 %).",
            [
                "recorded": "\(recorded)", "missing": "\(missing)", "extra": "\(extra)",
                "bound": bound,
            ])
    }
}

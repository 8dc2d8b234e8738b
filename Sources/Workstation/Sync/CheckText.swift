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
        let counts = CheckStrings.counts(
            here: check.deskCount,
            there: check.platformCount ?? (result == .match ? check.deskCount : nil))
        return EngineText.wrapped(model.words(words), result == .match ? .ok : .error, width)
            + EngineText.wrapped(model.words(counts), .text, width)
            + EngineText.wrapped(check.note, .note, width)
    }

    /// What the desk has, and beside it what somebody counted: `3/4`.
    static func count(_ check: SpotCheck) -> String {
        check.platformCount.map { "\(check.deskCount)/\($0)" } ?? "\(check.deskCount)"
    }

    /// The number that a note begins with, such as `4 two letters of 20:14`, and the rest.
    static func counted(_ text: String) -> (count: Int?, note: String) {
        let words = text.split(separator: " ", maxSplits: 1)
        guard let first = words.first, let count = Int(first), (0...1_000_000).contains(count)
        else {
            return (nil, text)
        }
        return (count, words.count > 1 ? String(words[1]) : "")
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
    static func counts(here: Int, there: Int?) -> Phrase {
        Phrase(
            "check.counts", "The desk has {here}, Seller Central shows {there}.",
            ["here": "\(here)", "there": there.map { "\($0)" } ?? "?"])
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

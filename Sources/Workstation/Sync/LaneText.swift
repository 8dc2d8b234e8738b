import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// A lane in full: what is wrong, what to do, how blind we are, how far the past is read.
enum LaneText {
    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        guard let lane = model.selectedLane else { return [] }
        var lines: [TextLine] = [heading(lane, model)]
        if let blind = lane.blind {
            lines += EngineText.wrapped(blindness(blind, model), .error, width)
            if blind.isAlarm {
                lines += EngineText.wrapped(model.words(LaneStrings.lookByHand), .error, width)
            }
        }
        if let trouble = lane.trouble {
            lines += EngineText.trouble(trouble, model, width: width)
        }
        if let backfill = lane.backfill { lines.append(past(backfill, model)) }
        lines += lane.parts.flatMap { part($0, model, width: width) }
        if let hint = hint(lane) { lines += EngineText.wrapped(model.words(hint), .muted, width) }
        guard EngineLayout(model).side.isEmpty else { return lines }
        return lines + BudgetText.lines(model, store: lane.store, width: width)
    }

    private static func heading(_ lane: SyncLane, _ model: WorkstationModel) -> TextLine {
        var line: TextLine = [
            StyledText(lane.store?.rawValue ?? model.words(LaneStrings.shared), .text, .bold),
            StyledText(" · \(model.words(EngineWords.kind(lane.kind.rawValue)))"),
        ]
        if let seen = lane.seenThrough {
            let time = model.localTime.moment(seen, now: model.now)
            line.append(StyledText(" · " + model.words(LaneStrings.complete(time)), .muted))
        }
        if lane.failures > 0 {
            line.append(
                StyledText(" · " + model.words(LaneStrings.failures(lane.failures)), .warning))
        }
        return line
    }

    /// Lanes whose figures need a word: what is read on demand, and what need not be there.
    private static func hint(_ lane: SyncLane) -> Phrase? {
        switch lane.kind {
        case .finances where lane.state != .paused: LaneStrings.onDemand
        case .notifications where lane.state == .paused: LaneStrings.noQueue
        default: nil
        }
    }

    /// A topic's own times, and under it what is wrong with it.
    private static func part(
        _ part: SyncLanePart, _ model: WorkstationModel, width: Int
    ) -> [TextLine] {
        let role = role(part)
        let last = part.lastSuccess.map { TimeLeft.age(since: $0, now: model.now) } ?? "-"
        let next = TimeLeft.span(Int64(TimeLeft.seconds(until: part.nextRun, now: model.now)))
        let name = model.words(AccountStrings.topic(part.topic))
        let times = LaneStrings.times(last: last, next: next)
        var line: TextLine = [
            StyledText(mark(part) + " ", role), StyledText(name.padded(to: 20)),
            StyledText(model.words(times), .muted),
        ]
        if part.phase == .requested {
            line.append(StyledText("  " + model.words(AccountStrings.requested), .info))
        }
        guard let trouble = part.trouble else { return [line] }
        let sentence = SyncSentences.words(
            errorClass: trouble.errorClass.rawValue, trouble: trouble.trouble
        ).problem
        let said =
            part.phase == .notPermitted
            ? model.words(AccountStrings.notPermitted(trouble.arguments["role"] ?? "?"))
            : model.words(sentence)
        return [line] + EngineText.wrapped("  " + said, role, width)
    }

    private static func mark(_ part: SyncLanePart) -> String {
        switch part.phase {
        case .idle: part.lastSuccess == nil ? "." : "+"
        case .requested: ">"
        case .failed: "!"
        case .notPermitted: "-"
        }
    }

    private static func role(_ part: SyncLanePart) -> ThemeRole {
        switch part.phase {
        case .idle: .ok
        case .requested: .info
        case .failed: .error
        case .notPermitted: .warning
        }
    }

    private static func blindness(_ blind: BlindSpan, _ model: WorkstationModel) -> String {
        let minutes = max(0, (model.now - blind.since).wholeMilliseconds / 60_000)
        return model.words(
            LaneStrings.blind(
                minutes: minutes, expected: EngineText.tenths(blind.expected), upper: blind.upper))
    }

    private static func past(_ backfill: BackfillProgress, _ model: WorkstationModel) -> TextLine {
        let bar = Bar(value: Int(backfill.share * 1000), limit: 1000)
        let reached = model.localTime.date(backfill.reached, now: model.now)
        return [
            StyledText(model.words(LaneStrings.past) + " ", .muted),
            StyledText(bar.text(width: 20, rules: model.rules), backfill.isDone ? .ok : .info),
            StyledText(
                " " + EngineText.percent(backfill.share) + " · "
                    + model.words(LaneStrings.pastReached(reached, backfill.records)), .muted),
        ]
    }
}

enum LaneStrings {
    static let notYet = Phrase("lane.not-yet", "not yet")
    static let past = Phrase("lane.past", "past read")
    static let shared = Phrase("lane.shared", "all stores")
    static let onDemand = Phrase(
        "lane.on-demand", "An order's books are read when somebody opens them; nothing is due.")
    static let noQueue = Phrase(
        "lane.no-queue",
        "No queue is set up ([amazon.notifications]); polling is complete by itself.")

    static func times(last: String, next: String) -> Phrase {
        Phrase("lane.times", "read {last} ago, next in {next}", ["last": last, "next": next])
    }
    static let lookByHand = Phrase(
        "lane.by-hand", "-> Look into Seller Central by hand until it is back.")

    static func complete(_ time: String) -> Phrase {
        Phrase("lane.complete", "complete up to {time}", ["time": time])
    }
    static func failures(_ count: Int) -> Phrase {
        Phrase("lane.failures", "{count} failures in a row", ["count": "\(count)"])
    }
    static func blind(minutes: Int64, expected: String, upper: Int) -> Phrase {
        Phrase(
            "lane.blind",
            "blind {minutes} min; usual arrivals in that span {expected} (95 %: up to {upper})",
            ["minutes": "\(minutes)", "expected": expected, "upper": "\(upper)"])
    }
    static func pastReached(_ day: String, _ records: Int) -> Phrase {
        Phrase(
            "lane.past-reached", "up to {day}, {records} records",
            ["day": day, "records": "\(records)"])
    }
}

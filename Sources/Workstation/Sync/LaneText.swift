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
        guard EngineLayout(model).side.isEmpty else { return lines }
        return lines + BudgetText.lines(model, store: lane.store, width: width)
    }

    private static func heading(_ lane: SyncLane, _ model: WorkstationModel) -> TextLine {
        var line: TextLine = [
            StyledText("\(lane.store)", .text, .bold),
            StyledText(" · \(model.words(StateWords.syncKind(lane.kind)))"),
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

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The first row: where we are, what is owed, how the stores are synced, who and when.
enum StatusBar {
    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer, in area: Rect) {
        StatusLine(leading: leading(model), trailing: trailing(model))
            .render(into: &buffer, in: area)
    }

    private static func leading(_ model: WorkstationModel) -> [TextLine] {
        let words = model.words
        var segments: [TextLine] = [
            [StyledText(" " + place(model), .status, isNarrow(model) ? .bold : [])]
        ]
        if !isNarrow(model) {
            segments.insert([StyledText(" " + words(DeskStrings.appName), .title, .bold)], at: 0)
        }
        if model.isRehearsal {
            let phrase = isNarrow(model) ? DeskStrings.rehearsalBrief : DeskStrings.rehearsal
            segments.append([StyledText(words(phrase), .warning, .bold)])
        }
        return segments
    }

    /// Names that everybody knows make room for numbers.
    private static func isNarrow(_ model: WorkstationModel) -> Bool { model.size.width < 100 }

    private static func place(_ model: WorkstationModel) -> String {
        let words = model.words
        switch model.layer {
        case .inbox:
            let queue = words(InboxStrings.queue(model.inbox.queue))
            return "\(words(InboxStrings.name)) > \(queue)"
        case .thread: return "\(words(ThreadStrings.name)) \(number(model))"
        case .composer: return "\(words(ComposerStrings.name)) \(number(model))"
        case .outbox: return words(OutboxStrings.name)
        case .sync: return words(SyncStrings.name)
        case .history: return "\(words(HistoryStrings.name)) \(number(model))"
        }
    }

    private static func number(_ model: WorkstationModel) -> String {
        model.currentRow.map { model.number($0.id) } ?? ""
    }

    private static func trailing(_ model: WorkstationModel) -> [TextLine] {
        var segments: [TextLine] = [person(model)]
        segments += counts(model)
        segments.append(sync(model))
        segments.append([StyledText(clock(model), .status)])
        return segments.filter { !$0.isEmpty }
    }

    private static func counts(_ model: WorkstationModel) -> [TextLine] {
        let (words, counts) = (model.words, model.counts)
        var segments: [TextLine] = []
        if counts.problems > 0 {
            segments.append([StyledText(words(DeskStrings.problems(counts.problems)), .error)])
        }
        if counts.review > 0, model.isSupervisor {
            segments.append([StyledText(words(DeskStrings.review(counts.review)), .info)])
        }
        segments.append([StyledText(words(DeskStrings.owed(counts.owed)), .status, .bold)])
        if counts.soon > 0 {
            segments.append([StyledText("! " + words(DeskStrings.soon(counts.soon)), .soon)])
        }
        if counts.late > 0 {
            segments.append([StyledText("!! " + words(DeskStrings.late(counts.late)), .late, .bold)]
            )
        }
        return segments
    }

    /// The age of the worst store and kind, or how many fail.
    private static func sync(_ model: WorkstationModel) -> TextLine {
        let name = model.words(DeskStrings.sync)
        guard model.isConnected else {
            return [StyledText("\(name) --", .warning)]
        }
        let failing = model.health.count { $0.failure != nil }
        if failing > 0 { return [StyledText("\(name) !\(failing)", .error, .bold)] }
        let oldest = model.health.compactMap(\.lastSuccess).min()
        guard let oldest else { return [StyledText("\(name) -", .muted)] }
        return [StyledText("\(name) \(TimeLeft.age(since: oldest, now: model.now))", .ok)]
    }

    private static func person(_ model: WorkstationModel) -> TextLine {
        guard let me = model.me else { return [] }
        return [StyledText("\(me.displayName) · \(model.words(StateWords.role(me.role)))", .status)]
    }

    private static func clock(_ model: WorkstationModel) -> String {
        let clock = model.localTime.clock(model.now)
        return isNarrow(model)
            ? clock + " " : "\(clock) \(model.localTime.abbreviation(model.now)) "
    }
}

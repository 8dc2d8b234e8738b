import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The first row: where we are, what is owed, how the stores are synced, who and when.
enum StatusBar {
    /// What makes room where the row is narrow, in this order. Words become marks before anything
    /// goes; late tickets, what fails, what ends and the rehearsal stay on every screen.
    private enum Part: Int, CaseIterable {
        case longRehearsal, longCounts, person, age, queue, longAlarms, owed, clock, place
    }

    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer, in area: Rect) {
        var dropped: Set<Part> = isNarrow(model) ? [.longRehearsal] : []
        var line = line(model, without: dropped)
        for part in Part.allCases where width(of: line, buffer.rules) > area.width {
            dropped.insert(part)
            line = Self.line(model, without: dropped)
        }
        line.render(into: &buffer, in: area)
    }

    private static func line(_ model: WorkstationModel, without dropped: Set<Part>) -> StatusLine {
        StatusLine(
            leading: leading(model, without: dropped), trailing: trailing(model, without: dropped))
    }

    private static func width(of line: StatusLine, _ rules: TextRules) -> Int {
        let segments = line.leading + line.trailing
        return segments.reduce(0) { $0 + $1.displayWidth(rules) + 2 }
    }

    private static func leading(_ model: WorkstationModel, without dropped: Set<Part>)
        -> [TextLine]
    {
        let words = model.words
        var segments: [TextLine] = []
        if !dropped.contains(.place) {
            let place = place(model, namesQueue: !dropped.contains(.queue))
            segments = [[StyledText(" " + place, .status, isNarrow(model) ? .bold : [])]]
        }
        if !isNarrow(model) {
            segments.insert([StyledText(" " + words(DeskStrings.appName), .title, .bold)], at: 0)
        }
        if model.isRehearsal {
            let isBrief = dropped.contains(.longRehearsal)
            let phrase = isBrief ? DeskStrings.rehearsalBrief : DeskStrings.rehearsal
            segments.append([StyledText(words(phrase), .warning, .bold)])
        }
        return segments
    }

    /// Names that everybody knows make room for numbers.
    private static func isNarrow(_ model: WorkstationModel) -> Bool { model.size.width < 100 }

    private static func place(_ model: WorkstationModel, namesQueue: Bool) -> String {
        let words = model.words
        switch model.layer {
        case .inbox:
            guard namesQueue else { return words(InboxStrings.name) }
            let queue = words(InboxStrings.queue(model.inbox.queue))
            return "\(words(InboxStrings.name)) > \(queue)"
        case .thread: return "\(words(ThreadStrings.name)) \(number(model))"
        case .composer:
            let name =
                switch model.composer?.kind {
                case .note: words(ComposerStrings.noteName)
                case .message: words(DispatchStrings.messageName)
                case .reply, nil: words(ComposerStrings.name)
                }
            return "\(name) \(number(model))"
        case .outbox: return words(OutboxStrings.name)
        case .sync: return words(SyncStrings.name)
        case .syncLog: return words(EngineStrings.log)
        case .jobs: return words(EngineStrings.jobs)
        case .drift: return words(EngineStrings.drift)
        case .quarantine: return words(EngineStrings.quarantine)
        case .checks: return words(EngineStrings.checks)
        case .history: return "\(words(HistoryStrings.name)) \(number(model))"
        case .account: return words(AccountStrings.name)
        case .reports: return words(ReportPaneStrings.name)
        case .quality: return words(QualityStrings.name)
        case .wall: return words(WallStrings.wall)
        case .forecast: return words(WallStrings.forecast)
        case .breaches: return words(WallStrings.breaches)
        case .shifts: return words(WallStrings.shifts)
        case .broadcasts: return words(WallStrings.broadcasts)
        case .alarms: return words(WallStrings.alarms)
        case .accountRows: return words(AccountRowStrings.name)
        case .deadlines: return "\(words(ClockStrings.deadlines)) \(number(model))"
        case .calendars: return words(ClockStrings.calendars)
        case .teams: return words(RoutingStrings.teams)
        case .routed: return "\(words(RoutingStrings.routed)) \(number(model))"
        case .handOver: return words(RoutingStrings.handOver)
        case .policies: return words(ClockStrings.policies)
        case .card: return "\(words(OrderStrings.card)) \(number(model))"
        case .rights: return words(RightsStrings.name)
        case .library: return words(LibraryStrings.name)
        }
    }

    private static func number(_ model: WorkstationModel) -> String {
        model.currentRow.map { model.number($0.id) } ?? ""
    }

    private static func trailing(_ model: WorkstationModel, without dropped: Set<Part>)
        -> [TextLine]
    {
        var segments: [TextLine] = dropped.contains(.person) ? [] : [person(model)]
        let isBrief = dropped.contains(.longAlarms)
        if model.knowsCounts {
            let owed = dropped.contains(.owed) ? nil : model.counts.owed
            segments += dropped.contains(.longCounts) ? brief(model, owed) : counts(model, owed)
            segments.append(restricted(model, isBrief: dropped.contains(.longCounts)))
        }
        segments.append(
            SyncSign(model).line(isBrief: isBrief, hasAge: !dropped.contains(.age)))
        segments.append(renewal(model, isBrief: isBrief))
        if !dropped.contains(.clock) { segments.append([StyledText(clock(model), .status)]) }
        return segments.filter { !$0.isEmpty }
    }

    private static func counts(_ model: WorkstationModel, _ owed: Int?) -> [TextLine] {
        let (words, counts) = (model.words, model.counts)
        var segments: [TextLine] = []
        if counts.alarms > 0 {
            let text = words(DeskStrings.alarms(counts.alarms))
            segments.append([StyledText(text, .error, .bold)])
        }
        if counts.urgent > 0 {
            let text = words(RoutingStrings.urgent(counts.urgent))
            segments.append([StyledText(text, .error, .bold)])
        }
        if counts.broadcasts > 0 {
            let text = words(WallStrings.unread(counts.broadcasts))
            segments.append([StyledText(text, .warning, .bold)])
        }
        if counts.notices > 0 {
            segments.append([StyledText(words(ClockStrings.notices(counts.notices)), .warning)])
        }
        if counts.problems > 0 {
            segments.append([StyledText(words(DeskStrings.problems(counts.problems)), .error)])
        }
        if counts.mentions > 0 {
            segments.append([StyledText("@ " + words(LifeStrings.mentions(counts.mentions)), .info)]
            )
        }
        if counts.cases > 0 {
            segments.append([StyledText(words(DeskStrings.cases(counts.cases)), .warning)])
        }
        if counts.review > 0, model.may(.sendWithoutLintPass) {
            segments.append([StyledText(words(DeskStrings.review(counts.review)), .info)])
        }
        if let owed { segments.append([StyledText(words(DeskStrings.owed(owed)), .status, .bold)]) }
        if counts.soon > 0 {
            segments.append([StyledText("! " + words(DeskStrings.soon(counts.soon)), .soon)])
        }
        if counts.late > 0 {
            segments.append([StyledText("!! " + words(DeskStrings.late(counts.late)), .late, .bold)]
            )
        }
        return segments
    }

    /// `A1! u2 (3) x1 c3 ?2 !!12 !5 56`: alarms, unowned and urgent, warned of, not delivered, cases, to review,
    /// late, due soon, owed.
    private static func brief(_ model: WorkstationModel, _ owed: Int?) -> [TextLine] {
        let counts = model.counts
        var line: TextLine = []
        if counts.alarms > 0 { line.append(StyledText("A\(counts.alarms)! ", .error, .bold)) }
        if counts.urgent > 0 { line.append(StyledText("u\(counts.urgent) ", .error, .bold)) }
        if counts.broadcasts > 0 {
            line.append(StyledText("b\(counts.broadcasts) ", .warning, .bold))
        }
        if counts.notices > 0 { line.append(StyledText("(\(counts.notices)) ", .warning)) }
        if counts.problems > 0 { line.append(StyledText("x\(counts.problems) ", .error)) }
        if counts.cases > 0 { line.append(StyledText("c\(counts.cases) ", .warning)) }
        if counts.review > 0, model.may(.sendWithoutLintPass) {
            line.append(StyledText("?\(counts.review) ", .info))
        }
        if counts.late > 0 { line.append(StyledText("!!\(counts.late) ", .late, .bold)) }
        if counts.soon > 0 { line.append(StyledText("!\(counts.soon) ", .soon)) }
        if counts.mentions > 0 { line.append(StyledText("@\(counts.mentions) ", .info)) }
        if let owed { line.append(StyledText("\(owed)", .status, .bold)) }
        return [line]
    }

    /// Stores that Amazon lets write no more: nobody may miss it.
    private static func restricted(_ model: WorkstationModel, isBrief: Bool) -> TextLine {
        let count = model.counts.restricted
        guard count > 0 else { return [] }
        let phrase =
            isBrief ? DeskStrings.restrictedBrief(count) : DeskStrings.restricted(count)
        return [StyledText(model.words(phrase), .error, .bold)]
    }

    /// The credential that ends first, for those who can have it renewed.
    private static func renewal(_ model: WorkstationModel, isBrief: Bool) -> TextLine {
        let notices = model.health.flatMap { $0.notices ?? [] }
        guard let dueAt = notices.map(\.dueAt).min() else { return [] }
        let days = CredentialCalendar.days(until: dueAt, now: model.now)
        let phrase =
            isBrief ? DeskStrings.renewalBrief(days: days) : DeskStrings.renewal(days: days)
        return [StyledText(model.words(phrase), days > 1 ? .warning : .error, .bold)]
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

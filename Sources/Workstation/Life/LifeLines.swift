import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What a list and a conversation show of priority, flags, tags, links and interrupted rests.
enum LifeLines {
    /// Marks before the subject of a line.
    static func marks(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        let (words, ticket) = (model.words, row.ticket)
        var line: TextLine = []
        if let target = ticket.mergedInto {
            line.append(StyledText("[= \(model.number(target))] ", .muted))
        }
        if ticket.priority != .normal {
            let isUrgent = ticket.priority >= .high
            let word = words(LifeStrings.priority(ticket.priority))
            line.append(StyledText("[\(word)] ", isUrgent ? .warning : .muted))
        }
        if ticket.flags.contains(.spam) {
            line.append(StyledText("[\(words(LifeStrings.spam))] ", .warning))
        }
        if ticket.flags.contains(.muted) {
            line.append(StyledText("[\(words(LifeStrings.muted))] ", .muted))
        }
        for (flag, word) in [
            (TicketFlags.vip, LifeStrings.vip), (.legalHold, LifeStrings.legalHold),
            (.drill, LifeStrings.drill),
        ] where ticket.flags.contains(flag) {
            line.append(StyledText("[\(words(word))] ", .badge))
        }
        if let suspension = row.suspension, suspension.until > model.now {
            let rest = words(StateWords.brief(suspension.state))
            line.append(StyledText("[Z: \(rest)] ", .info))
        }
        for tag in row.tags.prefix(3) {
            line.append(StyledText("#\(SafeText.line(tag.rawValue, rules: model.rules)) ", .badge))
        }
        if row.tags.count > 3 { line.append(StyledText("+\(row.tags.count - 3) ", .muted)) }
        return line
    }

    /// The state in words; one that ends by itself says when.
    static func state(_ ticket: Ticket, _ model: WorkstationModel) -> String? {
        guard ticket.state == .snoozed, let wakeAt = ticket.wakeAt else { return nil }
        let time = model.localTime.moment(wakeAt, now: model.now)
        return model.words(LifeStrings.snoozedUntil(time))
    }

    /// What stands below the conversation: what can be taken up, merged, or belongs together.
    static func lines(_ detail: TicketDetail, _ model: WorkstationModel) -> [(String, ThemeRole)] {
        let words = model.words
        var lines: [(String, ThemeRole)] = []
        if let rest = detail.row.suspension, rest.until > model.now {
            let time = model.localTime.moment(rest.until, now: model.now)
            let name = words(StateWords.brief(rest.state))
            lines.append((words(LifeStrings.restoreHint(name, time)), .info))
        }
        guard let life = detail.life else { return lines }
        for other in life.mergeable.prefix(2) {
            lines.append((words(LifeStrings.alsoOpen(model.number(other.id))), .warning))
        }
        for view in life.links {
            let isFrom = view.link.from == detail.row.id
            let kind = words(LifeStrings.link(view.link.kind, isFrom: isFrom))
            let state = words(StateWords.brief(view.row.ticket.state))
            let text = "\(kind) \(model.number(view.row.id)) · \(state) · \(view.row.subject)"
            lines.append((text, .muted))
        }
        if let former = life.formerOwner,
            let name = model.people.first(where: { $0.id == former })?.displayName
        {
            lines.append((words(LifeStrings.formerOwner(name)), .muted))
        }
        return lines
    }

    /// What became of a note besides its words.
    static func fate(_ fate: NoteFate, _ model: WorkstationModel) -> String {
        if let deletedAt = fate.deletedAt {
            let name = model.people.first { $0.id == fate.deletedBy }?.displayName ?? ""
            let time = model.localTime.moment(deletedAt, now: model.now)
            return "\(model.words(LifeStrings.noteGone)) · \(name) · \(time)"
        }
        guard let due = fate.due else { return "" }
        let time = model.words(
            LifeStrings.lookAt(model.localTime.moment(due, now: model.now)))
        return fate.doneAt == nil ? time : "\(time) · \(model.words(LifeStrings.noteDone))"
    }
}

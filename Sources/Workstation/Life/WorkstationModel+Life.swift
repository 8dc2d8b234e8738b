import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// A ticket's number as people write it.
    static func number(in text: String) -> TicketID? {
        let digits = text.drop { $0 == " " || $0 == "#" }.prefix { !$0.isWhitespace }
        return Int64(digits).flatMap { $0 > 0 ? TicketID($0) : nil }
    }

    // MARK: Parking

    static let snoozeTimes = ["1h", "2h", "4h", "8h", "1d", "2d", "7d"]

    mutating func snooze(_ text: String) -> [Effect] {
        guard let row = currentRow else { return [] }
        if let hours = keyCount {
            return [.call(.life(.snooze(row.id, until: now + .hours(Int64(hours)))))]
        }
        if !text.isEmpty {
            guard let time = TimeLeft.parse(text) else { return pickSnooze(row.ticket) }
            return [.call(.life(.snooze(row.id, until: now + time)))]
        }
        return pickSnooze(row.ticket)
    }

    /// Times to choose from; while an answer is owed none is later than the last safe one.
    private mutating func pickSnooze(_ ticket: Ticket) -> [Effect] {
        let latest = ticket.latestWake(at: now)
        guard latest > now else {
            say(LifeStrings.nothingOwedToSnooze, .warning)
            return []
        }
        var items = Self.snoozeTimes.compactMap { name -> PickerItem? in
            guard let time = TimeLeft.parse(name), now + time <= latest else { return nil }
            return PickerItem(
                id: String((now + time).milliseconds), title: name,
                detail: localTime.moment(now + time, now: now))
        }
        if ticket.owedDebts + ticket.excuseDebts > 0 {
            let time = localTime.moment(latest, now: now)
            items.append(
                PickerItem(
                    id: String(latest.milliseconds), title: words(LifeStrings.latest(time))))
        }
        return pick(.snooze(ticket.id), items)
    }

    /// Resolving while an answer is owed asks which way out to take.
    mutating func resolveOrAsk() -> [Effect] {
        guard let row = currentRow else { return [] }
        guard row.ticket.owedDebts > 0 else { return [.call(.resolve(row.id))] }
        return ask(QuestionPane.Purpose.owed(row.ticket))
    }

    /// Takes the last change of a state back: of the ticket just dealt with, or of this one.
    mutating func undoChange() -> [Effect] {
        let tickets = lastChanged.isEmpty ? currentRow.map { [$0.id] } ?? [] : lastChanged
        lastChanged = []
        guard let first = tickets.first else { return [] }
        return tickets.count > 1
            ? [.call(.life(.bulk(tickets, .undo)))] : [.call(.life(.undo(first)))]
    }

    // MARK: Marks

    mutating func setPriority(_ name: String) -> [Effect] {
        guard let row = currentRow else { return [] }
        if !name.isEmpty, let priority = TicketPriority(rawValue: name.lowercased()) {
            return [.call(.life(.priority(row.id, priority)))]
        }
        return pick(.priority(row.id), priorityItems(row.ticket.priority))
    }

    func priorityItems(_ current: TicketPriority?) -> [PickerItem] {
        TicketPriority.allCases.reversed().map { priority in
            PickerItem(
                id: priority.rawValue, title: words(LifeStrings.priority(priority)),
                detail: priority == current ? "*" : "", keywords: priority.rawValue)
        }
    }

    mutating func tag(_ name: String) -> [Effect] {
        guard let row = currentRow else { return [] }
        guard !name.isEmpty else { return [.latest("tags", .life(.tags(row.id)))] }
        return [.call(.life(.tag(row.id, name, isOn: !has(name, row))))]
    }

    private func has(_ name: String, _ row: TicketRow) -> Bool {
        guard let tag = try? TagRules.name(name) else { return false }
        return row.tags.contains(tag)
    }

    mutating func offerTags(_ reply: ListTags.Reply, for ticket: TicketID) -> [Effect] {
        let here = Set(currentRow.flatMap { $0.id == ticket ? $0.tags : nil } ?? [])
        let items = reply.tags.filter { !$0.tag.isRetired || here.contains($0.tag.name) }.map {
            entry in
            let count = words(LifeStrings.tickets(entry.tickets))
            let isHere = here.contains(entry.tag.name)
            let parts = [
                isHere ? "* " + words(LifeStrings.registered) : nil,
                entry.tag.group.isEmpty ? nil : entry.tag.group, count,
            ]
            return PickerItem(
                id: entry.tag.name.rawValue,
                title: SafeText.line("#" + entry.tag.name.rawValue, rules: rules),
                detail: parts.compactMap { $0 }.joined(separator: " · "),
                keywords: entry.tag.aliases.map(\.rawValue).joined(separator: " "))
        }
        return pick(.tag(ticket, here), items)
    }

    mutating func toggle(_ flag: FlagTicket.Flag, _ mark: TicketFlags) -> [Effect] {
        guard let row = currentRow else { return [] }
        let isOn = !row.ticket.flags.contains(mark)
        return [.call(.life(.flag(row.id, flag, isOn: isOn)))]
    }

    mutating func toggleWatch() -> [Effect] {
        guard let row = currentRow else { return [] }
        let detail = [thread?.detail, inbox.preview].compactMap { $0 }.first { $0.row.id == row.id }
        let isWatching = me.map { detail?.life?.watchers.contains($0.person) ?? false } ?? false
        return [.call(.life(.watch(row.id, isOn: !isWatching)))]
    }

    // MARK: Merging and linking

    /// What can be joined: the buyer's other tickets first.
    mutating func pickJoin() -> [Effect] {
        guard let row = currentRow else { return [] }
        let detail = [thread?.detail, inbox.preview].compactMap { $0 }.first { $0.row.id == row.id }
        let merges = (detail?.life?.mergeable ?? []).map { other in
            PickerItem(
                id: "merge \(other.id.rawValue)",
                title: name(of: "merge", other.id),
                detail: SafeText.line(other.excerpt, rules: rules))
        }
        let undone = (detail?.life?.absorbed ?? []).map { other in
            PickerItem(
                id: "unmerge \(other.rawValue)",
                title: name(of: "unmerge", other))
        }
        let names = ["merge", "link-related", "link-defect", "link-part", "link-buyers", "split"]
        let others = names.compactMap { name -> PickerItem? in
            guard let command = CommandBook.named(name, in: layer),
                command.contexts.contains(layer)
            else { return nil }
            let obstacle = command.obstacle(self).map { words($0) }
            return PickerItem(
                id: name, title: words(command.summary), detail: obstacle ?? "#…", keywords: name)
        }
        return pick(.join, merges + undone + others)
    }

    private func name(of command: String, _ ticket: TicketID) -> String {
        let summary = CommandBook.named(command, in: layer).map { words($0.summary) } ?? command
        return "\(summary): \(number(ticket))"
    }

    mutating func split() -> [Effect] {
        guard let thread, let detail = thread.detail else { return [] }
        let chosen = detail.messages.map(\.id).filter(thread.marked.contains)
        return [.call(.life(.split(thread.ticket, chosen)))]
    }

    mutating func toggleMark() -> [Effect] {
        changeThread { $0.toggleMark($1) }
        return []
    }

    // MARK: Notes

    /// The caller's newest note of the open conversation that still stands.
    var ownNote: MessageView? {
        thread?.detail?.messages.last {
            $0.message.kind == .note && $0.message.author == me?.person
                && $0.fate?.deletedAt == nil
        }
    }

    /// The note that has waited longest for a look, else the one whose time comes next.
    var dueNote: MessageView? {
        let waiting = thread?.detail?.messages.filter {
            $0.fate?.due != nil && $0.fate?.doneAt == nil && $0.fate?.deletedAt == nil
        }
        return waiting?.min { ($0.fate?.due ?? now) < ($1.fate?.due ?? now) }
    }

    mutating func setNoteDue(_ text: String) -> [Effect] {
        guard let note = ownNote else { return [] }
        guard let time = TimeLeft.parse(text) else {
            let items = Self.holdTimes.map { name in
                let at = now + (TimeLeft.parse(name) ?? .hours(3))
                return PickerItem(id: name, title: name, detail: localTime.moment(at, now: now))
            }
            return pick(.noteDue(note.id), items)
        }
        return [.call(.life(.noteDue(note.id, now + time)))]
    }

    mutating func editNote(_ text: String) -> [Effect] {
        guard let note = ownNote else { return [] }
        if text.isEmpty { return ask(.editNote(note.id), text: note.body) }
        return [.call(.life(.editNote(note.id, text: text)))]
    }

    /// The unread notices as a list; picking one opens its ticket.
    mutating func offerMentions(_ notices: [MentionView]) -> [Effect] {
        guard let newest = notices.map(\.id).max() else {
            say(LifeStrings.noMentions)
            return []
        }
        let items = notices.map { view in
            let kind = words(LifeStrings.notice(view.notice.kind))
            let buyer = SafeText.line(view.buyerName, rules: rules)
            return PickerItem(
                id: String(view.notice.ticket.rawValue),
                title: "\(number(view.notice.ticket)) \(buyer) · \(kind)",
                detail: SafeText.line(view.excerpt, rules: rules))
        }
        return pick(.mentions, items) + [.call(.life(.readMentions(newest)))]
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    mutating func toggleSelection() -> [Effect] {
        guard let row = inbox.selectedRow else { return [] }
        if inbox.marked.remove(row.id) == nil { inbox.marked.insert(row.id) }
        say(LifeStrings.selected(inbox.marked.count))
        return inbox.moved(now: now) { list, count in list.move(by: 1, count: count) }
    }

    var selection: [TicketID] { inbox.marked.sorted() }

    mutating func pickBulkAct() -> [Effect] {
        let names = [
            "take", "assign", "snooze", "hold", "resolve", "reopen", "priority", "tag", "watch",
            "spam", "mute",
        ]
        let items = names.compactMap { name -> PickerItem? in
            guard let command = CommandBook.named(name, in: .inbox) else { return nil }
            return PickerItem(id: name, title: words(command.summary), keywords: name)
        }
        return pick(.bulk, items)
    }

    /// The first of the steps; some need a second one.
    mutating func bulk(_ name: String) -> [Effect] {
        switch name {
        case "take": return bulk(.take)
        case "resolve": return bulk(.resolve)
        case "reopen": return bulk(.reopen)
        case "watch": return bulk(.watch(true))
        case "spam": return bulk(.spam(true))
        case "mute": return bulk(.mute(true))
        case "priority": return pick(.bulkPriority, priorityItems(nil))
        case "tag": return ask(.bulkTag)
        case "hold": return ask(.bulkHold)
        case "assign": return pick(.bulkOwner, ownerItems())
        case "snooze":
            let items = Self.snoozeTimes.map { name in
                let at = now + (TimeLeft.parse(name) ?? .hours(1))
                return PickerItem(id: name, title: name, detail: localTime.moment(at, now: now))
            }
            return pick(.bulkSnooze, items)
        default: return []
        }
    }

    mutating func bulk(_ act: BulkAct) -> [Effect] {
        let tickets = selection
        guard !tickets.isEmpty else {
            say(LifeStrings.nothingSelected, .warning)
            return []
        }
        return [.call(.life(.bulk(tickets, act)))]
    }

    /// `2d waiting for the carrier`, or a reason alone for three hours.
    mutating func bulkHold(_ text: String) -> [Effect] {
        let parts = text.split(separator: " ", maxSplits: 1)
        if let first = parts.first, let time = TimeLeft.parse(String(first)), parts.count == 2 {
            return bulk(.hold(reason: String(parts[1]), reviewAt: now + time))
        }
        return bulk(.hold(reason: text, reviewAt: now + .hours(3)))
    }

    mutating func bulkAnswered(_ reply: ActOnTickets.Reply, _ act: BulkAct) -> [Effect] {
        for row in reply.done { apply(row) }
        inbox.marked = Set(reply.refused.map(\.ticket))
        lastChanged = act.changesState ? reply.done.map(\.id) : []
        if reply.refused.isEmpty {
            say(LifeStrings.bulkDone(reply.done.count), .ok)
        } else {
            say(LifeStrings.bulkDone(reply.done.count), .warning)
            popups.append(.question(QuestionPane.State(purpose: .refused(reply.refused))))
        }
        return inbox.refetchSoon(now: now) + (thread.map { reloadThread($0.ticket) } ?? [])
    }
}

extension BulkAct {
    /// Whether it can be undone as a change of state.
    var changesState: Bool {
        switch self {
        case .snooze, .hold, .resolve, .reopen: true
        case .take, .assign, .priority, .tag, .untag, .spam, .mute, .watch, .undo: false
        }
    }
}

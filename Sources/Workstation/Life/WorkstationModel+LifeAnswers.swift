import HelpDesk
import Localization
import TerminalCore
import Wire

extension WorkstationModel {
    mutating func lifeAnswered(_ call: LifeCall, _ answer: LifeAnswer) -> [Effect] {
        switch answer {
        case .row(let row): return changed(row, by: call)
        case .tags(let reply):
            guard case .tags(let ticket) = call else { return [] }
            return offerTags(reply, for: ticket)
        case .mentions(let mentions): return offerMentions(mentions)
        case .bulk(let reply):
            guard case .bulk(_, let act) = call else { return [] }
            return bulkAnswered(reply, act)
        case .done: return []
        }
    }

    private mutating func changed(_ row: TicketRow, by call: LifeCall) -> [Effect] {
        apply(row)
        say(done(call, row), .ok)
        switch call {
        case .snooze, .restore:
            inbox.letGo(of: row.id)
            lastChanged = [row.id]
        case .merge:
            inbox.preview = nil
            if layer == .thread, thread?.ticket != row.id { return showInstead(row) }
        case .split: thread?.marked = []
        default: break
        }
        return reloadThread(thread?.ticket ?? row.id) + refetchPreview(row.id)
            + inbox.refetchSoon(now: now)
    }

    /// Links, watchers and suggestions of the ticket under the cursor stand in its preview.
    private func refetchPreview(_ ticket: TicketID) -> [Effect] {
        guard layer == .inbox, inbox.selected == ticket else { return [] }
        return [.latest("preview", .showTicket(ticket, refreshOrder: false))]
    }

    /// The open ticket lives on in another one.
    mutating func showInstead(_ row: TicketRow) -> [Effect] {
        thread = ThreadPane.State(row: row)
        relayOut()
        return [
            .latest("thread", .showTicket(row.id, refreshOrder: false)), .title(windowTitle),
        ] + inbox.refetchSoon(now: now)
    }

    private func done(_ call: LifeCall, _ row: TicketRow) -> Phrase {
        let number = number(row.id)
        switch call {
        case .snooze:
            let time = row.ticket.wakeAt.map { localTime.moment($0, now: now) } ?? ""
            return LifeStrings.snoozed(number, time)
        case .restore: return LifeStrings.restored(number)
        case .undo:
            return LifeStrings.undone(number, words(StateWords.ticket(row.ticket.state)))
        case .merge: return LifeStrings.merged(number)
        case .unmerge: return LifeStrings.unmerged(number)
        case .split: return LifeStrings.split(number)
        case .link(_, _, _, let isOn): return LifeStrings.linked(isOn)
        case .joinBuyers(_, _, let isOn, _): return LifeStrings.linked(isOn)
        case .correctKind: return LifeStrings.kindCorrected
        case .priority:
            return LifeStrings.priorityIs(number, words(LifeStrings.priority(row.ticket.priority)))
        case .flag(_, let flag, let isOn):
            return LifeStrings.flag(flag.word, isOn: isOn)
        case .watch(_, let isOn): return LifeStrings.flag(.watched, isOn: isOn)
        case .tag:
            let tags = row.tags.map { "#" + SafeText.line($0.rawValue, rules: rules) }
            return LifeStrings.tags(number, tags.joined(separator: " "))
        default: return TicketStrings.noted
        }
    }
}

import CoreClient
import HelpDesk
import Wire

extension LifeCall {
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .snooze(let ticket, let until):
            try connection.send(SnoozeTicket(ticket: ticket, until: until))
        case .restore(let ticket): try connection.send(RestoreTicket(ticket: ticket))
        case .undo(let ticket): try connection.send(UndoTicket(ticket: ticket))
        case .merge(let ticket, let other):
            try connection.send(MergeTickets(ticket: ticket, with: other))
        case .unmerge(let ticket): try connection.send(UnmergeTicket(ticket: ticket))
        case .joinBuyers(let ticket, let other, let isOn, let reason):
            try connection.send(
                LinkBuyers(ticket: ticket, with: other, isOn: isOn, reason: reason))
        case .correctKind(let message, let kind, let reason):
            try connection.send(CorrectKind(message: message, kind: kind, reason: reason))
        case .split(let ticket, let messages):
            try connection.send(SplitTicket(ticket: ticket, messages: messages))
        case .link(let ticket, let other, let kind, let isOn):
            try connection.send(LinkTickets(ticket: ticket, to: other, kind: kind, isOn: isOn))
        case .bulk(let tickets, let act):
            try connection.send(ActOnTickets(tickets: tickets, act: act))
        default: try sendMark(on: connection)
        }
    }

    private func sendMark(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .priority(let ticket, let priority):
            try connection.send(SetPriority(ticket: ticket, priority: priority))
        case .category(let ticket, let category):
            try connection.send(SetCategory(ticket: ticket, category: category))
        case .flag(let ticket, let flag, let isOn):
            try connection.send(FlagTicket(ticket: ticket, flag: flag, isOn: isOn))
        case .watch(let ticket, let isOn):
            try connection.send(WatchTicket(ticket: ticket, isOn: isOn))
        case .tag(let ticket, let tag, let isOn):
            try connection.send(TagTicket(ticket: ticket, tag: tag, isOn: isOn))
        case .tags: try connection.send(ListTags())
        case .editNote(let note, let text):
            try connection.send(EditNote(note: note, text: text))
        case .deleteNote(let note): try connection.send(DeleteNote(note: note))
        case .noteDue(let note, let due): try connection.send(SetNoteDue(note: note, due: due))
        case .mentions: try connection.send(ListMentions())
        case .readMentions(let last): try connection.send(ReadMentions(through: last))
        default: throw DeskError(.unknownMethod)
        }
    }

    func answer(from line: [UInt8]) throws(DeskError) -> LifeAnswer {
        switch self {
        case .tags: return .tags(try Incoming.decode(line, for: ListTags.self))
        case .mentions: return .mentions(try Incoming.decode(line, for: ListMentions.self).mentions)
        case .bulk: return .bulk(try Incoming.decode(line, for: ActOnTickets.self))
        case .readMentions:
            _ = try Incoming.decode(line, for: ReadMentions.self)
            return .done
        default: return .row(try Incoming.decode(line, for: SnoozeTicket.self))
        }
    }
}

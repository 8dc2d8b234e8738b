import HelpDesk
import Localization
import SwiftExtensions
import TerminalWidgets

extension WorkstationModel {
    mutating func pickedLife(_ id: String, _ purpose: PickerPane.Purpose) -> [Effect] {
        switch purpose {
        case .snooze(let ticket):
            guard let until = Int64(id).map(Timestamp.init(milliseconds:)) else { return [] }
            return [.call(.life(.snooze(ticket, until: until)))]
        case .priority(let ticket):
            guard let priority = TicketPriority(rawValue: id) else { return [] }
            return [.call(.life(.priority(ticket, priority)))]
        case .tag(let ticket, let here):
            return [.call(.life(.tag(ticket, id, isOn: !here.contains(TagName(id)))))]
        case .join: return pickedJoin(id)
        case .noteDue(let note):
            guard let time = TimeLeft.parse(id) else { return [] }
            return [.call(.life(.noteDue(note, now + time)))]
        case .mentions:
            guard let ticket = Int64(id).map(TicketID.init(rawValue:)) else { return [] }
            return openTicket(ticket)
        default: return pickedBulk(id, purpose)
        }
    }

    /// `merge 12` at once, or a command that asks for the number first.
    private mutating func pickedJoin(_ id: String) -> [Effect] {
        let parts = id.split(separator: " ", maxSplits: 1)
        guard let name = parts.first, let command = CommandBook.named(String(name), in: layer)
        else { return [] }
        return run(command, argument: parts.count > 1 ? String(parts[1]) : "")
    }

    private mutating func pickedBulk(_ id: String, _ purpose: PickerPane.Purpose) -> [Effect] {
        switch purpose {
        case .bulk: return bulk(id)
        case .bulkPriority: return TicketPriority(rawValue: id).map { bulk(.priority($0)) } ?? []
        case .bulkOwner: return bulk(.assign(Int64(id).map { PersonID($0) }))
        case .bulkSnooze:
            return TimeLeft.parse(id).map { bulk(.snooze(until: now + $0)) } ?? []
        default: return []
        }
    }
}

package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// Choosing one of several by typing a part of its name.
package enum PickerPane {
    package enum Purpose: Hashable, Sendable {
        case releaseStore(QuarantinedMail)
        case template(TicketID)
        case suggestion(TicketID, [Suggestion])
        case macro(TicketID)
        case snippet
        case owner
        case dispatch(OrderOffers, TicketID)
        case view
        case category
        case placing(TicketID)
        case state
        case holdTime(TicketID, reason: String)
        case snooze(TicketID)
        case priority(TicketID)
        /// With the tags that the ticket has.
        case tag(TicketID, Set<TagName>)
        case join
        case noteDue(MessageID)
        case mentions
        case bulk, bulkPriority, bulkOwner, bulkSnooze
        /// Files of the conversation, and those of the reply being written.
        case file
        case attached
    }

    package struct State: Hashable, Sendable {
        package var purpose: Purpose
        package var picker: Picker
        /// Longer texts of items by id, shown beside the list.
        package var previews: [String: String] = [:]

        init(purpose: Purpose, picker: Picker) {
            self.purpose = purpose
            self.picker = picker
        }
    }

    static func title(_ purpose: Purpose) -> Phrase {
        switch purpose {
        case .releaseStore: Phrase("picker.release-store", "Which store is it for?")
        case .template: Phrase("picker.template", "Templates")
        case .suggestion: SuggestionStrings.title
        case .macro: LibraryStrings.macros
        case .snippet: Phrase("picker.snippet", "Your snippets")
        case .dispatch: DispatchStrings.title
        case .owner: Phrase("picker.owner", "Who answers this?")
        case .view: Phrase("picker.view", "Views")
        case .category: Phrase("picker.category", "Only tickets about")
        case .placing: CategoryStrings.title
        case .state: Phrase("picker.state", "What becomes of it?")
        case .holdTime: Phrase("picker.hold-time", "When to look again?")
        case .snooze, .bulkSnooze: Phrase("picker.snooze", "Sleep until when?")
        case .priority, .bulkPriority: Phrase("picker.priority", "Priority")
        case .tag: Phrase("picker.tag", "Tags; Enter puts on or takes off")
        case .join: Phrase("picker.join", "Merge, link or split")
        case .noteDue: Phrase("picker.note-due", "When to look at it?")
        case .mentions: Phrase("picker.mentions", "What you were told")
        case .bulk: Phrase("picker.bulk", "What becomes of the selected?")
        case .bulkOwner: Phrase("picker.owner", "Who answers this?")
        case .file: Phrase("picker.file", "Files")
        case .attached: Phrase("picker.attached", "Take which one out?")
        }
    }
}

extension WorkstationModel {
    mutating func pickerPressed(_ state: PickerPane.State, _ key: Key) -> [Effect] {
        var state = state
        switch state.picker.handle(key) {
        case .cancelled: return []
        case .picked(let id): return picked(id, state.purpose)
        case .handled, .ignored:
            popups.append(.picker(state))
            return []
        }
    }

    private mutating func picked(_ id: String, _ purpose: PickerPane.Purpose) -> [Effect] {
        switch purpose {
        case .releaseStore(let mail): return askEngine(.releaseMail(mail, StoreID(id)))
        case .template(let ticket):
            return [.latest("template", .renderTemplate(TemplateKey(id), ticket))]
        case .suggestion(let ticket, let suggestions):
            return take(id, of: suggestions, for: ticket)
        case .macro(let ticket):
            return [.call(.library(MacroChoice.call(id, on: ticket)))]
        case .snippet: return insertSnippet(id)
        case .dispatch(let offers, let ticket): return picked(id, among: offers, for: ticket)
        case .owner:
            guard let row = currentRow else { return [] }
            let person = Int64(id).map { PersonID($0) }
            return [.call(.assign(row.id, to: person, expected: row.ticket.owner))]
        case .view: return TicketQueue(rawValue: id).map { use($0) } ?? []
        case .category: return filter(by: id)
        case .placing(let ticket):
            guard let category = InquiryCategory(rawValue: id) else { return [] }
            return [.call(.life(.category(ticket, category)))]
        case .file: return pickedFile(id)
        case .attached: return detach(id)
        case .state: return CommandBook.named(id, in: layer).map { run($0) } ?? []
        case .snooze, .priority, .tag, .join, .noteDue, .mentions, .bulk, .bulkPriority, .bulkOwner,
            .bulkSnooze:
            return pickedLife(id, purpose)
        case .holdTime(let ticket, let reason):
            guard let time = TimeLeft.parse(id) else { return [] }
            return [.call(.hold(ticket, reason: reason, reviewAt: now + time))]
        }
    }
}

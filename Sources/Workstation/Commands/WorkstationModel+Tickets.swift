import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
package import Wire

extension WorkstationModel {
    /// The ticket that acts mean: the open one, or the one under the cursor.
    package var currentRow: TicketRow? {
        switch layer {
        case .inbox: inbox.selectedRow
        case .thread, .card, .composer, .history: thread?.row ?? inbox.selectedRow
        case .deadlines, .routed: layers.contains(.thread) ? thread?.row : inbox.selectedRow
        case .reports, .quality, .wall, .forecast, .breaches, .shifts, .broadcasts, .alarms: nil
        case .account, .accountRows, .rights, .library, .calendars, .policies, .teams, .handOver:
            nil
        case .outbox, .sync, .syncLog, .jobs, .drift, .quarantine, .checks: nil
        }
    }

    mutating func openSelected() -> [Effect] {
        inbox.selectedRow.map { open($0) } ?? []
    }

    mutating func open(_ row: TicketRow) -> [Effect] {
        var state = ThreadPane.State(row: row)
        if let preview = inbox.preview, preview.row.id == row.id {
            state.loaded(preview, model: self)
        }
        thread = state
        return push(.thread) + [.latest("thread", .showTicket(row.id, refreshOrder: true))]
    }

    /// Opens a ticket that is known by its number alone, over whatever pane is there.
    mutating func openTicket(_ ticket: TicketID) -> [Effect] {
        outbox.opensTicket = ticket
        opensFromMentions = true
        return [.latest("thread", .showTicket(ticket, refreshOrder: true))]
    }

    mutating func startReply() -> [Effect] {
        guard let row = currentRow else { return [] }
        let effects = layer == .thread ? [] : open(row)
        if thread?.detail != nil { return effects + openComposer() }
        thread?.opensComposer = true
        return effects
    }

    /// Whether a debt of the ticket can be excused or waits for its second step.
    var excusableNow: Bool {
        guard let row = currentRow else { return false }
        return row.ticket.owedDebts > 0 || isExcusePending
    }

    /// Amazon's link for "no response needed" on the oldest message that still waits.
    func noResponseLink(of ticket: TicketID) -> String? {
        let shown = [thread?.detail, inbox.preview].compactMap { $0 }
        guard let detail = shown.first(where: { $0.row.id == ticket }) else { return nil }
        let waiting = detail.messages.filter {
            $0.debt?.state == .excusePending || $0.debt?.state == .owed
        }
        return waiting.lazy.compactMap(\.noResponseURL).first
    }

    /// Says that the case whose clock runs out first is dealt with; asks how when `reason` is empty.
    mutating func handleCase(_ reason: String) -> [Effect] {
        guard let row = currentRow, let item = row.nextCase else { return [] }
        if reason.isEmpty { return ask(PromptPane.Purpose.handleCase(item.id, row.id, item.kind)) }
        return [.call(.handleCase(item.id, row.id, .handled, reason: reason))]
    }

    /// Shows only tickets about something, or all again.
    mutating func filter(by name: String) -> [Effect] {
        let wanted = name.lowercased()
        let category = InquiryCategory.allCases.first { category in
            category.rawValue.hasPrefix(wanted)
                || words(CategoryWords.phrase(category)).lowercased().hasPrefix(wanted)
        }
        guard wanted.isEmpty || category != nil else {
            say(TicketStrings.noSuchCategory(name), .error)
            return []
        }
        let search = inbox.search
        inbox.category = wanted.isEmpty ? nil : category
        return goHome() + inbox.show(queue: inbox.queue, search: search)
    }

    mutating func pickCategory() -> [Effect] {
        let all = PickerItem(id: "", title: words(TicketStrings.everyCategory))
        let items = InquiryCategory.allCases.map { category in
            PickerItem(
                id: category.rawValue, title: words(CategoryWords.phrase(category)),
                keywords: category.rawValue)
        }
        return pick(.category, [all] + items)
    }

    var isExcusePending: Bool {
        guard let row = currentRow else { return false }
        if row.ticket.excuseDebts > 0, row.ticket.owedDebts == 0 { return true }
        let detail = thread?.detail ?? inbox.preview
        guard let detail, detail.row.id == row.id else { return false }
        return detail.messages.contains { $0.debt?.state == .excusePending }
    }

    mutating func excuse(_ reason: String) -> [Effect] {
        guard let row = currentRow else { return [] }
        let basis = row.ticket.lastItem
        if isExcusePending {
            return ask(QuestionPane.Purpose.confirmExcuse(row.id, basis: basis, reason: ""))
        }
        // Thanks need no reason: one key is enough.
        let isThanks = row.isCourtesy && row.ticket.owedDebts == 1
        if reason.isEmpty, isThanks { return excuse(row.id, basis: basis, "thanks") }
        if reason.isEmpty {
            return ask(
                PromptPane.Purpose.excuse(row.id, basis: basis, messages: row.ticket.owedDebts))
        }
        return excuse(row.id, basis: basis, reason)
    }

    /// The first of the two steps; close to the deadline only both at once help.
    mutating func excuse(
        _ ticket: TicketID, basis: EventSequence, _ reason: String
    ) -> [Effect] {
        if excuseCannotWait(ticket) {
            return ask(
                QuestionPane.Purpose.confirmExcuse(ticket, basis: basis, reason: reason))
        }
        return [.call(.excuse(ticket, basis: basis, isConfirmed: false, reason: reason))]
    }

    /// A step that waits for its confirmation would lapse before the deadline.
    private func excuseCannotWait(_ ticket: TicketID) -> Bool {
        let row = currentRow.flatMap { $0.id == ticket ? $0 : nil }
        guard let due = row?.ticket.nextDue else { return false }
        return due - now < .minutes(150)
    }

    mutating func pickOwner() -> [Effect] {
        pick(.owner, ownerItems()) + [.latest("people", .people)]
    }

    func ownerItems() -> [PickerItem] {
        var items = people.filter(\.isActive).map { person in
            PickerItem(
                id: String(person.id.rawValue), title: person.displayName,
                detail: words(StateWords.role(person.role)), keywords: person.unixUser)
        }
        if let me, let mine = items.firstIndex(where: { $0.id == String(me.person.rawValue) }) {
            items.insert(items.remove(at: mine), at: 0)
        }
        items.append(PickerItem(id: "", title: words(ThreadStrings.unowned)))
        return items
    }

    mutating func assign(to name: String) -> [Effect] {
        guard let row = currentRow else { return [] }
        let search = PersonSearch(name, among: people)
        if let person = search.only {
            return [.call(.assign(row.id, to: person.id, expected: row.ticket.owner))]
        }
        if search.ranked.isEmpty {
            say(ErrorSentences.words(code: DeskError.Code.personNotFound.rawValue, arguments: [:]))
        } else {
            let names = search.ranked.prefix(5).map { "\($0.displayName) (\($0.unixUser))" }
            say(TicketStrings.whichPerson(names.joined(separator: ", ")), .warning)
        }
        return []
    }

    /// `3h waiting for the carrier`: a time first, then the reason; what is missing is asked for.
    mutating func hold(_ text: String) -> [Effect] {
        guard let row = currentRow else { return [] }
        let parts = text.split(separator: " ", maxSplits: 1)
        if let first = parts.first, let time = TimeLeft.parse(String(first)), parts.count == 2 {
            return [.call(.hold(row.id, reason: String(parts[1]), reviewAt: now + time))]
        }
        // A ticket on hold already is edited: its reason stands there to be changed.
        let known = row.ticket.state == .hold ? row.ticket.holdReason ?? "" : ""
        return ask(PromptPane.Purpose.holdReason(row.id), text: text.isEmpty ? known : text)
    }

    static let holdTimes = ["1h", "3h", "8h", "1d", "2d", "3d", "7d"]

    mutating func pickHoldTime(_ ticket: TicketID, reason: String) -> [Effect] {
        let items = Self.holdTimes.map { name in
            let at = now + (TimeLeft.parse(name) ?? .hours(3))
            return PickerItem(id: name, title: name, detail: localTime.moment(at, now: now))
        }
        return pick(.holdTime(ticket, reason: reason), items)
    }

    mutating func pickState() -> [Effect] {
        let names = [
            "hold", "snooze", "resolve", "reopen", "excuse", "restore", "spam", "mute", "priority",
        ]
        let items = names.compactMap { name -> PickerItem? in
            guard let command = CommandBook.named(name, in: layer) else { return nil }
            let obstacle = command.obstacle(self).map { words($0) }
            return PickerItem(
                id: name, title: words(command.summary), detail: obstacle ?? "", keywords: name)
        }
        return pick(.state, items)
    }

    mutating func refreshOrder() -> [Effect] {
        guard let ticket = currentRow?.ticket, let order = ticket.order else { return [] }
        return [.latest("order", .refreshOrder(order, ticket.store))]
    }

    mutating func openHistory() -> [Effect] {
        guard let row = currentRow else { return [] }
        history = HistoryPane.State(ticket: row.id)
        return push(.history) + [.latest("history", .events(row.id))]
    }
}

package import HelpDesk
import TerminalCore
package import TerminalWidgets
package import Wire

/// A ticket opened whole: its conversation from the oldest item to the newest.
package enum ThreadPane {
    package struct State: Equatable, Sendable {
        package internal(set) var ticket: TicketID
        package internal(set) var row: TicketRow
        package internal(set) var detail: TicketDetail?
        /// The conversation laid out for the width of the pane.
        var lines: [TextLine] = []
        var messageStarts: [Int] = []
        package var viewport = ViewportState()
        package internal(set) var find = ""
        /// Messages chosen for a ticket of their own.
        package internal(set) var marked: Set<MessageID> = []
        /// The item to bring into sight as soon as it is here.
        var showsItem: EventSequence?
        /// What messages say in the reader's language, where that was asked for.
        package internal(set) var translations: [MessageID: Translation] = [:]
        /// Messages whose translation is awaited, the next one last.
        var translating: [MessageID] = []
        /// The number that they were asked for with.
        var translationRequest: Int64 = 0
        /// Whether the composer opens as soon as the ticket is here.
        var opensComposer = false

        package init(row: TicketRow) {
            ticket = row.id
            self.row = row
        }
    }
}

extension ThreadPane.State {
    mutating func loaded(_ detail: TicketDetail, model: WorkstationModel) {
        let isFirst = self.detail == nil
        let hadItem = self.detail?.row.ticket.lastItem
        let wasAtEnd = viewport.top + ScreenLayout(model).threadRows >= lines.count
        self.detail = detail
        row = detail.row
        layOut(model)
        let hasNewItem = hadItem != detail.row.ticket.lastItem
        if isFirst || (hasNewItem && wasAtEnd) { showNewest(model) }
        bringIntoSight(model)
    }

    /// Scrolls to the item that was asked for, once it has come.
    private mutating func bringIntoSight(_ model: WorkstationModel) {
        guard let wanted = showsItem,
            let index = detail?.messages.firstIndex(where: { $0.message.sequence >= wanted }),
            messageStarts.indices.contains(index)
        else { return }
        showsItem = nil
        scroll(by: messageStarts[index] - viewport.top, model)
    }

    mutating func changed(_ row: TicketRow) {
        guard row.id == ticket else { return }
        self.row = row
    }

    mutating func orderArrived(_ order: OrderView, model: WorkstationModel) {
        guard let shown = detail?.order?.order ?? nil, shown.id == order.order.id else { return }
        detail?.order = order
        layOut(model)
    }

    /// Breaks the conversation into lines; needed again when width, language or zone change.
    mutating func layOut(_ model: WorkstationModel) {
        guard let detail else { return }
        let width = ScreenLayout(model).threadWidth
        var lines = ThreadLines(
            model: model, row: row, width: width, marked: marked, translations: translations)
        lines.add(detail)
        self.lines = lines.lines
        messageStarts = lines.starts
        scroll(by: 0, model)
    }

    mutating func scroll(by distance: Int, _ model: WorkstationModel) {
        viewport.scroll(
            by: distance, lineCount: lines.count, height: ScreenLayout(model).threadRows)
    }

    /// Brings the start of the newest item into sight.
    private mutating func showNewest(_ model: WorkstationModel) {
        viewport = ViewportState()
        scroll(by: messageStarts.last ?? 0, model)
    }

    /// Chooses the message whose heading is the first in sight, or no longer.
    mutating func toggleMark(_ model: WorkstationModel) {
        guard let messages = detail?.messages, !messages.isEmpty else { return }
        let index = messageStarts.firstIndex { $0 >= viewport.top } ?? messages.count - 1
        let message = messages[min(index, messages.count - 1)].id
        if marked.remove(message) == nil { marked.insert(message) }
        layOut(model)
    }

    mutating func jump(by messages: Int, _ model: WorkstationModel) {
        let start =
            messages > 0
            ? messageStarts.first { $0 > viewport.top }
            : messageStarts.last { $0 < viewport.top }
        let goal = start ?? (messages > 0 ? lines.count : 0)
        scroll(by: goal - viewport.top, model)
    }

    /// Scrolls to the next line that holds the searched text; false when there is none.
    mutating func findNext(_ direction: Int, _ model: WorkstationModel) -> Bool {
        let needle = find.lowercased()
        guard !needle.isEmpty, !lines.isEmpty else { return false }
        for step in 1...lines.count {
            let index =
                ((viewport.top + step * direction) % lines.count + lines.count) % lines.count
            if lines[index].contains(where: { $0.text.lowercased().contains(needle) }) {
                scroll(by: index - viewport.top, model)
                return true
            }
        }
        return false
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The key that opens the card of a ticket and its order.
enum CardCommands {
    static let all: [Command] = [
        Command(
            "card", ["o"], in: [.inbox, .thread],
            Phrase("command.card", "Shows ticket, order, parcels and cases over the whole screen"),
            hint: Phrase("hint.card", "card"), unless: TicketCommands.noTicket
        ) { model, _ in model.openCard() }
    ]
}

extension WorkstationModel {
    mutating func openCard() -> [Effect] {
        guard let row = currentRow else { return [] }
        card = OrderPane.State()
        guard thread?.ticket != row.id else { return push(.card) }
        var state = ThreadPane.State(row: row)
        if let preview = inbox.preview, preview.row.id == row.id {
            state.loaded(preview, model: self)
        }
        thread = state
        return push(.card) + [.latest("thread", .showTicket(row.id, refreshOrder: true))]
    }

    mutating func scrollCard(by distance: Int) {
        let layout = ScreenLayout(self)
        card.viewport.scroll(
            by: distance, lineCount: OrderPane.lines(self, layout).count,
            height: OrderPane.area(layout).height)
    }

    /// The card may be out of sight, so the books of the ticket at hand are told as well.
    mutating func booksArrived(_ view: FinancesView) {
        finances = view
        guard currentRow?.ticket.order == view.finances.order else { return }
        say([OrderMoney.summary(view, words), OrderMoney.age(view, self)], .info)
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// Money is not for everybody.
    var accountLists: [AccountList] {
        AccountList.allCases.filter { $0 != .settlements || isSupervisor }
    }

    /// Opens a list of one store, or of all.
    mutating func showAccountRows(_ list: AccountList, of store: StoreID?) -> [Effect] {
        accountRows = AccountRowsPane.State()
        accountRows.kind = list
        accountRows.store = store
        return push(.accountRows) + fetchAccountRows()
    }

    func fetchAccountRows() -> [Effect] {
        let state = accountRows
        return [
            .latest(
                "account.rows",
                .account(.rows(state.kind, state.store, settlement: state.settlement)))
        ]
    }

    /// The list beside this one in the strip.
    mutating func turnAccountRows(by step: Int) -> [Effect] {
        let all = accountLists
        guard let index = all.firstIndex(of: accountRows.kind) else { return [] }
        let next = all[((index + step) % all.count + all.count) % all.count]
        return showAccountRows(next, of: accountRows.store)
    }

    /// One store or all of them.
    mutating func toggleAccountStore() -> [Effect] {
        let own = accountRows.selected?.store ?? account.accounts.first?.store
        return showAccountRows(accountRows.kind, of: accountRows.store == nil ? own : nil)
    }

    mutating func accountAnswered(_ call: AccountCall, _ answer: AccountAnswer) {
        switch answer {
        case .rows(let rows, let states):
            guard
                call
                    == .rows(
                        accountRows.kind, accountRows.store, settlement: accountRows.settlement)
            else { return }
            accountRows.rows = rows
            accountRows.states = states
            accountRows.isLoaded = true
            accountRows.list.clamp(count: rows.count)
        case .order(let view):
            guard accountRows.selected?.order == view.order.id else { return }
            accountRows.order = view
        }
    }

    /// A settlement leads to its lines; any other row fills the pane, with its order.
    mutating func openAccountRow() -> [Effect] {
        guard let row = accountRows.selected, !accountRows.isOpen else { return [] }
        if case .settled(let view) = row {
            let list = accountRows.list
            accountRows = AccountRowsPane.State()
            (accountRows.kind, accountRows.store) = (.settlements, view.store)
            accountRows.settlement = view
            accountRows.list.height = list.height
            return fetchAccountRows()
        }
        accountRows.isOpen = true
        accountRows.viewport = ViewportState()
        accountRows.order = nil
        return fetchAccountOrder()
    }

    private func fetchAccountOrder() -> [Effect] {
        guard let row = accountRows.selected, let order = row.order else { return [] }
        return [.latest("account.order", .account(.order(order, row.store)))]
    }

    /// Steps out of the card, then out of a settlement's lines; nil when there is nothing to leave.
    mutating func leaveAccountRow() -> [Effect]? {
        if accountRows.isOpen {
            accountRows.isOpen = false
            return []
        }
        guard accountRows.settlement != nil else { return nil }
        return showAccountRows(.settlements, of: accountRows.store)
    }

    /// The newest ticket about the row's order.
    mutating func openAccountTicket() -> [Effect] {
        guard let ticket = accountRows.order?.tickets.max() else { return [] }
        if let row = inbox.rows.first(where: { $0.id == ticket }) { return open(row) }
        outbox.opensTicket = ticket
        return [.latest("thread", .showTicket(ticket, refreshOrder: true))]
    }

    mutating func moveAccountRows(_ move: (inout ListState, Int) -> Void) {
        let areas = AccountRowsPane.areas(self, ScreenLayout(self))
        accountRows.list.height = max(1, areas.list.height - 1)
        move(&accountRows.list, accountRows.rows.count)
    }

    mutating func scrollAccountRow(by distance: Int) {
        let area = AccountRowsPane.areas(self, ScreenLayout(self)).card
        let count = AccountRowCard.lines(self, width: area.width).count
        accountRows.viewport.scroll(by: distance, lineCount: count, height: area.height)
    }

    /// The first click selects a row, the next one shows it.
    mutating func clickedAccountRow(_ point: Point) -> [Effect] {
        let area = AccountRowsPane.areas(self, ScreenLayout(self)).list
        let table = Table(columns: AccountRowsTable.columns(self, width: area.width))
        let row = table.row(
            at: point, in: area, state: accountRows.list, count: accountRows.rows.count)
        guard let row else { return [] }
        if row == accountRows.list.selection { return openAccountRow() }
        moveAccountRows { list, count in list.select(row, count: count) }
        return []
    }
}

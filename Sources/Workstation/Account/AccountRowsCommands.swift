import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Keys of an account's lists and of one row's card.
enum AccountRowsCommands {
    static let all: [Command] = acts + moving

    private static let acts: [Command] = [
        Command(
            "open-row", ["enter", "right", "l"], in: [.accountRows],
            Phrase("command.open-row", "Shows every field, the order and its tickets"),
            hint: Phrase("hint.open-row", "all of it"),
            unless: { $0.accountRows.rows.isEmpty ? AccountRowStrings.nothing : nil }
        ) { model, _ in model.openAccountRow() },
        Command(
            "row-ticket", ["t"], in: [.accountRows],
            Phrase("command.row-ticket", "Opens the newest ticket about the row's order"),
            hint: Phrase("hint.row-ticket", "ticket"),
            unless: { model in
                guard model.accountRows.isOpen else { return AccountRowStrings.openForOrder }
                return model.accountRows.order?.tickets.isEmpty == false
                    ? nil : AccountRowStrings.noTicket
            }
        ) { model, _ in model.openAccountTicket() },
        Command(
            "copy-row-order", ["y"], in: [.accountRows],
            Phrase("command.copy-row-order", "Copies the order's number"),
            hint: Phrase("hint.copy-row-order", "copy order"),
            unless: { $0.accountRows.selected?.order == nil ? AccountRowStrings.noOrder : nil }
        ) { model, _ in model.accountRows.selected?.order.map { [.copy($0.rawValue)] } ?? [] },
        Command(
            "row-stores", ["a"], in: [.accountRows],
            Phrase("command.row-stores", "Shows one store's rows, or those of all"),
            hint: Phrase("hint.row-stores", "one store/all")
        ) { model, _ in model.toggleAccountStore() },
        Command(
            "next-rows", ["tab"], in: [.accountRows],
            Phrase("command.next-rows", "Goes to the list beside this one"),
            hint: Phrase("hint.next-rows", "next list")
        ) { model, _ in model.turnAccountRows(by: 1) },
        Command(
            "previous-rows", ["backtab"], in: [.accountRows],
            Phrase("command.previous-rows", "Goes back to the list before this one")
        ) { model, _ in model.turnAccountRows(by: -1) },
        Command(
            "reload-rows", ["ctrl-r"], in: [.accountRows],
            Phrase("command.reload-rows", "Asks the core for the list again")
        ) { model, _ in model.fetchAccountRows() },
    ]

    private static let moving: [Command] = [
        move("down", ["j", "down"], Phrase("command.down", "Moves down")) { _, _ in 1 },
        move("up", ["k", "up"], Phrase("command.up", "Moves up")) { _, _ in -1 },
        move("top", ["g g", "home"], Phrase("command.top", "Goes to the top")) { count, _ in
            -count
        },
        move("bottom", ["G", "end"], Phrase("command.bottom", "Goes to the end")) { count, _ in
            count
        },
        move(
            "page-down", ["space", "pagedown", "ctrl-d"],
            Phrase("command.page-down", "Pages down")
        ) { _, height in max(1, height - 1) },
        move("page-up", ["b", "pageup", "ctrl-u"], Phrase("command.page-up", "Pages up")) {
            _, height in -max(1, height - 1)
        },
    ]

    /// `distance` is asked with the length of what moves and with the rows in sight.
    private static func move(
        _ name: String, _ keys: [String], _ summary: Phrase,
        _ distance: @escaping @Sendable (Int, Int) -> Int
    ) -> Command {
        Command(name, keys, in: [.accountRows], summary) { model, _ in
            let areas = AccountRowsPane.areas(model, ScreenLayout(model))
            if model.accountRows.isOpen {
                model.scrollAccountRow(by: distance(1_000_000, areas.card.height))
            } else {
                model.moveAccountRows { list, count in
                    list.move(by: distance(count, areas.list.height - 1), count: count)
                }
            }
            return []
        }
    }
}

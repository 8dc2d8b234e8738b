import Localization
import TerminalWidgets

/// Moves in the list.
enum InboxCommands {
    static let all: [Command] = [
        Command(
            "open", ["enter", "right"], in: [.inbox],
            Phrase("command.open", "Opens the conversation"), hint: Phrase("hint.open", "open"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.openSelected() },
        move("down", ["j", "down", "n"], Phrase("command.down", "Moves down")) { _ in 1 },
        move("up", ["k", "up", "N"], Phrase("command.up", "Moves up")) { _ in -1 },
        move("top", ["g g", "home"], Phrase("command.top", "Goes to the top")) { -$0 },
        move("bottom", ["G", "end"], Phrase("command.bottom", "Goes to the end")) { $0 },
        page(
            "page-down", ["pagedown", "space", "ctrl-d"], 1,
            Phrase("command.page-down", "Pages down")),
        page("page-up", ["pageup", "b", "ctrl-u"], -1, Phrase("command.page-up", "Pages up")),
        Command(
            "reload", ["ctrl-r"], in: [.inbox],
            Phrase("command.reload", "Asks the core for the list again")
        ) { model, _ in [model.inbox.fetch()] },
    ]

    private static func move(
        _ name: String, _ keys: [String], _ summary: Phrase,
        _ distance: @escaping @Sendable (Int) -> Int
    ) -> Command {
        Command(name, keys, in: [.inbox], summary) { model, _ in
            model.inbox.moved(now: model.now) { list, count in
                list.move(by: distance(count), count: count)
            }
        }
    }

    private static func page(_ name: String, _ keys: [String], _ pages: Int, _ summary: Phrase)
        -> Command
    {
        Command(name, keys, in: [.inbox], summary) { model, _ in
            model.inbox.moved(now: model.now) { list, count in list.page(by: pages, count: count) }
        }
    }
}

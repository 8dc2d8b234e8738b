import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Moves in a conversation and between conversations.
enum ThreadCommands {
    static let all: [Command] = scrolling + walking + finding

    private static let scrolling: [Command] = [
        scroll("down", ["j", "down"], Phrase("command.scroll-down", "Scrolls down")) { _ in 1 },
        scroll("up", ["k", "up"], Phrase("command.scroll-up", "Scrolls up")) { _ in -1 },
        scroll(
            "page-down", ["space", "pagedown", "ctrl-d"],
            Phrase("command.page-down", "Pages down")
        ) { max(1, $0 - 2) },
        scroll("page-up", ["b", "pageup", "ctrl-u"], Phrase("command.page-up", "Pages up")) {
            -max(1, $0 - 2)
        },
        scroll("top", ["g g", "home"], Phrase("command.top", "Goes to the top")) { _ in -1_000_000
        },
        scroll("bottom", ["G", "end"], Phrase("command.bottom", "Goes to the end")) { _ in
            1_000_000
        },
        Command(
            "next-message", ["}"], in: [.thread],
            Phrase("command.next-message", "Goes to the next message")
        ) { model, _ in model.jumpMessage(1) },
        Command(
            "previous-message", ["{"], in: [.thread],
            Phrase("command.previous-message", "Goes to the message before")
        ) { model, _ in model.jumpMessage(-1) },
    ]

    private static let walking: [Command] = [
        Command(
            "next-ticket", ["J", "]"], in: [.thread],
            Phrase("command.next-ticket", "Opens the next ticket of the list"),
            hint: Phrase("hint.next-ticket", "next")
        ) { model, _ in model.walk(by: 1) },
        Command(
            "previous-ticket", ["K", "["], in: [.thread],
            Phrase("command.previous-ticket", "Opens the ticket before in the list")
        ) { model, _ in model.walk(by: -1) },
        Command(
            "back", ["left"],
            in: Set<Layer>([
                .thread, .card, .outbox, .sync, .history, .account, .accountRows, .rights,
            ])
            .union(ClockPane.layers).union(RoutingPane.layers)
            .union(WallPane.layers.subtracting([.wall])),
            Phrase("command.back", "Goes back")
        ) { model, _ in model.peel() },
    ]

    private static let finding: [Command] = [
        Command(
            "find", ["/"], in: [.thread],
            Phrase("command.find", "Finds text in the conversation"),
            hint: Phrase("hint.find", "find"), argument: "TEXT"
        ) { model, text in
            text.isEmpty ? model.ask(.find, text: model.thread?.find ?? "") : model.find(text)
        },
        Command(
            "find-next", ["n"], in: [.thread], Phrase("command.find-next", "Goes to the next hit")
        ) { model, _ in model.findAgain(1) },
        Command(
            "find-previous", ["N"], in: [.thread],
            Phrase("command.find-previous", "Goes to the hit before")
        ) { model, _ in model.findAgain(-1) },
    ]

    private static func scroll(
        _ name: String, _ keys: [String], _ summary: Phrase,
        _ distance: @escaping @Sendable (Int) -> Int
    ) -> Command {
        Command(name, keys, in: [.thread, .card, .history], summary) { model, _ in
            let rows = ScreenLayout(model).threadRows
            if model.layer == .card {
                model.scrollCard(by: distance(rows))
            } else if model.layer == .history {
                model.changeHistory { $0.scroll(by: distance(rows), $1) }
            } else {
                model.changeThread { $0.scroll(by: distance(rows), $1) }
            }
            return []
        }
    }
}

extension WorkstationModel {
    mutating func jumpMessage(_ step: Int) -> [Effect] {
        changeThread { $0.jump(by: step, $1) }
        return []
    }

    /// The next ticket of the inbox without going back to it.
    mutating func walk(by step: Int) -> [Effect] {
        // Once a ticket is dealt with, the cursor stands on the next one already.
        if step > 0, inbox.selected != thread?.ticket, let next = inbox.selectedRow,
            next.id != thread?.ticket
        {
            inbox.previewAt = nil
            return open(next)
        }
        let effects = inbox.moved(now: now) { list, count in list.move(by: step, count: count) }
        inbox.previewAt = nil
        guard let row = inbox.selectedRow, row.id != thread?.ticket else { return effects }
        return effects + open(row)
    }

    mutating func find(_ text: String) -> [Effect] {
        thread?.find = text
        return findAgain(1)
    }

    mutating func findAgain(_ direction: Int) -> [Effect] {
        let found = changeThread { $0.findNext(direction, $1) }
        guard found == false else { return [] }
        say(ThreadStrings.noMatch, .warning)
        return []
    }
}

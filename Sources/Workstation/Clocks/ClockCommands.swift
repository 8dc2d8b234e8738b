import HelpDesk
import Localization
import TerminalCore
import Wire

/// Keys of deadlines, notices, calendars and policies.
enum ClockCommands {
    static let all: [Command] =
        [
            Command(
                "explain", ["="], in: .tickets,
                Phrase("command.explain", "Explains how the ticket's deadlines came about"),
                hint: Phrase("hint.explain", "why"), unless: TicketCommands.noTicket
            ) { model, _ in model.explainDeadlines() },
            Command(
                "notice", ["!"], in: .tickets,
                Phrase("command.notice", "Goes to the oldest deadline that you were warned of")
            ) { model, _ in model.jumpToNotice() },
            Command(
                "calendars", ["g t"], in: .reading,
                Phrase("command.calendars", "Shows when people work, for the next 14 days")
            ) { model, _ in model.openClockPane(.calendars, .calendars) },
            Command(
                "policies", ["g T"], in: .reading,
                Phrase("command.policies", "Shows how fast the desk wants to be with what")
            ) { model, _ in model.openClockPane(.policies, .policies) },
            Command(
                "reload-clocks", ["ctrl-r"], in: ClockPane.layers,
                Phrase("command.reload-clocks", "Asks the core for it again")
            ) { model, _ in model.reloadClockPane() },
        ] + scrolling

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
    ]

    private static func scroll(
        _ name: String, _ keys: [String], _ summary: Phrase,
        by distance: @escaping @Sendable (Int) -> Int
    ) -> Command {
        Command(name, keys, in: ClockPane.layers, summary) { model, _ in
            model.scrollClocks(by: distance(ScreenLayout(model).body.height))
            return []
        }
    }
}

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

    private static let scrolling = ScrollCommands.text(in: ClockPane.layers) {
        $0.scrollClocks(by: $1)
    }
}

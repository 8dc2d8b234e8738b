import HelpDesk
import Localization
import TerminalCore
import Wire

/// Keys of teams, decisions, presence and hand-over.
enum RoutingCommands {
    static let all: [Command] = panes + acts + presence + scrolling

    private static let panes: [Command] = [
        Command(
            "why", ["W"], in: .tickets,
            Phrase("command.why", "Says why the ticket is with somebody, or with nobody"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.explainRouting() },
        Command(
            "teams", ["g w"], in: .reading,
            Phrase("command.teams", "Shows groups, who is at work, and the rules")
        ) { model, _ in model.openTeams() },
        Command(
            "team-history", ["H"], in: [.teams],
            Phrase("command.team-history", "Shows who changed what, and why"),
            hint: Phrase("hint.team-history", "history")
        ) { model, _ in model.askRoutingHistory() },
        Command(
            "hand-over", ["g h"], in: .reading,
            Phrase("command.hand-over", "Shows what one shift leaves to the next")
        ) { model, _ in
            model.routing.cursor = 0
            return model.openRoutingPane(.handOver, .handOvers)
        },
        Command(
            "reload-routing", ["ctrl-r"], in: RoutingPane.layers,
            Phrase("command.reload-routing", "Asks the core for it again")
        ) { model, _ in model.reloadRoutingPane() },
    ]

    private static let acts: [Command] = [
        Command(
            "give-back", ["B"], in: .tickets,
            Phrase("command.give-back", "Gives your ticket back to the queue"),
            unless: { model in
                let isMine = model.currentRow?.ticket.owner == model.me?.person && model.me != nil
                return TicketCommands.noTicket(model) ?? (isMine ? nil : RoutingStrings.notYours)
            }
        ) { model, _ in model.currentRow.map { [.call(.routing(.giveBack($0.id)))] } ?? [] },
        Command(
            "offer-hand-over", ["O"], in: [.handOver],
            Phrase("command.offer-hand-over", "Puts what you leave behind on a list"),
            hint: Phrase("hint.offer-hand-over", "offer mine")
        ) { _, _ in [.call(.routing(.offer))] },
        Command(
            "accept-line", ["enter", "t"], in: [.handOver],
            Phrase("command.accept-line", "Takes over the line under the cursor"),
            hint: Phrase("hint.accept-line", "take over")
        ) { model, _ in model.takeOverLine() },
    ]

    private static let presence: [Command] = [
        Command(
            "available", ["P a"], in: .reading,
            Phrase("command.available", "Says that you take work")
        ) { model, _ in model.say(presence: .available, "") },
        Command(
            "busy", ["P b"], in: .reading,
            Phrase("command.busy", "Says that you take no more work for now")
        ) { model, _ in model.say(presence: .busy, "") },
        Command(
            "away", ["P w"], in: .reading,
            Phrase("command.away", "Says that you are away; what cannot wait finds others"),
            argument: "30m"
        ) { model, time in model.say(presence: .away, time) },
        Command(
            "off", ["P o"], in: .reading,
            Phrase("command.off", "Says that you go home; what cannot wait finds others"),
            argument: "16h"
        ) { model, time in model.say(presence: .off, time) },
    ]

    private static let scrolling = ScrollCommands.text(in: RoutingPane.layers) {
        $0.scrollRouting(by: $1)
    }
}

import HelpDesk
import Localization
import TerminalCore
import Wire

/// Keys of the supervisor's panes.
enum WallCommands {
    static let all: [Command] = panes + wall + forecast + breaches + shifts + broadcasts + moving

    @Sendable private static func notSupervisor(_ model: WorkstationModel) -> Phrase? {
        model.may(.supervise, .stores) ? nil : TicketStrings.supervisorOnly
    }

    private static let panes: [Command] = [
        Command(
            "wall", ["g m"], in: .reading,
            Phrase("command.wall", "Shows what is due, with whom, and what waits for you"),
            unless: notSupervisor
        ) { model, _ in model.openWall() },
        Command(
            "forecast", ["g e"], in: .reading,
            Phrase("command.forecast", "Shows which answers will be late, and what would help"),
            unless: notSupervisor
        ) { model, _ in model.openWallPane(.forecast, [.latest("forecast", .wall(.forecast))]) },
        Command(
            "breaches", ["g x"], in: .reading,
            Phrase("command.breaches", "Shows the missed deadlines of seven days with their causes")
        ) { model, _ in model.openBreaches() },
        Command(
            "shifts", ["g n"], in: .reading,
            Phrase("command.shifts", "Shows who is planned when, and the gaps"),
            unless: { $0.may(.supervise) || $0.may(.roster) ? nil : TicketStrings.supervisorOnly }
        ) { model, _ in model.openShifts() },
        Command(
            "broadcasts", ["g b"], in: .reading,
            Phrase("command.broadcasts", "Shows what everybody should know")
        ) { model, _ in
            model.openWallPane(.broadcasts, [.latest("broadcasts", .wall(.broadcasts))])
        },
        Command(
            "alarms", ["g !"], in: .reading,
            Phrase("command.alarms", "Shows what somebody must know of and nobody has settled")
        ) { model, _ in model.openWallPane(.alarms, [.latest("alarms", .wall(.alarms))]) },
        Command(
            "reload-wall", ["ctrl-r"], in: WallPane.layers,
            Phrase("command.reload-wall", "Asks the core for it again")
        ) { model, _ in model.reloadWallPane() },
        Command(
            "broadcast", in: .reading,
            Phrase("command.broadcast", "Tells everybody in your stores something"),
            argument: "TEXT", unless: notSupervisor
        ) { model, text in model.broadcast(text) },
    ]

    private static let wall: [Command] = [
        Command(
            "wall-by", ["b"], in: [.wall],
            Phrase("command.wall-by", "By store, marketplace, group, person or time left"),
            hint: Phrase("hint.wall-by", "by")
        ) { model, _ in model.turnWall() },
        Command(
            "next-part", ["tab"], in: [.wall],
            Phrase("command.next-part", "Goes to the next part"),
            hint: Phrase("hint.next-part", "next")
        ) { model, _ in model.turnWallPart(by: 1) },
        Command(
            "previous-part", ["backtab"], in: [.wall],
            Phrase("command.previous-part", "Goes to the part before")
        ) { model, _ in model.turnWallPart(by: -1) },
        Command(
            "next-number", ["right", "l"], in: [.wall],
            Phrase("command.next-number", "Goes to the next number of the line")
        ) { model, _ in model.turnWallColumn(by: 1) },
        Command(
            "previous-number", ["left", "h"], in: [.wall],
            Phrase("command.previous-number", "Goes to the number before")
        ) { model, _ in model.turnWallColumn(by: -1) },
        Command(
            "open-number", ["enter"], in: [.wall],
            Phrase("command.open-number", "Opens the tickets behind the number"),
            hint: Phrase("hint.open-number", "tickets")
        ) { model, _ in model.openNumber() },
        Command(
            "tell-all", ["N"], in: [.wall, .broadcasts],
            Phrase("command.tell-all", "Writes a word to everybody"),
            hint: Phrase("hint.tell-all", "tell all"), unless: notSupervisor
        ) { model, _ in model.ask(PromptPane.Purpose.wall(.broadcast)) },
    ]

    private static let forecast: [Command] = [
        Command(
            "open-risk", ["enter"], in: [.forecast],
            Phrase("command.open", "Opens the conversation"),
            hint: Phrase("hint.open", "open")
        ) { model, _ in model.openRisk() }
    ]

    private static let breaches: [Command] = [
        Command(
            "open-breach", ["enter"], in: [.breaches],
            Phrase("command.open", "Opens the conversation"),
            hint: Phrase("hint.open", "open")
        ) { model, _ in model.selectedBreach.map { model.openTicket($0.ticket) } ?? [] },
        Command(
            "remark", ["e"], in: [.breaches],
            Phrase("command.remark", "Says why a breach is nobody's fault; it stays a breach"),
            hint: Phrase("hint.remark", "remark"),
            unless: {
                $0.may(.excuseBreach, .stores) ? nil : TicketStrings.supervisorOnly
            }
        ) { model, _ in
            guard let breach = model.selectedBreach else { return [] }
            return model.ask(PromptPane.Purpose.wall(.excuse(breach.ticket, breach.key)))
        },
    ]

    private static let shifts: [Command] = [
        Command(
            "more-days", ["w"], in: [.shifts],
            Phrase("command.more-days", "Plans for 1, 7 or 14 days"),
            hint: Phrase("hint.more-days", "days")
        ) { model, _ in model.turnShiftDays() }
    ]

    private static let broadcasts: [Command] = [
        Command(
            "acknowledge", ["enter", "a"], in: [.broadcasts],
            Phrase("command.acknowledge", "Says that you have read it"),
            hint: Phrase("hint.acknowledge", "have read"),
            unless: { $0.selectedBroadcast?.isUnread == true ? nil : WallStrings.nothingToRead }
        ) { model, _ in
            model.selectedBroadcast.map { [.call(.wall(.read($0.broadcast.id)))] } ?? []
        },
        Command(
            "withdraw", ["X"], in: [.broadcasts],
            Phrase("command.withdraw", "Takes the word back"),
            hint: Phrase("hint.withdraw", "take back"), unless: notSupervisor
        ) { model, _ in
            guard let view = model.selectedBroadcast, view.broadcast.withdrawnAt == nil else {
                return []
            }
            return [.call(.wall(.withdraw(view.broadcast.id)))]
        },
    ]

    private static let moving: [Command] = [
        move("down", ["j", "down"], Phrase("command.down", "Moves down")) { _ in 1 },
        move("up", ["k", "up"], Phrase("command.up", "Moves up")) { _ in -1 },
        move(
            "page-down", ["space", "pagedown", "ctrl-d"], Phrase("command.page-down", "Pages down")
        ) { max(1, $0 - 2) },
        move("page-up", ["pageup", "ctrl-u"], Phrase("command.page-up", "Pages up")) {
            -max(1, $0 - 2)
        },
        move("top", ["g g", "home"], Phrase("command.top", "Goes to the top")) { _ in -1_000_000 },
        move("bottom", ["G", "end"], Phrase("command.bottom", "Goes to the end")) { _ in
            1_000_000
        },
    ]

    private static func move(
        _ name: String, _ keys: [String], _ summary: Phrase,
        by distance: @escaping @Sendable (Int) -> Int
    ) -> Command {
        Command(name, keys, in: WallPane.layers, summary) { model, _ in
            model.moveWall(by: distance(ScreenLayout(model).body.height))
            return []
        }
    }
}

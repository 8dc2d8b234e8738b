import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

enum OutboxCommands {
    static let all: [Command] =
        moving + [
            Command(
                "approve", ["A"], in: [.outbox],
                Phrase("command.approve", "Releases a held reply, with a reason"),
                hint: Phrase("hint.approve", "release"), unless: notReviewable
            ) { model, _ in
                model.outbox.selected.map { model.ask(.review($0.id, isApproved: true)) } ?? []
            },
            Command(
                "reject", ["X"], in: [.outbox],
                Phrase("command.reject", "Gives a held reply back to its author"),
                hint: Phrase("hint.reject", "give back"), unless: notReviewable
            ) { model, _ in
                model.outbox.selected.map { model.ask(.review($0.id, isApproved: false)) } ?? []
            },
            Command(
                "arrived", ["+"], in: [.outbox],
                Phrase("command.arrived", "Says that a reply of unknown fate did arrive"),
                hint: Phrase("hint.arrived", "arrived"), unless: notSettleable
            ) { model, _ in
                model.outbox.selected.map { model.ask(.settle($0.id, hasArrived: true)) } ?? []
            },
            Command(
                "not-arrived", ["-"], in: [.outbox],
                Phrase("command.not-arrived", "Says that a reply did not arrive; it goes out anew"),
                hint: Phrase("hint.not-arrived", "send anew"), unless: notSettleable
            ) { model, _ in
                model.outbox.selected.map { model.ask(.settle($0.id, hasArrived: false)) } ?? []
            },
            Command(
                "reload", ["ctrl-r"], in: [.outbox],
                Phrase("command.reload", "Asks the core for the list again")
            ) { _, _ in [.latest("outbox", .listOutbox)] },
        ]

    private static let moving: [Command] = [
        Command("down", ["j", "down"], in: [.outbox], Phrase("command.down", "Moves down")) {
            model, _ in model.moveOutbox(by: 1)
        },
        Command("up", ["k", "up"], in: [.outbox], Phrase("command.up", "Moves up")) {
            model, _ in model.moveOutbox(by: -1)
        },
    ]

    @Sendable private static func notReviewable(_ model: WorkstationModel) -> Phrase? {
        guard model.isSupervisor else { return TicketStrings.supervisorOnly }
        guard let item = model.outbox.selected?.item else { return OutboxStrings.nothing }
        return item.state == .held ? nil : OutboxStrings.notHeld
    }

    @Sendable private static func notSettleable(_ model: WorkstationModel) -> Phrase? {
        guard let item = model.outbox.selected?.item else { return OutboxStrings.nothing }
        let states: [OutboxState] = [.unknown, .failed, .bounced]
        return states.contains(item.state) ? nil : OutboxStrings.notUnknown
    }
}

extension WorkstationModel {
    mutating func moveOutbox(by distance: Int) -> [Effect] {
        outbox.list.move(by: distance, count: outbox.items.count)
        return []
    }

    mutating func moved(_ view: OutboxView, by call: CoreCall) -> [Effect] {
        outbox.changed(view)
        switch call {
        case .review(_, true, _): say(OutboxStrings.approved, .ok)
        case .review(_, false, _): say(OutboxStrings.rejected, .ok)
        case .settle: say(OutboxStrings.settled, .ok)
        default: break
        }
        return [.latest("outbox", .listOutbox)]
    }
}

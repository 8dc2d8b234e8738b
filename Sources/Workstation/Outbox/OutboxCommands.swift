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
                hint: Phrase("hint.approve", "release"), unless: notReleasable
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
        Command(
            "open", ["enter", "right", "l"], in: [.outbox],
            Phrase("command.open", "Opens the conversation"), hint: Phrase("hint.open", "open"),
            unless: { $0.outbox.selected == nil ? OutboxStrings.nothing : nil }
        ) { model, _ in model.openOutboxTicket() },
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

    /// Two pairs of eyes: the author is not asked for a reason that the core would refuse.
    @Sendable private static func notReleasable(_ model: WorkstationModel) -> Phrase? {
        if let obstacle = notReviewable(model) { return obstacle }
        return model.outbox.selected?.item.author == model.me?.person ? OutboxStrings.ownReply : nil
    }

    @Sendable private static func notSettleable(_ model: WorkstationModel) -> Phrase? {
        guard let item = model.outbox.selected?.item else { return OutboxStrings.nothing }
        let states: [OutboxState] = [.unknown, .failed, .bounced]
        return states.contains(item.state) ? nil : OutboxStrings.notUnknown
    }
}

extension WorkstationModel {
    /// Opens the ticket of the selected reply; the core is asked where its row is not at hand.
    mutating func openOutboxTicket() -> [Effect] {
        guard let ticket = outbox.selected?.item.ticket else { return [] }
        if let row = inbox.rows.first(where: { $0.id == ticket }) { return open(row) }
        outbox.opensTicket = ticket
        return [.latest("thread", .showTicket(ticket, refreshOrder: true))]
    }

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

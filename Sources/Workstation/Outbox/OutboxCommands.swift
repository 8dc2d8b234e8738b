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
                Phrase("command.arrived", "Says that something of unknown fate did arrive"),
                hint: Phrase("hint.arrived", "arrived"), unless: notConfirmable
            ) { model, _ in model.settleSelected(hasArrived: true) },
            Command(
                "not-arrived", ["-"], in: [.outbox],
                Phrase("command.not-arrived", "Says that it did not arrive; it goes out anew"),
                hint: Phrase("hint.not-arrived", "send anew"), unless: notSettleable
            ) { model, _ in model.settleSelected(hasArrived: false) },
            Command(
                "put-away", ["d"], in: [.outbox],
                Phrase(
                    "command.put-away",
                    "Takes back a message or shipment that waits, puts a refused one away"),
                hint: Phrase("hint.put-away", "put away"), unless: notRemovable
            ) { model, _ in
                model.outbox.selectedDispatch.map {
                    [.call(.settleDispatch($0.id, .withdrawn, reason: ""))]
                } ?? []
            },
            Command(
                "reload", ["ctrl-r"], in: [.outbox],
                Phrase("command.reload", "Asks the core for the list again")
            ) { _, _ in OutboxPane.fetch },
        ]

    private static let moving: [Command] = [
        Command(
            "open", ["enter", "right", "l"], in: [.outbox],
            Phrase("command.open", "Opens the conversation"), hint: Phrase("hint.open", "open"),
            unless: notOpenable
        ) { model, _ in model.openOutboxTicket() },
        Command("down", ["j", "down"], in: [.outbox], Phrase("command.down", "Moves down")) {
            model, _ in model.moveOutbox(by: 1)
        },
        Command("up", ["k", "up"], in: [.outbox], Phrase("command.up", "Moves up")) {
            model, _ in model.moveOutbox(by: -1)
        },
    ]

    @Sendable private static func notReviewable(_ model: WorkstationModel) -> Phrase? {
        guard model.may(.sendWithoutLintPass) else { return TicketStrings.supervisorOnly }
        guard let item = model.outbox.selected?.item else { return OutboxStrings.nothing }
        return item.state == .held ? nil : OutboxStrings.notHeld
    }

    /// Two pairs of eyes: the author is not asked for a reason that the core would refuse.
    @Sendable private static func notReleasable(_ model: WorkstationModel) -> Phrase? {
        if let obstacle = notReviewable(model) { return obstacle }
        return model.outbox.selected?.item.author == model.me?.person ? OutboxStrings.ownReply : nil
    }

    @Sendable private static func notOpenable(_ model: WorkstationModel) -> Phrase? {
        if let view = model.outbox.selectedDispatch {
            return view.dispatch.ticket == nil ? DispatchStrings.noTicket : nil
        }
        return model.outbox.selected == nil ? OutboxStrings.nothing : nil
    }

    @Sendable private static func notSettleable(_ model: WorkstationModel) -> Phrase? {
        if let view = model.outbox.selectedDispatch {
            return view.dispatch.state.needsPerson ? nil : OutboxStrings.notUnknown
        }
        guard let item = model.outbox.selected?.item else { return OutboxStrings.nothing }
        let states: [OutboxState] = [.unknown, .failed, .bounced]
        return states.contains(item.state) ? nil : OutboxStrings.notUnknown
    }

    /// What the platform refused did not arrive.
    @Sendable private static func notConfirmable(_ model: WorkstationModel) -> Phrase? {
        if model.outbox.selectedDispatch?.dispatch.state == .refused {
            return OutboxStrings.notUnknown
        }
        return notSettleable(model)
    }

    @Sendable private static func notRemovable(_ model: WorkstationModel) -> Phrase? {
        guard let state = model.outbox.selectedDispatch?.dispatch.state else {
            return DispatchStrings.notOpen
        }
        return state == .queued || state == .refused ? nil : DispatchStrings.notOpen
    }
}

extension WorkstationModel {
    /// Opens the ticket of the selected reply; the core is asked where its row is not at hand.
    mutating func openOutboxTicket() -> [Effect] {
        let ticket = outbox.selected?.item.ticket ?? outbox.selectedDispatch?.dispatch.ticket
        guard let ticket else { return [] }
        if let row = inbox.rows.first(where: { $0.id == ticket }) { return open(row) }
        outbox.opensTicket = ticket
        return [.latest("thread", .showTicket(ticket, refreshOrder: true))]
    }

    mutating func moveOutbox(by distance: Int) -> [Effect] {
        outbox.list.move(by: distance, count: outbox.count)
        return []
    }

    /// Asks how the agent knows; a refused dispatch simply goes out again.
    mutating func settleSelected(hasArrived: Bool) -> [Effect] {
        if let item = outbox.selected { return ask(.settle(item.id, hasArrived: hasArrived)) }
        guard let view = outbox.selectedDispatch else { return [] }
        if view.dispatch.state == .refused {
            return [.call(.settleDispatch(view.id, .again, reason: ""))]
        }
        return ask(PromptPane.Purpose.settleDispatch(view.id, hasArrived ? .sent : .again))
    }

    mutating func moved(_ view: OutboxView, by call: CoreCall) -> [Effect] {
        outbox.changed(view)
        switch call {
        case .review(_, true, _): say(OutboxStrings.approved, .ok)
        case .review(_, false, _): say(OutboxStrings.rejected, .ok)
        case .settle: say(OutboxStrings.settled, .ok)
        default: break
        }
        return OutboxPane.fetch
    }
}

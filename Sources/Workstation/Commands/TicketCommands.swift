import HelpDesk
import Localization
import SwiftExtensions
import TerminalWidgets
import Wire

/// Acts on the ticket under the cursor or on the open one.
enum TicketCommands {
    static let all: [Command] = answering + owning + states + copying

    private static let answering: [Command] = [
        Command(
            "reply", ["r"], in: .tickets, Phrase("command.reply", "Writes a reply to the buyer"),
            hint: Phrase("hint.reply", "reply"), unless: noTicket
        ) { model, _ in model.startReply() },
        Command(
            "note", ["i"], in: .tickets,
            Phrase("command.note", "Adds a note that only the team sees"),
            hint: Phrase("hint.note", "note"), argument: "TEXT", unless: noTicket
        ) { model, text in
            guard let row = model.currentRow else { return [] }
            return text.isEmpty ? model.openNote(row) : [.call(.note(row.id, text: text))]
        },
        Command(
            "order-actions", ["m"], in: .tickets,
            Phrase(
                "command.order-actions",
                "Typed messages, review request, shipment: what the order allows now"),
            hint: Phrase("hint.order-actions", "order"), unless: noOrder
        ) { model, _ in model.askOrderActions() },
        Command(
            "excuse", ["e"], in: .tickets,
            Phrase("command.excuse", "Marks that no answer is needed, in two steps"),
            hint: Phrase("hint.excuse", "excuse"), argument: "REASON",
            unless: { model in
                noTicket(model) ?? (model.excusableNow ? nil : TicketStrings.nothingOwed)
            }
        ) { model, reason in model.excuse(reason) },
        Command(
            "case", ["c"], in: .tickets,
            Phrase("command.case", "Says that a return, claim or wish is dealt with"),
            hint: Phrase("hint.case", "case done"),
            argument: "REASON",
            unless: { model in
                noTicket(model) ?? (model.currentRow?.nextCase == nil ? TicketStrings.noCase : nil)
            }
        ) { model, reason in model.handleCase(reason) },
    ]

    private static let owning: [Command] = [
        Command(
            "take", ["t"], in: .tickets, Phrase("command.take", "Makes the ticket yours"),
            hint: Phrase("hint.take", "take"),
            unless: { model in
                let isMine = model.currentRow?.ticket.owner == model.me?.person && model.me != nil
                return noTicket(model) ?? (isMine ? TicketStrings.alreadyYours : nil)
            }
        ) { model, _ in model.currentRow.map { [.call(.claim($0.id))] } ?? [] },
        Command(
            "assign", ["a"], in: .tickets,
            Phrase("command.assign", "Gives the ticket to somebody, or to nobody"),
            hint: Phrase("hint.assign", "assign"), argument: "NAME", unless: noTicket
        ) { model, name in name.isEmpty ? model.pickOwner() : model.assign(to: name) },
    ]

    private static let states: [Command] = [
        Command(
            "hold", ["h"], in: .tickets,
            Phrase(
                "command.hold", "Waits for somebody else, with a reason and a time to look again"),
            hint: Phrase("hint.hold", "hold"), argument: "3h REASON", unless: noTicket
        ) { model, text in model.hold(text) },
        Command(
            "state", ["s"], in: .tickets,
            Phrase("command.state", "Chooses what becomes of the ticket"),
            hint: Phrase("hint.state", "state"), unless: noTicket
        ) { model, _ in model.pickState() },
        Command(
            "resolve", ["D"], in: .tickets,
            Phrase("command.resolve", "Resolves the ticket when nothing is owed"),
            unless: noTicket
        ) { model, _ in model.resolveOrAsk() },
        Command(
            "reopen", ["O"], in: .tickets, Phrase("command.reopen", "Opens the ticket again"),
            unless: { model in
                let state = model.currentRow?.ticket.state
                let isOpen = state == .open || state == .new
                return noTicket(model) ?? (isOpen ? TicketStrings.isOpen : nil)
            }
        ) { model, _ in model.currentRow.map { [.call(.reopen($0.id))] } ?? [] },
        Command(
            "log", ["L"], in: .tickets,
            Phrase("command.log", "Shows everything that happened to the ticket"),
            hint: Phrase("hint.log", "log"), unless: noTicket
        ) { model, _ in model.openHistory() },
        Command(
            "refresh", ["R"], in: .tickets,
            Phrase("command.refresh", "Asks the platform for the order again"), unless: noOrder
        ) { model, _ in model.refreshOrder() },
    ]

    private static let copying: [Command] = [
        Command(
            "copy-order", ["y o"], in: .tickets,
            Phrase("command.copy-order", "Copies the order number"), unless: noOrder
        ) { model, _ in (model.currentRow?.ticket.order).map { [.copy($0.rawValue)] } ?? [] },
        Command(
            "copy-link", ["y l"], in: .tickets,
            Phrase("command.copy-link", "Copies Amazon's link for \"no response needed\""),
            unless: { model in
                let link = model.currentRow.flatMap { model.noResponseLink(of: $0.id) }
                return noTicket(model) ?? (link == nil ? TicketStrings.noLink : nil)
            }
        ) { model, _ in
            model.currentRow.flatMap { model.noResponseLink(of: $0.id) }.map { [.copy($0)] } ?? []
        },
        Command(
            "copy-ticket", ["y t"], in: .tickets,
            Phrase("command.copy-ticket", "Copies the ticket number"), unless: noTicket
        ) { model, _ in model.currentRow.map { [.copy(model.number($0.id))] } ?? [] },
        Command(
            "copy-message", ["y m"], in: [.thread],
            Phrase("command.copy-message", "Copies the buyer's newest message"), unless: noTicket
        ) { model, _ in
            let messages = model.thread?.detail?.messages ?? []
            return messages.last { $0.message.direction == .inbound }.map { [.copy($0.body)] } ?? []
        },
    ]

    @Sendable static func noTicket(_ model: WorkstationModel) -> Phrase? {
        model.currentRow == nil ? TicketStrings.noTicket : nil
    }

    @Sendable static func noOrder(_ model: WorkstationModel) -> Phrase? {
        noTicket(model) ?? (model.currentRow?.ticket.order == nil ? TicketStrings.noOrder : nil)
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// Parking, undoing, marking, merging and acting on many: the same keys in the list and in the
/// conversation.
enum LifeCommands {
    static let all: [Command] = parking + marking + joining + selecting + notes

    private static let parking: [Command] = [
        Command(
            "snooze", ["z"], in: .tickets,
            Phrase("command.snooze", "Parks the ticket for a time; 3z is three hours"),
            hint: Phrase("hint.snooze", "snooze"), argument: "3h",
            unless: TicketCommands.noTicket
        ) { model, text in model.snooze(text) },
        Command(
            "restore", ["Z"], in: .tickets,
            Phrase("command.restore", "Takes up the hold or snooze that a message interrupted"),
            unless: { model in
                let isEmpty = model.currentRow?.suspension == nil
                return TicketCommands.noTicket(model)
                    ?? (isEmpty ? LifeStrings.nothingSuspended : nil)
            }
        ) { model, _ in model.currentRow.map { [.call(.life(.restore($0.id)))] } ?? [] },
    ]

    private static let marking: [Command] = [
        Command(
            "priority", ["p"], in: .tickets,
            Phrase("command.priority", "Sets the priority"), hint: Phrase("hint.priority", "prio"),
            argument: "low|normal|high|urgent", unless: TicketCommands.noTicket
        ) { model, name in model.setPriority(name) },
        Command(
            "tag", ["#"], in: .tickets,
            Phrase("command.tag", "Puts a tag on the ticket or takes it off"),
            hint: Phrase("hint.tag", "tag"), argument: "NAME", unless: TicketCommands.noTicket
        ) { model, name in model.tag(name) },
        Command(
            "watch", ["w"], in: .tickets,
            Phrase("command.watch", "Has you told of what happens on the ticket, or no longer"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.toggleWatch() },
        Command(
            "spam", ["S"], in: .tickets,
            Phrase("command.spam", "Marks the ticket as spam or not; its clock runs on"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.toggle(.spam, .spam) },
        Command(
            "mute", ["M"], in: .tickets,
            Phrase("command.mute", "Silences personal notices about the ticket, or not"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.toggle(.muted, .muted) },
        Command(
            "vip", in: .tickets,
            Phrase("command.vip", "Marks the buyer's ticket as important, or not"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.toggle(.vip, .vip) },
        Command(
            "legal-hold", in: .tickets,
            Phrase("command.legal-hold", "Keeps all of the ticket from being erased, or no longer"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.toggle(.legalHold, .legalHold) },
        Command(
            "drill", in: .tickets,
            Phrase("command.drill", "Takes a drill's ticket out of every figure, or not"),
            unless: TicketCommands.noTicket
        ) { model, _ in model.toggle(.drill, .drill) },
    ]

    private static let joining: [Command] = [
        Command(
            "links", ["l"], in: .tickets,
            Phrase("command.links", "Merges, links or splits the ticket"),
            hint: Phrase("hint.links", "link"), unless: TicketCommands.noTicket
        ) { model, _ in model.pickJoin() },
        joining("merge", Phrase("command.merge", "Makes this and another ticket one")) {
            .merge($0, with: $1)
        },
        Command(
            "link-buyers", in: .tickets,
            Phrase("command.link-buyers", "Says that two aliases are one person"),
            argument: "#NUMBER WHY", unless: TicketCommands.noTicket
        ) { model, text in
            model.currentRow.map { model.joinBuyers($0.id, text, isOn: true) } ?? []
        },
        Command(
            "part-buyers", in: .tickets,
            Phrase("command.part-buyers", "Says that two aliases are two persons after all"),
            argument: "#NUMBER WHY", unless: TicketCommands.noTicket
        ) { model, text in
            model.currentRow.map { model.joinBuyers($0.id, text, isOn: false) } ?? []
        },
        Command(
            "kind", in: [.thread],
            Phrase("command.kind", "Says what the marked message is"),
            argument: "KIND WHY", unless: { $0.judgedNothing }
        ) { model, text in
            model.judgedMessage.map { model.correctKind(of: $0, text) } ?? []
        },
        joining("link-related", Phrase("command.link-related", "Links a ticket as related")) {
            .link($0, to: $1, .related, isOn: true)
        },
        joining("link-defect", Phrase("command.link-defect", "Links a ticket of the same defect")) {
            .link($0, to: $1, .sameDefect, isOn: true)
        },
        joining("link-part", Phrase("command.link-part", "Makes another ticket a part of this")) {
            .link($0, to: $1, .parent, isOn: true)
        },
        joining("unmerge", Phrase("command.unmerge", "Takes a merged ticket out again")) {
            .unmerge($1)
        },
        Command(
            "split", in: [.thread],
            Phrase("command.split", "Makes the marked messages a ticket of their own"),
            unless: { model in
                model.thread?.marked.isEmpty ?? true ? LifeStrings.nothingMarked : nil
            }
        ) { model, _ in model.split() },
    ]

    private static func joining(
        _ name: String, _ summary: Phrase,
        _ make: @escaping @Sendable (TicketID, TicketID) -> LifeCall
    ) -> Command {
        Command(
            name, in: .tickets, summary, argument: "#NUMBER", unless: TicketCommands.noTicket
        ) { model, text in
            guard let row = model.currentRow else { return [] }
            guard let other = WorkstationModel.number(in: text) else {
                return model.ask(.otherTicket(name, row.id))
            }
            return [.call(.life(make(row.id, other)))]
        }
    }

    private static let selecting: [Command] = [
        Command(
            "select", ["x"], in: [.inbox],
            Phrase("command.select", "Selects the ticket for acts on many, or not"),
            hint: Phrase("hint.select", "select"), unless: TicketCommands.noTicket
        ) { model, _ in model.toggleSelection() },
        Command(
            "select", ["x"], in: [.thread],
            Phrase("command.mark", "Marks the message on top for a split, or not")
        ) { model, _ in model.toggleMark() },
        Command(
            "bulk", ["*"], in: .tickets,
            Phrase("command.bulk", "Acts on all selected tickets"),
            hint: Phrase("hint.bulk", "on all"),
            unless: { $0.inbox.marked.isEmpty ? LifeStrings.nothingSelected : nil }
        ) { model, _ in model.pickBulkAct() },
        Command(
            "unselect", in: .tickets, Phrase("command.unselect", "Selects no ticket any more")
        ) { model, _ in
            model.inbox.marked = []
            return []
        },
    ]

    private static let notes: [Command] = [
        Command(
            "mentions", ["g @"], in: .reading,
            Phrase("command.mentions", "Shows who called you and what moved on watched tickets")
        ) { _, _ in [.latest("mentions", .life(.mentions))] },
        Command(
            "note-due", in: [.thread],
            Phrase("command.note-due", "Has your last note ask for a look at a time"),
            argument: "2d", unless: { $0.ownNote == nil ? LifeStrings.noNote : nil }
        ) { model, text in model.setNoteDue(text) },
        Command(
            "note-done", in: [.thread],
            Phrase("command.note-done", "Says that the last note was looked at"),
            unless: { $0.dueNote == nil ? LifeStrings.noNote : nil }
        ) { model, _ in model.dueNote.map { [.call(.life(.noteDue($0.id, nil)))] } ?? [] },
        Command(
            "note-edit", in: [.thread],
            Phrase("command.note-edit", "Changes your last note within ten minutes"),
            argument: "TEXT", unless: { $0.ownNote == nil ? LifeStrings.noNote : nil }
        ) { model, text in model.editNote(text) },
        Command(
            "note-delete", in: [.thread],
            Phrase("command.note-delete", "Takes your last note away; a mark stays"),
            unless: { $0.ownNote == nil ? LifeStrings.noNote : nil }
        ) { model, _ in model.ownNote.map { [.call(.life(.deleteNote($0.id)))] } ?? [] },
    ]
}

import HelpDesk
import Jobs
import Store
import SwiftExtensions

extension RandomDay {
    /// Something of a ticket's life; one that was merged away has none of its own.
    mutating func live() throws {
        counter += 1
        guard let ticket = tickets.randomElement(using: &random) else { return try open() }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: try marks(on: ticket)
        case 1: try notes(on: ticket)
        case 2: try joins(of: ticket)
        default: try undo(on: ticket)
        }
    }

    mutating func marks(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let priority = pick(TicketPriority.allCases)
        let flags: TicketFlags = pick([[], .spam, [.spam, .muted], .vip])
        let tag: TagName = pick(["refund", "late", "退款"])
        try desk.record(
            .life(
                .priorityChanged(
                    PriorityChange(ticket: ticket, from: stored.priority, to: priority))),
            .life(.flagsChanged(FlagChange(ticket: ticket, from: stored.flags, to: flags))),
            .life(.tagSaved(Tag(name: tag, colour: pick(TagColour.allCases), isSticky: true))),
            .life(Bool.random(using: &random) ? .tagged(ticket, tag) : .untagged(ticket, tag)),
            .life(
                Bool.random(using: &random)
                    ? .watched(ticket, Desk.ann) : .unwatched(ticket, Desk.ann)))
    }

    /// A note with a time to look, changed, done or taken away, and somebody told of it.
    mutating func notes(on ticket: TicketID) throws {
        let (now, number, choice) = (desk.now, counter, Int.random(in: 0..<4, using: &random))
        try desk.write { db in
            let note = try db.nextMessageID()
            try db.record(
                .messageAdded(
                    Message(
                        id: note, ticket: ticket, direction: .note, kind: .note, platformTime: now,
                        storedAt: now, author: Desk.ann, bodyDigest: digest("note \(number)"))))
            try db.putMessage(note, MessageContent(subject: "", body: "note \(number)"))
            try db.record(
                .life(.noteDueSet(NoteDue(message: note, ticket: ticket, due: now + .days(1)))))
            try db.record(
                .life(
                    .noticeGiven(
                        PersonalNotice(
                            id: try db.nextNoticeID(), person: Desk.bo, ticket: ticket,
                            kind: .note, message: note))))
            switch choice {
            case 0:
                try db.record(
                    .life(.noteEdited(NoteEdit(message: note, bodyDigest: digest("better")))))
                try db.putMessage(note, MessageContent(subject: "", body: "better"))
            case 1:
                try db.record(.life(.noteDueDone(note)))
                try db.record(
                    .life(
                        .composeTaken(
                            ComposeTakeover(
                                ticket: ticket, from: Desk.ann, to: nil, reason: "moved"))))
            case 2:
                try db.record(.life(.noteDeleted(note)))
                try db.sealNote(note)
            default: try db.record(.life(.noticesRead(Desk.bo, through: NoticeID(1))))
            }
        }
    }

    /// Links two tickets, merges them, or takes a merge back.
    mutating func joins(of ticket: TicketID) throws {
        let others = (tickets + merged).filter { $0 != ticket }
        guard let other = others.randomElement(using: &random),
            let source = try desk.read({ try $0.ticket(ticket) }),
            let survivor = try desk.read({ try $0.ticket(other) })
        else { return }
        let kind = pick(LinkKind.allCases)
        if let merge = try desk.read({ try $0.merge(of: other) }), merge.survivor == ticket {
            merged.removeAll { $0 == other }
            tickets.append(other)
            return try desk.record(
                .life(
                    .unmerged(
                        TicketUnmerge(
                            source: other, survivor: ticket,
                            standing: TicketStanding(state: .open)))),
                .life(.itemsMoved(merge.move.reversed)))
        }
        guard survivor.mergedInto == nil, source.store == survivor.store,
            survivor.state == .open || survivor.state == .new
        else {
            return try desk.record(
                .life(.linked(TicketLink(from: ticket, to: other, kind: kind))))
        }
        try desk.write { db in
            let move = ItemMove(
                from: ticket, to: other, cause: .merge,
                messages: try db.messageNumbers(of: ticket),
                cases: try db.attachedItems(of: ticket).cases,
                outbox: try db.attachedItems(of: ticket).outbox,
                dispatches: try db.attachedItems(of: ticket).dispatches)
            try db.record(.life(.itemsMoved(move)))
            try db.record(
                .life(
                    .mergedInto(
                        TicketMerge(
                            source: ticket, survivor: other,
                            standing: try db.standing(of: source), move: move))))
            try db.refile(move.messages)
        }
        tickets.removeAll { $0 == ticket }
        merged.append(ticket)
    }

    mutating func undo(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let events = try desk.read { try $0.events(of: ticket) }
        let last = events.last { if case .ticketStateChanged = $0.event { true } else { false } }
        guard let last else { return }
        let rest = Suspension(state: .hold, reason: "carrier", until: desk.now + .days(1))
        let to = pick([
            TicketStanding(state: .open, suspension: rest),
            TicketStanding(state: .snoozed, wakeAt: desk.now + .hours(1)),
        ])
        try desk.record(
            .life(
                .stateUndone(
                    StateUndo(ticket: ticket, undone: last.sequence, from: stored.state, to: to))))
    }
}

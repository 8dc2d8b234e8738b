package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension EditNote: DeskCall {
    package static let need: Need = .verb(.note)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let text = try TextLimits.clean(text, limit: TextLimits.note)
        guard !text.isBlank else { throw DeskError(.replyEmpty) }
        return try await desk.changeNote(note, as: caller) { transaction, note, ticket in
            try NoteRules.checkEdit(
                note, isDeleted: try transaction.tombstone(of: note.id) != nil, by: caller.person,
                at: transaction.now)
            try transaction.record(
                .life(
                    .noteEdited(NoteEdit(message: note.id, bodyDigest: ContentDigest.of(text)))))
            try transaction.putMessage(note.id, MessageContent(subject: "", body: text))
            try transaction.announce(note: note.id, text, on: ticket, by: caller.person)
        }
    }
}

extension DeleteNote: DeskCall {
    package static let need: Need = .verb(.note)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.changeNote(note, as: caller) { transaction, note, _ in
            try NoteRules.checkDelete(
                note, isDeleted: try transaction.tombstone(of: note.id) != nil, by: caller)
            try transaction.record(.life(.noteDeleted(note.id)))
            try transaction.sealNote(note.id)
            if let due = try transaction.noteDue(note.id), due.doneAt == nil {
                try transaction.record(.life(.noteDueDone(note.id)))
            }
        }
    }
}

extension SetNoteDue: DeskCall {
    package static let need: Need = .verb(.note)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.changeNote(note, as: caller) { transaction, note, ticket in
            guard note.kind == .note else {
                throw DeskError(.noteNotFound, ["note": String(note.id.rawValue)])
            }
            guard let due else {
                try transaction.record(.life(.noteDueDone(note.id)))
                return
            }
            guard try transaction.tombstone(of: note.id) == nil else {
                throw DeskError(.noteDeleted)
            }
            try transaction.askForLook(note.id, ticket.id, at: due)
        }
    }
}

extension WriteTransaction {
    /// The note asks for a look at `due`.
    func askForLook(_ note: MessageID, _ ticket: TicketID, at due: Timestamp) throws {
        try NoteRules.checkDue(due, at: now)
        try record(.life(.noteDueSet(NoteDue(message: note, ticket: ticket, due: due))))
        try schedule(.noteDue, key: String(note.rawValue), at: due)
    }
}

extension Desk {
    /// One act on one note in the caller's scope. Throws `noteNotFound` for one that is not there
    /// and for one that the caller may not see alike.
    fileprivate func changeNote(
        _ id: MessageID, as caller: Principal,
        _ body: @Sendable (WriteTransaction, Message, Ticket) throws -> Void
    ) async throws -> TicketRow {
        try await act(as: caller) { transaction in
            guard let note = try transaction.message(id),
                let ticket = try transaction.ticket(note.ticket),
                caller.scope.contains(ticket.store)
            else { throw DeskError(.noteNotFound, ["note": String(id.rawValue)]) }
            try body(transaction, note, ticket)
            return try transaction.row(of: ticket.id)
        }
    }
}

extension ReadTransaction {
    /// What became of a note besides its words; nil for a plain one.
    func fate(of note: MessageID) throws -> NoteFate? {
        let due = try noteDue(note)
        let tombstone = try tombstone(of: note)
        guard due != nil || tombstone != nil else { return nil }
        return NoteFate(
            due: due?.due, doneAt: due?.doneAt, deletedAt: tombstone?.at,
            deletedBy: tombstone?.person)
    }
}

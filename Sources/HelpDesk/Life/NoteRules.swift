package import SwiftExtensions

/// Notes of the team (helpdesk section 11.1).
package enum NoteRules {
    /// How long its author may change a note.
    package static let editWindow: Duration = .minutes(10)
    /// How far ahead a note may ask for a look.
    package static let longestDue: Duration = .days(365)

    /// The Unix users that a text calls by `@name`, each once, in the order of the text. An `@` in
    /// the midst of a word, as in an address, calls nobody.
    package static func mentions(in text: String) -> [String] {
        var found: [String] = []
        var before: Character = " "
        var rest = text[...]
        while let character = rest.first {
            rest = rest.dropFirst()
            defer { before = character }
            guard character == "@" || character == "＠", !isWord(before) else { continue }
            let word = rest.prefix { isWord($0) || $0 == "." || $0 == "-" }
            let name = String(word.reversed().drop { $0 == "." || $0 == "-" }.reversed())
                .lowercased()
            if !name.isEmpty, !found.contains(name) { found.append(name) }
        }
        return found
    }

    private static func isWord(_ character: Character) -> Bool {
        character == "_" || (character.isASCII && (character.isLetter || character.isNumber))
    }

    /// Throws `notAllowed` for another's note, `noteDeleted`, and `noteTooOld` when its time is
    /// over: a correction is then a new note.
    package static func checkEdit(
        _ note: Message, isDeleted: Bool, by person: PersonID, at now: Timestamp
    ) throws(DeskError) {
        guard note.kind == .note else {
            throw DeskError(.noteNotFound, ["note": String(note.id.rawValue)])
        }
        guard !isDeleted else { throw DeskError(.noteDeleted) }
        guard note.author == person else { throw DeskError(.notAllowed) }
        guard now - note.storedAt <= editWindow else {
            let minutes = editWindow.wholeMilliseconds / Duration.minutes(1).wholeMilliseconds
            throw DeskError(.noteTooOld, ["minutes": String(minutes)])
        }
    }

    /// Throws `notAllowed` unless the caller wrote it or leads the desk, and `noteDeleted`.
    package static func checkDelete(
        _ note: Message, isDeleted: Bool, by caller: Principal
    ) throws(DeskError) {
        guard note.kind == .note else {
            throw DeskError(.noteNotFound, ["note": String(note.id.rawValue)])
        }
        guard !isDeleted else { throw DeskError(.noteDeleted) }
        guard note.author == caller.person || caller.may(.supervise) else {
            throw DeskError(.notAllowed, ["needs": Verb.supervise.rawValue])
        }
    }

    /// Throws `badRequest` for a time that has passed or lies too far ahead.
    package static func checkDue(_ due: Timestamp, at now: Timestamp) throws(DeskError) {
        guard due > now, due <= now + longestDue else {
            throw DeskError(.badRequest, ["field": "due"])
        }
    }
}

/// A note that asks for a look at a time: a REVIEW clock (helpdesk section 6.1).
package struct NoteDue: Hashable, Sendable, Codable {
    package var message: MessageID
    package var ticket: TicketID
    package var due: Timestamp

    package init(message: MessageID, ticket: TicketID, due: Timestamp) {
        self.message = message
        self.ticket = ticket
        self.due = due
    }
}

/// A note's words changed; the new ones are content.
package struct NoteEdit: Hashable, Sendable, Codable {
    package var message: MessageID
    package var bodyDigest: String

    package init(message: MessageID, bodyDigest: String) {
        self.message = message
        self.bodyDigest = bodyDigest
    }
}

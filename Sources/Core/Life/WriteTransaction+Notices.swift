import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    func watch(_ ticket: TicketID, _ person: PersonID) throws {
        guard try !watchers(of: ticket).contains(person) else { return }
        try record(.life(.watched(ticket, person)))
    }

    func tell(
        _ person: PersonID, _ kind: PersonalNotice.Kind, _ ticket: TicketID,
        about message: MessageID
    ) throws {
        try record(
            .life(
                .noticeGiven(
                    PersonalNotice(
                        id: try nextNoticeID(), person: person, ticket: ticket, kind: kind,
                        message: message))))
    }

    /// Those whom a note names watch its ticket from now on, if they may see it at all.
    func announce(
        note: MessageID, _ text: String, on ticket: Ticket, by author: PersonID
    ) throws {
        let mentioned = try NoteRules.mentions(in: text).compactMap { name -> PersonID? in
            guard let person = try person(unixUser: name), person.isActive,
                person.scope.contains(ticket.store)
            else { return nil }
            return person.id
        }
        for person in mentioned { try watch(ticket.id, person) }
        let told = NoticeRules.note(
            on: ticket, mentioned: mentioned, watchers: try visibleWatchers(of: ticket),
            author: author)
        for (person, kind) in told { try tell(person, kind, ticket.id, about: note) }
    }

    func tellWatchers(of id: TicketID, about message: MessageID) throws {
        guard let ticket = try ticket(id) else { return }
        for person in NoticeRules.others(on: ticket, try visibleWatchers(of: ticket)) {
            try tell(person, .buyer, id, about: message)
        }
    }

    /// A note's time has come: its author and the ticket's owner look.
    func remind(_ note: MessageID) throws {
        guard let due = try noteDue(note), due.doneAt == nil, due.due <= now,
            try tombstone(of: note) == nil, let ticket = try ticket(due.ticket)
        else { return }
        let people = [due.author, ticket.owner].compactMap { $0 }
        for person in NoticeRules.others(on: ticket, people) {
            try tell(person, .noteDue, ticket.id, about: note)
        }
    }

    /// Rights may have changed since somebody began to watch.
    private func visibleWatchers(of ticket: Ticket) throws -> [PersonID] {
        try watchers(of: ticket.id).filter { id in
            guard let person = try person(id) else { return false }
            return person.isActive && person.scope.contains(ticket.store)
        }
    }

    /// What a ticket takes over from the one that it follows (helpdesk section 5.6).
    func inherit(from former: TicketID, to ticket: TicketID) throws {
        let tags = TagRules.inherited(try tags(of: former), registry: try tagRegistry())
        for tag in tags { try record(.life(.tagged(ticket, tag))) }
    }

    /// Thanks had opened the ticket uncounted; what follows them with substance counts (section
    /// 3.3).
    func countReopening(of ticket: Ticket) throws {
        guard ticket.state != .resolved, ticket.state != .closed,
            let last = try resolutions(of: ticket.id).last, let reopened = last.reopenedAt,
            !last.isCounted
        else { return }
        let cause = try messages(of: ticket.id).last {
            $0.direction == .inbound && $0.storedAt <= reopened
        }
        guard let cause, cause.kind == .courtesy, cause.storedAt == reopened else { return }
        try record(.life(.reopeningCounted(ticket.id)))
    }
}

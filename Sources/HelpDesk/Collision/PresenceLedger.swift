package import SwiftExtensions

/// Who looks at which ticket and who writes there, as the clients say it again and again, and the
/// compose leases beside (helpdesk section 8.1). A value, so that the rules need no core.
package struct PresenceLedger: Hashable, Sendable {
    /// How often a client says where it is.
    package static let heartbeat: Duration = .seconds(10)
    /// Who says nothing for this long is no longer shown.
    package static let expiry: Duration = .seconds(25)

    private struct Writing: Hashable, Sendable {
        var ticket: TicketID
        var activity: PresenceActivity
        var since: Timestamp
        var characters: Int
    }

    private struct Look: Hashable, Sendable {
        var ticket: TicketID
        var since: Timestamp
    }

    private struct Entry: Hashable, Sendable {
        var person: PersonID
        var look: Look?
        var writing: Writing?
        var heardAt: Timestamp

        var tickets: Set<TicketID> { Set([look?.ticket, writing?.ticket].compactMap { $0 }) }

        func isShown(at now: Timestamp) -> Bool { now - heardAt < PresenceLedger.expiry }
    }

    package var leases = LeaseLedger()
    private var entries: [String: Entry] = [:]

    package init() {}

    /// A client says where its person is. The instants at which that began stay.
    package mutating func heard(
        session: String, person: PersonID, viewing: TicketID?,
        writing: (ticket: TicketID, activity: PresenceActivity, characters: Int)?,
        at now: Timestamp
    ) {
        let before = entries[session].flatMap { $0.isShown(at: now) ? $0 : nil }
        let keeps = writing.flatMap { $0.activity == .noting ? nil : $0.ticket }
        leases.release(session: session, except: keeps)
        let look = viewing.map { ticket in
            before?.look.flatMap { $0.ticket == ticket ? $0 : nil }
                ?? Look(ticket: ticket, since: now)
        }
        let words = writing.map { writing in
            let isSame =
                before?.writing?.ticket == writing.ticket
                && before?.writing?.activity == writing.activity
            return Writing(
                ticket: writing.ticket, activity: writing.activity,
                since: isSame ? before?.writing?.since ?? now : now,
                characters: max(0, writing.characters))
        }
        guard look != nil || words != nil else {
            entries[session] = nil
            return
        }
        entries[session] = Entry(person: person, look: look, writing: words, heardAt: now)
    }

    /// A connection ended.
    package mutating func left(session: String, at now: Timestamp) {
        entries[session] = nil
        leases.lost(session: session, at: now)
    }

    /// The tickets on which a session is.
    package func tickets(of session: String) -> Set<TicketID> { entries[session]?.tickets ?? [] }

    /// Forgets who has been silent too long; returns the tickets where the picture changed.
    package mutating func sweep(at now: Timestamp) -> Set<TicketID> {
        var changed = leases.sweep(at: now)
        for (session, entry) in entries where !entry.isShown(at: now) {
            changed.formUnion(entry.tickets)
            entries[session] = nil
        }
        return changed
    }

    /// When somebody ages out next.
    package var nextEnd: Timestamp? {
        let shown = entries.values.map { $0.heardAt + Self.expiry }.min()
        return [shown, leases.nextEnd].compactMap { $0 }.min()
    }

    /// The tickets on which anybody is.
    package func tickets(at now: Timestamp) -> Set<TicketID> {
        entries.values.filter { $0.isShown(at: now) }.reduce(
            into: Set(leases.all(at: now).map(\.ticket))
        ) { $0.formUnion($1.tickets) }
    }

    /// Everybody on a ticket, each once and by what tells most; names are the caller's to add.
    package func people(on ticket: TicketID, at now: Timestamp) -> [PresentPerson] {
        var found: [PersonID: PresentPerson] = [:]
        func add(_ person: PresentPerson) {
            if let known = found[person.person], known.activity < person.activity { return }
            if let known = found[person.person], known.activity == person.activity,
                known.since <= person.since
            {
                return
            }
            found[person.person] = person
        }
        let lease = leases.lease(of: ticket, at: now)
        if let lease {
            add(
                PresentPerson(
                    person: lease.person, name: "", activity: .silent, since: lease.since))
        }
        for (session, entry) in entries where entry.isShown(at: now) {
            if let look = entry.look, look.ticket == ticket {
                add(
                    PresentPerson(
                        person: entry.person, name: "", activity: .viewing, since: look.since))
            }
            guard let writing = entry.writing, writing.ticket == ticket else { continue }
            let isHolder = lease?.session == session && lease?.lostAt == nil
            let activity =
                writing.activity.holdsLease
                ? (isHolder ? PresenceActivity.composing : .drafting) : writing.activity
            add(
                PresentPerson(
                    person: entry.person, name: "", activity: activity,
                    since: isHolder ? lease?.since ?? writing.since : writing.since,
                    characters: writing.characters))
        }
        return found.values.sorted {
            ($0.activity, $0.since, $0.person) < ($1.activity, $1.since, $1.person)
        }
    }
}

import HelpDesk
import SwiftExtensions
import Synchronization

/// Who is on which ticket and who writes there. It lives in memory and ends with the process: the
/// workstations say it anew to the next one.
final class TicketPresenceBook: Sendable {
    fileprivate struct State {
        var ledger = PresenceLedger()
        var stores: [TicketID: StoreID] = [:]
        /// Tickets whose picture changed since the last push.
        var changed: Set<TicketID> = []
        /// What the workstations were told last.
        var told: [TicketID: [PresentPerson]] = [:]
        /// Why a lease was taken from somebody, until they have heard of it by themselves.
        var takeovers: [TicketID: ComposeTakeover] = [:]
    }

    let bell = Signal()
    private let state = Mutex(State())

    /// Takes in what a workstation says of its person, and returns what became of the lease.
    func heard(
        session: String, person: PersonID, viewing: TicketStore?, writing: WritingPlace?,
        token: String,
        at now: Timestamp
    ) -> LeaseLedger.Outcome? {
        change(at: now) { state in
            var touched = state.ledger.tickets(of: session)
            for place in [viewing, writing?.place].compactMap({ $0 }) {
                state.stores[place.ticket] = place.store
                touched.insert(place.ticket)
            }
            state.ledger.heard(
                session: session, person: person, viewing: viewing?.ticket,
                writing: writing.map { ($0.place.ticket, $0.activity, $0.characters) }, at: now)
            let outcome = writing.flatMap { words in
                words.activity.holdsLease
                    ? state.ledger.leases.take(
                        words.place.ticket, by: person, session: session, known: words.token,
                        token: token, at: now) : nil
            }
            if case .granted(let lease) = outcome,
                state.takeovers[lease.ticket]?.to != lease.person
            {
                state.takeovers[lease.ticket] = nil
            }
            return (outcome, touched)
        }
    }

    /// Takes a lease whoever has it; returns it and from whom it was taken. `owner` is whose answer
    /// it was alone, whether or not they write it.
    func takeOver(
        _ place: TicketStore, by person: PersonID, session: String, token: String,
        from owner: PersonID?, reason: String, at now: Timestamp
    ) -> (lease: ComposeLease, former: PresentPerson?) {
        change(at: now) { state in
            state.stores[place.ticket] = place.store
            let people = state.ledger.people(on: place.ticket, at: now)
            let (lease, former) = state.ledger.leases.takeOver(
                place.ticket, by: person, session: session, token: token, at: now)
            state.takeovers[place.ticket] = (former?.person ?? owner).map {
                ComposeTakeover(ticket: place.ticket, from: $0, to: person, reason: reason)
            }
            let who = former.flatMap { former in people.first { $0.person == former.person } }
            return ((lease, who), [place.ticket])
        }
    }

    /// The ticket went to somebody else: nobody writes its answer now.
    func end(_ takeover: ComposeTakeover, at now: Timestamp) {
        change(at: now) { state in
            guard state.ledger.leases.end(takeover.ticket, at: now) != nil else { return ((), []) }
            state.takeovers[takeover.ticket] = takeover
            return ((), [takeover.ticket])
        }
    }

    /// The answer was sent.
    func release(_ ticket: TicketID, by person: PersonID, at now: Timestamp) {
        change(at: now) { state in
            state.ledger.leases.release(ticket, by: person)
            return ((), [ticket])
        }
    }

    /// A lease that came about without a line in the record.
    func release(token: String, at now: Timestamp) {
        change(at: now) { state in
            ((), state.ledger.leases.release(token: token).map { [$0] } ?? [])
        }
    }

    /// A connection ended.
    func left(session: String, at now: Timestamp) {
        change(at: now) { state in
            let touched = state.ledger.tickets(of: session)
                .union(state.ledger.leases.all(at: now).map(\.ticket))
            state.ledger.left(session: session, at: now)
            return ((), touched)
        }
    }

    /// Who writes the answer on a ticket.
    func lease(of ticket: TicketID, at now: Timestamp) -> ComposeLease? {
        state.withLock { $0.ledger.leases.lease(of: ticket, at: now) }
    }

    /// Why somebody's lease is another one's now.
    func takeover(of ticket: TicketID, from person: PersonID) -> ComposeTakeover? {
        state.withLock { state in
            state.takeovers[ticket].flatMap { $0.from == person ? $0 : nil }
        }
    }

    /// Whether somebody writes an answer that they took over with a reason.
    func hasTakenOver(_ ticket: TicketID, by person: PersonID, at now: Timestamp) -> Bool {
        state.withLock { state in
            state.takeovers[ticket]?.to == person
                && state.ledger.leases.lease(of: ticket, at: now)?.person == person
        }
    }

    func people(on ticket: TicketID, at now: Timestamp) -> [PresentPerson] {
        state.withLock { $0.ledger.people(on: ticket, at: now) }
    }

    /// Everybody, by ticket.
    func all(at now: Timestamp) -> [TicketPresence] {
        state.withLock { state in
            state.ledger.tickets(at: now).sorted().compactMap { ticket in
                state.presence(of: ticket, at: now)
            }
        }
    }

    /// The tickets whose picture is another than was told, as it is now, and forgets those who have
    /// been silent too long.
    func takeNews(at now: Timestamp) -> [TicketPresence] {
        state.withLock { state in
            state.changed.formUnion(state.ledger.sweep(at: now))
            let changed = state.changed.sorted()
            state.changed = []
            return changed.compactMap { ticket in
                guard let picture = state.presence(of: ticket, at: now) else { return nil }
                let isNews = picture.people != state.told[ticket] ?? []
                state.told[ticket] = picture.people.isEmpty ? nil : picture.people
                if picture.people.isEmpty {
                    state.stores[ticket] = nil
                    state.takeovers[ticket] = nil
                }
                return isNews ? picture : nil
            }
        }
    }

    /// When somebody ages out next; now when there are news to tell.
    func nextChange(at now: Timestamp) -> Timestamp? {
        state.withLock { $0.changed.isEmpty ? $0.ledger.nextEnd : now }
    }

    /// Changes the state and rings where the picture of a ticket became another.
    private func change<Result: Sendable>(
        at now: Timestamp, _ body: (inout State) -> (Result, Set<TicketID>)
    ) -> Result {
        let (result, rings) = state.withLock { state -> (Result, Bool) in
            let (result, touched) = body(&state)
            for ticket in touched where state.isNews(ticket, at: now) {
                state.changed.insert(ticket)
            }
            return (result, !state.changed.isEmpty)
        }
        if rings { bell.ring() }
        return result
    }
}

/// A ticket and the store whose people may know of it.
struct TicketStore: Hashable, Sendable {
    var ticket: TicketID
    var store: StoreID
}

/// What is being written at a terminal, as its workstation says.
struct WritingPlace: Hashable, Sendable {
    var place: TicketStore
    var activity: PresenceActivity
    var characters: Int
    var token: String?
}

extension TicketPresenceBook.State {
    fileprivate func presence(of ticket: TicketID, at now: Timestamp) -> TicketPresence? {
        stores[ticket].map {
            TicketPresence(
                ticket: ticket, store: $0, people: ledger.people(on: ticket, at: now))
        }
    }

    /// Whether others should hear of it. How much somebody has written counts where there is another
    /// one to read it.
    fileprivate func isNews(_ ticket: TicketID, at now: Timestamp) -> Bool {
        let people = ledger.people(on: ticket, at: now)
        let known = told[ticket] ?? []
        if people.count > 1 || known.count > 1 { return people != known }
        return people.map { [$0.person: $0.activity] } != known.map { [$0.person: $0.activity] }
    }
}

package import SwiftExtensions

/// The compose leases of a desk: at most one on a ticket at a time (helpdesk section 8.2).
package struct LeaseLedger: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case granted(ComposeLease)
        /// Somebody else writes, or the same person at another terminal.
        case held(ComposeLease)
    }

    private var leases: [TicketID: ComposeLease] = [:]

    package init() {}

    package func lease(of ticket: TicketID, at now: Timestamp) -> ComposeLease? {
        leases[ticket].flatMap { $0.isLive(at: now) ? $0 : nil }
    }

    /// Every lease that holds at `now`, by ticket.
    package func all(at now: Timestamp) -> [ComposeLease] {
        leases.values.filter { $0.isLive(at: now) }.sorted { $0.ticket < $1.ticket }
    }

    /// Takes the lease or goes on with it. `known` is the token that the client already has; a
    /// person who opens a composer anew, without one, takes the own lease along from wherever it
    /// was. `token` is fresh and becomes the lease's where it changes hands or terminals.
    package mutating func take(
        _ ticket: TicketID, by person: PersonID, session: String, known: String?, token: String,
        at now: Timestamp
    ) -> Outcome {
        guard var lease = lease(of: ticket, at: now) else {
            return .granted(put(ticket, person, session, token, now))
        }
        guard lease.person == person else { return .held(lease) }
        if let known {
            guard known == lease.token else { return .held(lease) }
        } else {
            lease.token = token
        }
        lease.session = session
        lease.heardAt = now
        lease.lostAt = nil
        leases[ticket] = lease
        return .granted(lease)
    }

    /// Takes the lease whoever has it. Returns from whom, if from anybody else.
    package mutating func takeOver(
        _ ticket: TicketID, by person: PersonID, session: String, token: String,
        at now: Timestamp
    ) -> (lease: ComposeLease, former: ComposeLease?) {
        let former = lease(of: ticket, at: now).flatMap { $0.person == person ? nil : $0 }
        if former == nil,
            case .granted(let lease) = take(
                ticket, by: person, session: session, known: nil, token: token, at: now)
        {
            return (lease, nil)
        }
        return (put(ticket, person, session, token, now), former)
    }

    /// The text was sent, kept or thrown away.
    package mutating func release(_ ticket: TicketID, by person: PersonID) {
        if leases[ticket]?.person == person { leases[ticket] = nil }
    }

    /// Lets go of the lease with a token; returns its ticket.
    package mutating func release(token: String) -> TicketID? {
        guard let lease = leases.values.first(where: { $0.token == token }) else { return nil }
        leases[lease.ticket] = nil
        return lease.ticket
    }

    /// What a terminal writes no longer; a lease that went on at another one stays.
    package mutating func release(session: String, except kept: TicketID?) {
        for (ticket, lease) in leases where lease.session == session && ticket != kept {
            leases[ticket] = nil
        }
    }

    /// Ends the lease whoever has it; returns what it was.
    package mutating func end(_ ticket: TicketID, at now: Timestamp) -> ComposeLease? {
        defer { leases[ticket] = nil }
        return lease(of: ticket, at: now)
    }

    /// A connection broke: its holder has a while to come back.
    package mutating func lost(session: String, at now: Timestamp) {
        for (ticket, lease) in leases where lease.session == session && lease.lostAt == nil {
            // Whoever was silent too long before has nothing left to come back to.
            leases[ticket]?.lostAt = lease.isLive(at: now) ? now : nil
        }
    }

    /// Forgets what is over; returns the tickets that became free.
    package mutating func sweep(at now: Timestamp) -> Set<TicketID> {
        let over = Set(leases.values.filter { !$0.isLive(at: now) }.map(\.ticket))
        for ticket in over { leases[ticket] = nil }
        return over
    }

    /// When the next lease ends if nobody says anything.
    package var nextEnd: Timestamp? { leases.values.map(\.endsAt).min() }

    private mutating func put(
        _ ticket: TicketID, _ person: PersonID, _ session: String, _ token: String,
        _ now: Timestamp
    ) -> ComposeLease {
        let lease = ComposeLease(
            ticket: ticket, person: person, token: token, session: session, since: now)
        leases[ticket] = lease
        return lease
    }
}

package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension BeatPresence: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        guard viewing != nil || writing != nil else {
            _ = heard(nil, nil, desk, caller)
            return Reply(compose: nil)
        }
        let (seen, written) = try await desk.database.read { transaction in
            let seen = try viewing.map { try transaction.visibleTicket($0, to: caller) }
            let written = try writing.map { try transaction.visibleTicket($0.ticket, to: caller) }
            if let written, writing?.activity != .noting {
                try Rights.require(.reply, on: written, of: caller, transaction)
            }
            return (seen, written)
        }
        let outcome = heard(
            seen.map { TicketStore(ticket: $0.id, store: $0.store) },
            written.map { TicketStore(ticket: $0.id, store: $0.store) }, desk, caller)
        return Reply(compose: outcome.map { desk.answer($0, for: caller) })
    }

    private func heard(
        _ seen: TicketStore?, _ written: TicketStore?, _ desk: Desk, _ caller: Principal
    ) -> LeaseLedger.Outcome? {
        desk.onTickets.heard(
            session: desk.sessionName(of: caller), person: caller.person, viewing: seen,
            writing: written.flatMap { place in
                writing.map { writing in
                    WritingPlace(
                        place: place, activity: writing.activity.asSaid,
                        characters: writing.characters, token: writing.token)
                }
            }, token: desk.random.token(), at: desk.clock.now)
    }
}

extension PresenceActivity {
    /// What a workstation may say of itself; the rest is the core's to judge.
    fileprivate var asSaid: PresenceActivity {
        switch self {
        case .composing, .silent: .composing
        case .noting: .noting
        case .drafting, .viewing: .drafting
        }
    }
}

extension Desk {
    /// The connection that makes this call.
    func sessionName(of caller: Principal) -> String {
        CallOrigin.current.session ?? "person-\(caller.person.rawValue)"
    }

    /// The end of a connection: its person is on no ticket by it any more, and has two minutes to
    /// come back to what was being written.
    package func leaveTickets(session: String) {
        onTickets.left(session: session, at: clock.now)
    }

    func answer(_ outcome: LeaseLedger.Outcome, for caller: Principal) -> ComposeAnswer {
        switch outcome {
        case .granted(let lease): .granted(token: lease.token, since: lease.since)
        case .held(let lease): .held(holder(of: lease, for: caller))
        }
    }

    private func holder(of lease: ComposeLease, for caller: Principal) -> ComposeHolder {
        let now = clock.now
        let present = onTickets.people(on: lease.ticket, at: now)
            .first { $0.person == lease.person }
        let takeover = onTickets.takeover(of: lease.ticket, from: caller.person)
        return ComposeHolder(
            person: lease.person, name: name(of: lease.person), since: lease.since,
            characters: present?.characters, reason: takeover?.reason)
    }

    /// The name of somebody who is, or was a moment ago, signed in.
    func name(of person: PersonID) -> String { people[person]?.displayName ?? "" }

    /// Throws `composeHeld` while somebody else writes the answer (helpdesk sections 8.2 and 8.7).
    func checkLease(on ticket: TicketID, for caller: Principal) throws(DeskError) {
        let now = clock.now
        guard let lease = onTickets.lease(of: ticket, at: now), lease.person != caller.person
        else { return }
        throw DeskError(.composeHeld, words(of: lease))
    }

    /// Arguments of an error about a lease.
    func words(of lease: ComposeLease) -> [String: String] {
        let minutes = max(0, (clock.now - lease.since).wholeMilliseconds / 60_000)
        return ["holder": name(of: lease.person), "minutes": String(minutes)]
    }
}

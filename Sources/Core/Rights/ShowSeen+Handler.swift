package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowSeen: DeskCall {
    /// Everybody may ask about themselves; `run` looks.
    package static let need: Need = .signedIn

    private static let most = 20_000

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        guard unixUser == caller.unixUser || caller.may(.auditRead, .all) else {
            throw DeskError(.notAllowed, ["needs": Verb.auditRead.rawValue])
        }
        if unixUser != caller.unixUser { try caller.requireWholeDesk() }
        guard from < to else { throw DeskError(.badRequest, ["field": "to"]) }
        return try await desk.database.read { transaction in
            guard let person = try transaction.people().last(where: { $0.unixUser == unixUser })
            else { throw DeskError(.personNotFound, ["person": unixUser]) }
            let records = try transaction.seen(
                by: person.id, from: from, to: to, limit: Self.most + 1)
            return reply(
                person.id, try transaction.scopes(of: person.id, from: from, to: to),
                records.prefix(Self.most), isCut: records.count > Self.most)
        }
    }

    private func reply(
        _ person: PersonID, _ scopes: [StoreScope], _ records: ArraySlice<EventRecord>, isCut: Bool
    ) -> Reply {
        var reply = Reply(
            person: person, scopes: scopes, tickets: [], unmasked: [], files: 0, isCut: isCut)
        var places: [TicketID: Int] = [:]
        for record in records {
            switch record.event {
            case .rights(.looked(let look)):
                if let place = places[look.ticket] {
                    reply.tickets[place].days += 1
                } else {
                    places[look.ticket] = reply.tickets.count
                    reply.tickets.append(
                        SeenTicket(
                            ticket: look.ticket, store: look.store, firstAt: record.at, days: 1))
                }
            case .rights(.unmasked(let unmasking)):
                reply.unmasked.append(
                    SeenField(
                        ticket: unmasking.ticket, field: unmasking.field, at: record.at,
                        reason: unmasking.reason))
            case .attachmentOpened: reply.files += 1
            default: break
            }
        }
        return reply
    }
}

extension ReadTransaction {
    /// Scopes of a person that held at some time of a period, oldest first.
    fileprivate func scopes(
        of person: PersonID, from start: Timestamp, to end: Timestamp
    ) throws -> [StoreScope] {
        var before: StoreScope?
        var during: [StoreScope] = []
        let history = try rightsHistory(kinds: ["person-saved"], before: nil, limit: 20_000)
        for record in history.reversed() {
            guard case .personSaved(let saved) = record.event, saved.id == person,
                record.at < end
            else { continue }
            let scope: StoreScope = saved.isActive ? saved.scope : .only([])
            if record.at <= start { before = scope } else { during.append(scope) }
        }
        let all = (before.map { [$0] } ?? []) + during
        return all.enumerated().filter { $0.offset == 0 || all[$0.offset - 1] != $0.element }
            .map(\.element)
    }
}

package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension OfferHandOver: DeskCall {
    package static let need: Need = .verb(.take)

    private static let mostTickets = 500

    package func run(in desk: Desk, as caller: Principal) async throws -> HandOverView {
        var words: [TicketID: String] = [:]
        for promise in promises {
            let text = try TextLimits.clean(promise.words, limit: TextLimits.note)
            if !text.isBlank { words[promise.ticket] = text }
        }
        let promised = words
        return try await desk.act(as: caller) { transaction in
            let tickets = try transaction.ownedTickets(of: caller.person, limit: Self.mostTickets)
            let lines = HandOverRules.lines(of: tickets, promises: Set(promised.keys))
            guard !lines.isEmpty else { throw DeskError(.handOverEmpty) }
            let list = HandOver(
                id: try transaction.nextHandOverID(), from: caller.person, at: transaction.now,
                lines: lines)
            try transaction.record(.routing(.handOverOffered(list)))
            for line in lines {
                guard let text = promised[line.ticket] else { continue }
                try transaction.putPromise(list.id, line.ticket, words: text)
            }
            return try transaction.view(of: list, for: caller)
        }
    }
}

extension ListHandOvers: DeskCall {
    package static let need: Need = .verb(.read)

    private static let most = 50

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let lists = try transaction.handOvers(
                openSince: openOnly ? now - HandOverRules.goodFor : nil, limit: Self.most)
            return Reply(
                lists: try lists.map { try transaction.view(of: $0, for: caller) }
                    .filter { !$0.lines.isEmpty })
        }
    }
}

extension AcceptHandOverLine: DeskCall {
    package static let need: Need = .verb(.take)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            let offered = try transaction.handOver(list)
            let line = offered?.lines.first { $0.ticket == self.ticket }
            guard let offered, let line else { throw DeskError(.handOverNotFound) }
            try Rights.require(.reply, of: caller)
            // What was given to somebody else meanwhile is no longer the list's to give. A merged
            // ticket is taken over with the one that took its thread.
            guard line.acceptedBy == nil, ticket.state != .closed,
                ticket.owner == nil || ticket.owner == offered.from
                    || ticket.owner == caller.person,
                transaction.now - offered.at <= HandOverRules.goodFor
            else { throw DeskError(.handOverLineSettled) }
            try transaction.record(
                .routing(.handOverLineAccepted(list, line.ticket, by: caller.person)))
            guard ticket.owner != caller.person else { return }
            try transaction.apply(
                TicketAssignment(
                    ticket: ticket.id, from: ticket.owner, to: caller.person,
                    cause: .handOver))
            try transaction.apply(TicketRules.assigned(ticket))
        }
    }
}

extension ReadTransaction {
    /// A list with the lines whose stores the caller can see.
    fileprivate func view(of list: HandOver, for caller: Principal) throws -> HandOverView {
        let lines = try list.lines.compactMap { line -> HandOverLineView? in
            guard let found = try ticket(line.ticket), caller.scope.contains(found.store) else {
                return nil
            }
            let owner = try survivor(of: found).owner
            // Somebody gave it to somebody else: nothing is left to take over.
            if line.acceptedBy == nil, let owner, owner != list.from { return nil }
            return HandOverLineView(
                line: line, row: try row(of: line.ticket),
                words: try promise(list.id, line.ticket),
                acceptedByName: try line.acceptedBy.flatMap { try person($0)?.displayName })
        }
        return HandOverView(
            id: list.id, from: list.from,
            fromName: try person(list.from)?.displayName ?? "", at: list.at, lines: lines)
    }
}

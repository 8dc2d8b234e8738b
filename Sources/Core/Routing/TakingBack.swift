import HelpDesk
import Store
import SwiftExtensions

/// Takes tickets from whoever cannot work them: people who left, who are away for too long, who may
/// not see the store any more; and tickets that woke up while their owner is not free for them.
struct TakingBack: Sendable {
    let desk: Desk

    /// A ticket of somebody who left, in one page.
    private static let page = 500
    /// How far the cursor may fall behind the log before it is moved for nothing.
    private static let slack: Int64 = 2000

    func run() async throws {
        try await takeFromAbsent()
        try await lookAtWoken()
    }

    // MARK: The absent

    private func takeFromAbsent() async throws {
        let now = desk.clock.now
        let owners = try await desk.database.read { transaction in
            Set(try transaction.ownedCounts().map(\.owner))
        }
        for owner in owners.sorted() {
            let tickets = try await desk.database.read { transaction in
                try lost(by: owner, transaction, at: now)
            }
            guard !tickets.isEmpty else { continue }
            try await desk.act(service: .routing) { transaction in
                // The world may have moved since: what counts is decided here.
                let tickets = try lost(by: owner, transaction, at: transaction.now)
                try take(tickets, from: owner, transaction)
            }
        }
    }

    private func lost(
        by owner: PersonID, _ transaction: ReadTransaction, at now: Timestamp
    ) throws -> [Ticket] {
        guard let person = try transaction.person(owner) else { return [] }
        let tickets = try transaction.ownedTickets(of: owner, limit: Self.page)
        guard person.isActive else { return tickets }
        let mark = desk.presence.mark(of: owner, at: now)
        let mayJudge = desk.presence.mayJudge(at: now)
        let scope = desk.people.answeringScope(of: person)
        return tickets.filter { ticket in
            !scope.contains(ticket.store)
                || mayJudge && mark.mustGiveUp(due: ticket.routingDue, at: now)
        }
    }

    private func take(
        _ tickets: [Ticket], from owner: PersonID, _ transaction: WriteTransaction
    ) throws {
        let isActive = try transaction.person(owner)?.isActive ?? false
        var pass = try RoutingPass(transaction, desk: desk, now: transaction.now)
        for ticket in tickets {
            guard ticket.state == .new || ticket.state == .open else {
                try transaction.apply(
                    TicketAssignment(ticket: ticket.id, from: owner, to: nil, cause: .route))
                continue
            }
            let subject = try pass.subject(of: ticket)
            let decision = pass.decide(
                subject, cause: isActive ? .ownerAway : .ownerInactive, from: owner)
            pass.note(decision, cost: subject.cost)
            try transaction.apply(decision, to: ticket, due: subject.due)
        }
    }

    // MARK: The woken

    private func lookAtWoken() async throws {
        guard let cursor = try await cursor() else { return }
        let (changes, last) = try await desk.database.read { transaction in
            (
                try transaction.stateChanges(after: cursor, limit: Self.page),
                try transaction.lastSequence()
            )
        }
        let isFull = changes.count == Self.page
        let end = isFull ? changes.last?.sequence ?? last : last
        let woken = changes.compactMap(Self.wokenTicket)
        guard !woken.isEmpty || end.rawValue - cursor.rawValue > Self.slack else { return }
        try await desk.act(service: .routing) { transaction in
            try look(at: woken, transaction)
            try move(to: end, transaction)
        }
        if isFull { try await lookAtWoken() }
    }

    private func cursor() async throws -> EventSequence? {
        if let cursor = try await desk.database.read({ try $0.routingCursor() }) { return cursor }
        // What happened before there were groups is no business of theirs.
        try await desk.act(service: .routing) { transaction in
            try move(to: try transaction.lastSequence(), transaction)
        }
        return nil
    }

    private func move(to sequence: EventSequence, _ transaction: WriteTransaction) throws {
        try transaction.record(
            .cursorMoved(SyncCursor(name: "routing", value: String(sequence.rawValue))))
    }

    /// A ticket that a buyer or a timer brought back; what a person reopens stays with its owner.
    private static func wokenTicket(_ record: EventRecord) -> TicketID? {
        guard case .service = record.actor, case .ticketStateChanged(let change) = record.event,
            change.to == .open, change.from != .new
        else { return nil }
        return change.ticket
    }

    private func look(at woken: [TicketID], _ transaction: WriteTransaction) throws {
        guard !woken.isEmpty else { return }
        var pass = try RoutingPass(transaction, desk: desk, now: transaction.now)
        for id in Set(woken).sorted() {
            guard let ticket = try transaction.ticket(id), ticket.state == .open,
                let owner = ticket.owner
            else { continue }
            let subject = try pass.subject(of: ticket)
            guard let rejection = pass.rejection(of: owner, for: subject) else { continue }
            let decision = pass.decide(subject, cause: .woken, from: owner)
            let isPresent = rejection == .cap || rejection == .busy
            // Whoever is there but full keeps it as long as nobody else could take it.
            guard decision.chosen != nil || !isPresent else { continue }
            pass.note(decision, cost: subject.cost)
            try transaction.apply(decision, to: ticket, due: subject.due)
        }
    }
}

extension RoutingPass {
    /// What speaks against the owner of a woken ticket, whose load holds the ticket already.
    func rejection(of owner: PersonID, for subject: RoutingSubject) -> RejectionCode? {
        var agents = agents
        agents[owner]?.load -= subject.cost
        return rules.rejection(of: owner, for: subject, agents: agents)
    }
}

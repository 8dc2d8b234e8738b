import SwiftExtensions

extension TicketFold {
    func facts(of ticket: TicketID) -> TicketFacts? {
        guard let traits else { return nil }
        var facts = TicketFacts(ticket: ticket, traits: traits)
        facts.debts = debts.map(attributed)
        facts.turns = turns()
        facts.resolves = resolves()
        facts.resolution = resolution()
        facts.replies = replies.map { reply in
            var reply = reply
            let everOwned = Set(owners(of: reply.message).compactMap(\.person))
            reply.isHelp = reply.author.map { !everOwned.contains($0) } ?? false
            return reply
        }
        facts.owed = owed
        return facts
    }

    // MARK: Ownership

    /// Who had the ticket between a debt's start and due, and who when it fell due.
    private func attributed(_ debt: TicketFacts.DebtFact) -> TicketFacts.DebtFact {
        var debt = debt
        let spans = owners(of: debt.message)
        debt.ownerAtDue = spans.last { $0.from <= debt.due }?.person
        var held: [PersonID: Int64] = [:]
        for (index, span) in spans.enumerated() {
            guard let person = span.person else { continue }
            let end = index + 1 < spans.count ? spans[index + 1].from : debt.due
            let from = max(span.from, debt.start)
            let part = (min(end, debt.due) - from).wholeMilliseconds
            if part > 0 { held[person, default: 0] += part }
        }
        debt.held = held.sorted { $0.key < $1.key }.map {
            TicketFacts.Share(person: $0.key, milliseconds: $0.value)
        }
        return debt
    }

    // MARK: Turns

    /// The cycle in which something happened: a counted reopening and the message that caused it
    /// share one instant.
    private func cycle(at instant: Timestamp) -> Int {
        1 + states.count { $0.startsCycle && $0.at <= instant }
    }

    /// Debts that one reply answered are one turn; those without an answer wait together. What was
    /// excused or void wanted no answer.
    private func turns() -> [TicketFacts.Turn] {
        let asked = debts.filter { $0.state != .excused && $0.state != .void }
        let groups = Dictionary(grouping: asked) { $0.dischargedAt }
        var turns = groups.values.compactMap { debts -> TicketFacts.Turn? in
            guard let first = debts.min(by: { ($0.start, $0.debt) < ($1.start, $1.debt) })
            else { return nil }
            return TicketFacts.Turn(
                number: 0, cycle: cycle(at: createdAt[first.debt] ?? first.start), isFirst: false,
                start: first.start, repliedAt: first.dischargedAt, replier: first.answerer)
        }
        turns.sort {
            ($0.start, $0.repliedAt ?? .distantFuture) < ($1.start, $1.repliedAt ?? .distantFuture)
        }
        var begun: Set<Int> = []
        for index in turns.indices {
            turns[index].number = index + 1
            turns[index].isFirst = begun.insert(turns[index].cycle).inserted
        }
        return turns
    }

    // MARK: Resolution

    private func resolves() -> [TicketFacts.Resolve] {
        var found: [TicketFacts.Resolve] = []
        var cycle = 1
        for change in states {
            if change.startsCycle {
                if let last = found.indices.last, found[last].reopenedAt == nil {
                    found[last].reopenedAt = change.at
                }
                cycle += 1
            }
            guard change.to == .resolved else { continue }
            if let last = found.indices.last, found[last].cycle == cycle {
                found[last].isLastOfCycle = false
            }
            found.append(resolve(number: found.count + 1, cycle: cycle, change.at, change.actor))
        }
        return found
    }

    private func resolve(
        number: Int, cycle: Int, _ instant: Timestamp, _ actor: Actor
    ) -> TicketFacts.Resolve {
        var resolver: PersonID?
        if case .person(let person) = actor { resolver = person }
        let starts = states.filter(\.startsCycle).map(\.at)
        let start = cycle == 1 ? nil : starts[cycle - 2]
        let own = replies.filter { reply in
            reply.at <= instant && start.map { $0 <= reply.at } ?? true
        }
        let sole = own.count == 1 ? own[0].at : nil
        let again = sole.flatMap { reply in
            buyerMessages.filter { $0.at > reply && !$0.isCourtesy }.map(\.at).min()
        }
        return TicketFacts.Resolve(
            number: number, at: instant, resolver: resolver, cycle: cycle, replies: own.count,
            soleReplyAt: sole, buyerAgainAt: again)
    }

    private func resolution() -> TicketFacts.Resolution? {
        let times = states.filter { $0.to == .resolved }.map(\.at)
        guard let first = times.first, let last = times.last else { return nil }
        var resolution = TicketFacts.Resolution(
            startedAt: debts.map(\.start).min() ?? openedAt, firstAt: first, lastAt: last,
            rested: 0, pending: 0, held: 0)
        var state = TicketState.new
        var since = openedAt
        for change in states where change.at <= last {
            let spent = max(0, (change.at - since).wholeMilliseconds)
            switch state {
            case .resolved where change.startsCycle: resolution.rested += spent
            case .pending: resolution.pending += spent
            case .hold: resolution.held += spent
            default: break
            }
            // A ticket closed after its rest is still at rest until somebody reopens it.
            if state != .resolved || change.to != .closed { since = change.at }
            state = change.to == .closed && state == .resolved ? .resolved : change.to
        }
        return resolution
    }
}

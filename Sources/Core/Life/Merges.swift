import HelpDesk
import Store

extension ReadTransaction {
    /// The ticket on which work goes on: itself, unless it was merged. A chain that leads nowhere
    /// leaves the ticket where it is.
    func survivor(of ticket: Ticket) throws -> Ticket {
        try MergeRules.survivor(of: ticket) { try self.ticket($0) } ?? ticket
    }

    /// Each ticket on which work goes on, once, in the order given.
    func survivors(of tickets: [Ticket]) throws -> [Ticket] {
        var seen: Set<TicketID> = []
        return try tickets.map(survivor(of:)).filter { seen.insert($0.id).inserted }
    }
}

extension WriteTransaction {
    /// `survivor(of:)`, with an alarm for a chain that leads nowhere (helpdesk section 5.3).
    func followed(_ ticket: Ticket) throws -> Ticket {
        if let survivor = try MergeRules.survivor(of: ticket, next: { try self.ticket($0) }) {
            return survivor
        }
        let subject = String(ticket.id.rawValue)
        if try openAlarm(.mergeChain, store: ticket.store, subject: subject) == nil {
            try record(
                .alarmRaised(
                    DeskAlarm(
                        id: try nextAlarmID(), kind: .mergeChain, store: ticket.store,
                        subject: subject)))
        }
        return ticket
    }

    /// Puts all that hangs on `source` into `survivor`. The survivor's state moves first, so that
    /// whatever moves it later is seen to have come after the merge.
    func merge(_ source: Ticket, into survivor: Ticket) throws {
        let attached = try attachedItems(of: source.id)
        let move = ItemMove(
            from: source.id, to: survivor.id, cause: .merge,
            messages: try messageNumbers(of: source.id), cases: attached.cases,
            outbox: attached.outbox, dispatches: attached.dispatches)
        try apply(
            MergeRules.opening(survivor, source: source, moved: try debts(of: source.id)))
        try record(.life(.itemsMoved(move)))
        try record(
            .life(
                .mergedInto(
                    TicketMerge(
                        source: source.id, survivor: survivor.id,
                        standing: try standing(of: source), move: move))))
        try carryDrafts(from: source.id, to: survivor.id)
        for person in try watchers(of: source.id) {
            try watch(survivor.id, person)
        }
        try refile(move.messages)
    }

    /// A draft goes along unless its author has one on the other ticket already.
    private func carryDrafts(from source: TicketID, to survivor: TicketID) throws {
        for person in try drafts(on: source) {
            guard try draft(ticket: survivor, person: person) == nil,
                try draftFiles(ticket: survivor, person: person).isEmpty
            else { continue }
            let files = try draftFiles(ticket: source, person: person)
            if !files.isEmpty {
                try keepDraftFiles(source, person, [])
                try keepDraftFiles(survivor, person, files)
            }
            guard let kept = try draft(ticket: source, person: person) else { continue }
            try discardDraft(source, person)
            try keepDraft(survivor, person, basis: kept.basis, text: kept.text)
        }
    }

    /// Puts back what a merge moved and what still stands in the survivor.
    func unmerge(_ merge: StoredMerge) throws {
        var move = merge.move.reversed
        let attached = try attachedItems(of: merge.survivor)
        let present = Set(try messageNumbers(of: merge.survivor))
        move.messages = move.messages.filter(present.contains)
        move.cases = move.cases.filter(attached.cases.contains)
        move.outbox = move.outbox.filter(attached.outbox.contains)
        move.dispatches = move.dispatches.filter(attached.dispatches.contains)
        let back = Set(move.messages)
        let debts = try debts(of: merge.survivor).filter { back.contains($0.message) }
        let standing =
            merge.standing.isSafe(with: debts, at: now)
            ? merge.standing : TicketStanding(state: .open)
        try record(
            .life(
                .unmerged(
                    TicketUnmerge(
                        source: merge.source, survivor: merge.survivor, standing: standing))))
        try record(.life(.itemsMoved(move)))
        try scheduleEnd(
            of: standing.state, merge.source, reviewAt: standing.reviewAt,
            wakeAt: standing.wakeAt)
        try refile(move.messages)
    }
}

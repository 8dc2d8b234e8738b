import SwiftExtensions

extension ClockPlanner {
    /// The states in which RESOLVE stands still: it is the buyer's turn, or nobody's. Waiting for
    /// a third party counts if the policy says so, parking by choice never.
    private func pausing(_ terms: PolicyTerms?) -> Set<TicketState> {
        let inHold = terms.flatMap { book.policy($0.policy) }?.pausesInHold ?? false
        return inHold ? [.pending, .resolved, .closed, .hold] : [.pending, .resolved, .closed]
    }

    /// A pause that no event ended is over all the same when the ticket is in no pausing state:
    /// some acts move a ticket by events of their own.
    func pauses(since start: Timestamp, _ terms: PolicyTerms?) -> [Pause] {
        let states = pausing(terms)
        return Pause.fold(scene.moments, pausing: states, since: start).map { pause in
            guard pause.end == nil, !states.contains(scene.ticket.state) else { return pause }
            return Pause(start: pause.start, end: max(pause.start, scene.now))
        }
    }

    /// RESOLVE runs from the cycle's first message until the ticket rests.
    mutating func planResolve() {
        guard let run = runs(.resolve).first(where: { $0.state != .cancelled }) else {
            guard let oldest = waiting.first, scene.ticket.state.isLive,
                runs[ClockKey(.debt(oldest.id), .resolve)] == nil
            else { return }
            begin(ClockKey(.debt(oldest.id), .resolve), on: oldest, pauses: [])
            return
        }
        let state = scene.ticket.state
        let wanted: ClockState =
            !state.isLive ? .met : pausing(run.terms).contains(state) ? .paused : .running
        guard wanted != run.state else { return }
        switch wanted {
        case .met:
            let at = run.state == .paused ? scene.now : scene.moments.last?.at ?? scene.now
            stop(run, .met, at: at)
        case .paused: pause(run, at: scene.moments.last?.at ?? scene.now)
        case .running, .cancelled:
            guard let terms = run.terms,
                let schedule = schedule(
                    .resolve, terms, from: run.start, pauses: pauses(since: run.start, terms))
            else { return }
            move(run, to: .running, at: scene.now, schedule: schedule)
        }
    }

    /// REVIEW of a held ticket: its owner is told when the time to look again has come.
    mutating func planHold() {
        let ticket = scene.ticket
        let key = ClockKey(.hold(ticket.id), .review)
        let run = runs[key]
        guard ticket.state == .hold, let reviewAt = ticket.reviewAt else {
            guard let run, run.state.isLive, run.due.map({ scene.now < $0 }) ?? true else { return }
            move(run, to: .met, at: scene.now)
            return
        }
        if let run, run.state.isLive {
            guard run.due != reviewAt else { return }
            retargetReview(run, due: reviewAt, warnings: .hold)
            return
        }
        let begun = scene.moments.last { $0.state == .hold }?.at ?? scene.now
        start(review(key, store: ticket.store, from: begun, due: reviewAt, warnings: .hold))
    }

    /// REVIEW of each case: the deadline that its notice names, else the table's.
    mutating func planCases() {
        for item in scene.cases {
            let key = ClockKey(.deskCase(item.id), .review)
            guard let run = runs[key] else {
                if item.state == .open, let due = item.reviewDue {
                    start(
                        review(
                            key, store: item.store, from: item.openedAt, due: due,
                            warnings: .review))
                }
                continue
            }
            if item.state != .open {
                if run.state.isLive { stop(run, .met, at: item.settledAt ?? scene.now) }
                continue
            }
            if !run.state.isLive { move(run, to: .running, at: scene.now) }
            if let due = item.reviewDue, let run = runs[key], run.due != due {
                retargetReview(run, due: due, warnings: .review)
            }
        }
    }

    /// REVIEW of each note that asks for a look begins when its time has come and runs until somebody
    /// says that it was looked at, or the ticket rests (helpdesk sections 6.1 and 11.1).
    mutating func planNotes() {
        for note in scene.notes {
            let key = ClockKey(.note(note.message), .review)
            let known = runs[key]
            let isLive = known?.state.isLive ?? false
            if let doneAt = note.doneAt {
                if let known, isLive { stop(known, .met, at: doneAt) }
                continue
            }
            guard scene.ticket.state.isLive else {
                if let known, isLive { giveUp(known) }
                continue
            }
            guard !isLive || known?.start != note.due else { continue }
            if let known, isLive { giveUp(known) }
            begin(note, after: runs[key])
        }
    }

    /// What nobody saw pass is a breach all the same.
    private mutating func giveUp(_ run: ClockRun) {
        move(noticed(run, at: scene.now), to: .cancelled, at: scene.now)
    }

    /// A note whose deadline has passed already was there before its clock, or its ticket rested
    /// meanwhile; it stands in the list of looks. A breach stays, and there is one of a clock at most.
    private mutating func begin(_ note: NoteReview, after known: ClockRun?) {
        let schedule = schedule(of: note)
        guard schedule.due > scene.now else { return }
        let run = ClockRun(
            key: ClockKey(.note(note.message), .review), ticket: scene.ticket.id,
            store: scene.ticket.store, cycle: scene.ticket.cycle, start: note.due,
            target: NoteReview.target, due: schedule.due, marks: schedule.marks,
            passed: known?.breachedAt == nil ? [] : known?.passed ?? [],
            breachedAt: known?.breachedAt)
        if known == nil { start(run) } else { restart(run) }
    }

    /// In the working time of the calendar that the ticket's clocks run on, else in elapsed time.
    private func schedule(of note: NoteReview) -> ClockSchedule {
        let terms = runs.values.filter { $0.terms != nil }
            .max { ($0.start, $0.key.subject.text) < ($1.start, $1.key.subject.text) }?.terms
        let calendar = terms.flatMap { book.calendar($0.calendar) }
        let working = calendar.flatMap {
            try? ClockSchedule.working(
                NoteReview.target, from: note.due, calendar: $0, warnings: .note)
        }
        return working
            ?? .elapsed(.seconds(NoteReview.target), from: note.due, warnings: .note)
    }

    private func review(
        _ key: ClockKey, store: StoreID, from start: Timestamp, due: Timestamp,
        warnings: WarningPlan
    ) -> ClockRun {
        ClockRun(
            key: key, ticket: scene.ticket.id, store: store, cycle: scene.ticket.cycle,
            start: start, target: max((due - start).wholeMilliseconds / 1000, 1), due: due,
            marks: Self.marks(from: start, due: due, warnings))
    }

    private mutating func retargetReview(
        _ run: ClockRun, due: Timestamp, warnings: WarningPlan
    ) {
        retarget(
            ClockRetarget(
                key: run.key, ticket: run.ticket, cause: .moved, from: nil, to: nil, basis: nil,
                target: max((due - run.start).wholeMilliseconds / 1000, 1), oldDue: run.due,
                due: due, marks: Self.marks(from: run.start, due: due, warnings), nextAt: nil))
    }

    private static func marks(
        from start: Timestamp, due: Timestamp, _ warnings: WarningPlan
    ) -> ClockMarks {
        ClockMarks(
            warnings.leads.map {
                ClockMark(at: due - .minutes(Int64($0)), threshold: .lead($0))
            }.filter { $0.at > start })
    }
}

extension TicketState {
    /// Somebody still has to do something with it, or may.
    package var isLive: Bool { self != .resolved && self != .closed }
}

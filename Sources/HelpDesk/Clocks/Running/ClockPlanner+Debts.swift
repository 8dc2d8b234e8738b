import SwiftExtensions

extension ClockPlanner {
    /// The platform's clock of each debt, which also keeps the policy that was chosen for it.
    mutating func planPlatform() {
        for debt in scene.debts.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
            let key = ClockKey(.debt(debt.id), .platform)
            guard let run = runs[key] else {
                if debt.isUnsettled { startPlatform(debt, key) }
                continue
            }
            if run.state.isLive, !debt.isUnsettled {
                stop(run, ending(of: debt), at: debt.dischargedAt ?? scene.now)
            } else if !run.state.isLive, debt.isUnsettled {
                move(run, to: .running, at: scene.now)
            }
        }
    }

    private mutating func startPlatform(_ debt: Debt, _ key: ClockKey) {
        let facts = scene.facts[debt.id]
        let window = debt.platformDue - debt.start
        let schedule = ClockSchedule.elapsed(window, from: debt.start, warnings: .platform)
        start(
            ClockRun(
                key: key, ticket: debt.ticket, store: debt.store, cycle: scene.ticket.cycle,
                start: debt.start, isStartEstimated: debt.isStartEstimated,
                isBornLate: debt.isBornLate, target: window.wholeMilliseconds / 1000,
                terms: facts.flatMap { book.choose($0) }?.terms, basis: facts?.basis,
                due: debt.platformDue, marks: schedule.marks))
    }

    /// Category, priority or language changed, or the newest policies are applied: debts that wait
    /// get the policy that is now for them, counted from their original start.
    mutating func chooseAnew() {
        for debt in waiting {
            let key = ClockKey(.debt(debt.id), .platform)
            guard let run = runs[key], let facts = scene.facts[debt.id],
                run.basis != facts.basis || appliesNewest
            else { continue }
            let terms = book.choose(facts)?.terms
            let isOther =
                appliesNewest
                ? terms?.policy != run.terms?.policy || terms?.calendar != run.terms?.calendar
                : terms?.policy.id != run.terms?.policy.id
            guard isOther || run.basis != facts.basis else { continue }
            noteRechosen(debt.id)
            retarget(
                ClockRetarget(
                    key: key, ticket: debt.ticket, cause: appliesNewest ? .applied : .facts,
                    from: run.terms, to: isOther ? terms : run.terms, basis: facts.basis,
                    target: run.target, oldDue: run.due, due: run.due, marks: run.marks,
                    nextAt: nil))
            guard isOther else { continue }
            for kind in ClockKind.allCases where kind.isInternal {
                retarget(ClockKey(.debt(debt.id), kind), to: terms)
            }
        }
    }

    private mutating func retarget(
        _ key: ClockKey, to terms: PolicyTerms?
    ) {
        guard let run = runs[key], run.state.isLive else { return }
        guard let terms, let target = target(key.kind, terms) else {
            move(run, to: .cancelled, at: scene.now)
            return
        }
        var schedule: ClockSchedule?
        // One that stands still gets its deadline when it goes on.
        if run.state == .running {
            let isPausable = key.kind == .resolve
            schedule = self.schedule(
                key.kind, terms, from: run.start,
                pauses: isPausable ? pauses(since: run.start, terms) : [])
            guard schedule != nil else {
                move(run, to: .cancelled, at: scene.now)
                return
            }
        }
        // Time that people had already does not come back by a change.
        let floor = min(scene.now + Self.retargetFloor, run.due ?? .distantFuture)
        retarget(
            ClockRetarget(
                key: key, ticket: run.ticket, cause: appliesNewest ? .applied : .facts,
                from: run.terms, to: terms, basis: nil, target: target, oldDue: run.due,
                due: schedule.map { max($0.due, floor) },
                marks: schedule?.marks ?? ClockMarks([]), nextAt: nil))
    }
}

extension ClockPlanner {
    /// NEXT runs on the oldest debt that waits, and on no other.
    mutating func planNext() {
        let oldest = waiting.first
        let live = runs.values.filter { $0.key.kind == .next && $0.state.isLive }
        for run in live.sorted(by: { $0.start < $1.start }) {
            let debt = debt(of: run)
            guard debt?.id != oldest?.id else { continue }
            stop(run, ending(of: debt), at: debt?.dischargedAt ?? scene.now)
        }
        guard let oldest else { return }
        run(.next, on: oldest)
    }

    /// FIRST runs on the cycle's first debt until somebody answered.
    mutating func planFirst() {
        for run in runs(.first) where run.state.isLive {
            let debt = debt(of: run)
            guard debt?.isUnsettled != true else { continue }
            stop(run, ending(of: debt), at: debt?.dischargedAt ?? scene.now)
        }
        let known = runs(.first).filter { $0.state != .cancelled }
        if let answered = known.first(where: { $0.state == .met }) {
            // The answer bounced: the first answer is still to come.
            guard let debt = debt(of: answered), debt.isUnsettled else { return }
            run(.first, on: debt)
        } else if known.isEmpty, let oldest = waiting.first {
            run(.first, on: oldest)
        }
    }

    /// Starts a clock on a debt, or lets it go on.
    private mutating func run(_ kind: ClockKind, on debt: Debt) {
        let key = ClockKey(.debt(debt.id), kind)
        if let run = runs[key] {
            guard !run.state.isLive, let terms = runs[ClockKey(.debt(debt.id), .platform)]?.terms,
                schedule(kind, terms, from: debt.start, pauses: []) != nil
            else { return }
            move(run, to: .running, at: scene.now)
            return
        }
        begin(key, on: debt, pauses: [])
    }

    mutating func begin(_ key: ClockKey, on debt: Debt, pauses: [Pause]) {
        guard let terms = runs[ClockKey(.debt(debt.id), .platform)]?.terms,
            var schedule = schedule(key.kind, terms, from: debt.start, pauses: pauses),
            let target = target(key.kind, terms)
        else { return }
        if wasRechosen(debt.id) {
            schedule.due = max(schedule.due, scene.now + Self.retargetFloor)
        }
        start(
            ClockRun(
                key: key, ticket: debt.ticket, store: debt.store, cycle: scene.ticket.cycle,
                start: debt.start, isStartEstimated: debt.isStartEstimated,
                isBornLate: debt.isBornLate, target: target, terms: terms, due: schedule.due,
                marks: schedule.marks))
    }

    func target(_ kind: ClockKind, _ terms: PolicyTerms) -> Int64? {
        book.policy(terms.policy)?.targets.seconds(kind)
    }

    /// The deadline of one of the desk's own clocks; nil when its policy sets none, and when the
    /// calendar does not open for long enough any more: a slip in it keeps no message out, and the
    /// platform's clock runs anyway. The calendar is noted, so that somebody hears of it.
    mutating func schedule(
        _ kind: ClockKind, _ terms: PolicyTerms, from start: Timestamp, pauses: [Pause]
    ) -> ClockSchedule? {
        guard let policy = book.policy(terms.policy), let target = policy.targets.seconds(kind),
            let calendar = book.calendar(terms.calendar)
        else { return nil }
        do throws(DeskError) {
            return try ClockSchedule.working(
                target, from: start, calendar: calendar, pauses: pauses,
                warnings: policy.warnings)
        } catch {
            noteClosed(terms.calendar.id)
            return nil
        }
    }
}

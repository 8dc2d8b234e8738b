package import SwiftExtensions

/// All that the clocks of one ticket follow from.
package struct ClockScene: Sendable {
    package var ticket: Ticket
    package var debts: [Debt]
    /// Cases of the ticket, open or not.
    package var cases: [DeskCase]
    /// Notes that ask for a look, done or not.
    package var notes: [NoteReview]
    /// The ticket's changes of state, oldest first.
    package var moments: [StateMoment]
    package var facts: [DebtID: PolicyFacts]
    /// Clocks there are already.
    package var runs: [ClockRun]
    package var now: Timestamp

    package init(
        ticket: Ticket, debts: [Debt], cases: [DeskCase] = [], notes: [NoteReview] = [],
        moments: [StateMoment] = [], facts: [DebtID: PolicyFacts] = [:], runs: [ClockRun] = [],
        now: Timestamp
    ) {
        self.ticket = ticket
        self.debts = debts
        self.cases = cases
        self.notes = notes
        self.moments = moments
        self.facts = facts
        self.runs = runs
        self.now = now
    }
}

/// What must happen to a ticket's clocks, and which calendars open too little for a target.
package struct ClockPlan: Sendable {
    package var events: [ClockEvent]
    /// Clocks on them do not run; somebody has to mend the calendar or the policy.
    package var closedCalendars: Set<CalendarID>

    package init(events: [ClockEvent] = [], closedCalendars: Set<CalendarID> = []) {
        self.events = events
        self.closedCalendars = closedCalendars
    }
}

/// Compares the clocks that a ticket should have with those it has, and says what must happen to
/// them (helpdesk sections 6.1 to 6.3). Doing it again right after finds nothing to do, so it may run
/// after every change, whatever the change was.
package struct ClockPlanner {
    /// A new deadline leaves people at least this long (section 6.2).
    package static let retargetFloor: Duration = .minutes(15)

    let scene: ClockScene
    let book: PolicyBook
    /// Whether the newest policies are to be applied to debts that are open.
    let appliesNewest: Bool
    let audience: (ClockThreshold) -> WarningAudience
    private(set) var runs: [ClockKey: ClockRun]
    private(set) var events: [ClockEvent] = []
    private var fresh: [ClockRun] = []
    private var rechosen: Set<DebtID> = []
    private var closed: Set<CalendarID> = []

    private init(
        _ scene: ClockScene, _ book: PolicyBook, _ appliesNewest: Bool,
        _ audience: @escaping (ClockThreshold) -> WarningAudience
    ) {
        self.scene = scene
        self.book = book
        self.appliesNewest = appliesNewest
        self.audience = audience
        runs = Dictionary(scene.runs.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What must happen now. `audience` is asked only when a deadline was missed unnoticed. Never
    /// fails: a calendar that does not open gives no clock, since the plan is part of every
    /// transaction, intake among them (section 3.1).
    package static func plan(
        _ scene: ClockScene, book: PolicyBook, appliesNewest: Bool = false,
        audience: @escaping (ClockThreshold) -> WarningAudience
    ) -> ClockPlan {
        var planner = ClockPlanner(scene, book, appliesNewest, audience)
        planner.planPlatform()
        planner.chooseAnew()
        planner.planNext()
        planner.planFirst()
        planner.planResolve()
        planner.planHold()
        planner.planCases()
        planner.planNotes()
        let fresh = planner.fresh
        return ClockPlan(
            events: (fresh.isEmpty ? [] : [.started(scene.ticket.id, fresh)]) + planner.events,
            closedCalendars: planner.closed)
    }

    /// The turn: debts that wait, the oldest first.
    var waiting: [Debt] {
        scene.debts.filter(\.isUnsettled).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    }

    func debt(of run: ClockRun) -> Debt? {
        guard case .debt(let id) = run.key.subject else { return nil }
        return scene.debts.first { $0.id == id }
    }

    /// Clocks of a kind that belong to the ticket's present cycle.
    func runs(_ kind: ClockKind) -> [ClockRun] {
        runs.values.filter { $0.key.kind == kind && $0.cycle == scene.ticket.cycle }
            .sorted { $0.key.subject.text < $1.key.subject.text }
    }

    func wasRechosen(_ debt: DebtID) -> Bool { rechosen.contains(debt) }

    mutating func noteRechosen(_ debt: DebtID) { rechosen.insert(debt) }

    mutating func noteClosed(_ calendar: CalendarID) { closed.insert(calendar) }
}

extension ClockPlanner {
    /// The clock begins again, after what ended it and not before.
    mutating func restart(_ run: ClockRun) {
        var run = run
        run.nextAt = followUp(run)
        runs[run.key] = run
        events.append(.started(scene.ticket.id, [run]))
    }

    mutating func start(_ run: ClockRun) {
        var run = run
        run.nextAt = run.nextMark
        runs[run.key] = run
        fresh.append(run)
    }

    mutating func move(
        _ run: ClockRun, to state: ClockState, at instant: Timestamp,
        schedule: ClockSchedule? = nil
    ) {
        var next = run
        next.state = state
        if let schedule { (next.due, next.marks) = (schedule.due, schedule.marks) }
        let isRunning = state == .running
        let move = ClockMove(
            key: run.key, ticket: run.ticket, from: run.state, to: state, at: instant,
            due: isRunning ? next.due : nil, marks: isRunning ? next.marks : ClockMarks([]),
            nextAt: isRunning ? followUp(next) : nil)
        runs[run.key] = run.applying(move)
        events.append(.moved(move))
    }

    mutating func retarget(_ change: ClockRetarget) {
        guard let run = runs[change.key] else { return }
        var change = change
        var next = run.applying(change)
        next.due = change.due
        change.nextAt = run.state == .running ? followUp(next) : nil
        runs[change.key] = run.applying(change)
        events.append(.retargeted(change))
    }

    /// A running clock's next look: a mark, the deadline, or the next repeat after a breach. One that
    /// was missed and has another deadline now keeps still until then.
    private func followUp(_ run: ClockRun) -> Timestamp? {
        guard let breachedAt = run.breachedAt else { return run.nextMark }
        if let due = run.due, due > max(breachedAt, scene.now) { return due }
        return run.repeats(in: book)(max(breachedAt, scene.now))
    }

    /// The clock ends. Where that was too late and nobody noticed, the breach comes first.
    mutating func stop(_ run: ClockRun, _ state: ClockState, at instant: Timestamp) {
        move(state == .met ? noticed(run, at: instant) : run, to: state, at: instant)
    }

    /// The clock stands still, after a breach that nobody noticed.
    mutating func pause(_ run: ClockRun, at instant: Timestamp) {
        move(noticed(run, at: instant), to: .paused, at: instant)
    }

    /// The clock with its breach, where its deadline was before `instant` and no sweep came between.
    mutating func noticed(_ run: ClockRun, at instant: Timestamp) -> ClockRun {
        guard run.breaches, run.state == .running, run.breachedAt == nil, let due = run.due,
            instant > due
        else { return run }
        let breach = ClockBreach(
            key: run.key, ticket: run.ticket, store: run.store, dueAt: due, noticedAt: scene.now,
            cause: run.isBornLate ? .channel : .late, owner: scene.ticket.owner, skipped: [],
            audience: audience(.breach), nextAt: nil)
        let breached = run.applying(breach)
        runs[run.key] = breached
        events.append(.breached(breach))
        return breached
    }

    /// What became of a debt's clock when nothing is owed any more.
    func ending(of debt: Debt?) -> ClockState {
        switch debt?.state {
        case .answerPending, .answered: .met
        case .owed, .excusePending, .excused, .void, nil: .cancelled
        }
    }
}

extension ClockRun {
    /// When people are told again after a breach: four hours on, of working time where the clock
    /// is the desk's own.
    package func repeats(in book: PolicyBook) -> (Timestamp) -> Timestamp {
        let calendar = terms.flatMap { book.calendar($0.calendar) }
        let seconds = WarningPlan.again.wholeMilliseconds / 1000
        return { instant in
            guard key.kind.isInternal, let calendar,
                let next = try? calendar.addWorking(seconds, to: instant)
            else { return instant + WarningPlan.again }
            return next
        }
    }
}

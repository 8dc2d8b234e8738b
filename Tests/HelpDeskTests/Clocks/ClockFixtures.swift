import HelpDesk
import SwiftExtensions
import Testing

/// Calendars and policies that several suites share.
enum ClockFixtures {
    static func at(_ text: String) -> Timestamp {
        guard let instant = Timestamp(iso8601: text) else {
            preconditionFailure("Tests write their instants in ISO 8601.")
        }
        return instant
    }

    static func spans(_ texts: String...) -> [OpenSpan] {
        texts.map {
            guard let span = OpenSpan($0) else {
                preconditionFailure("Tests write their spans as 09:00-12:00.")
            }
            return span
        }
    }

    static func day(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(text) else {
            preconditionFailure("Tests write their days as 2026-03-09.")
        }
        return day
    }

    static func zone(_ name: String) throws -> ZoneTable {
        try #require(ZoneTable(named: name), "the machine has the zone's file")
    }

    static func calendar(
        _ id: CalendarID = "office", version: Int = 1, zone: String, week: WorkWeek,
        overrides: [DayOverride] = []
    ) throws -> ZonedCalendar {
        ZonedCalendar(
            WorkCalendar(
                id: id, version: version, title: id.rawValue, zone: zone, week: week,
                overrides: overrides), zone: try self.zone(zone))
    }

    static func shanghai(overrides: [DayOverride] = []) throws -> ZonedCalendar {
        try calendar(
            zone: "Asia/Shanghai", week: WorkWeek(workdays: spans("09:00-12:00", "13:30-18:00")),
            overrides: overrides)
    }

    static func roundTheClock() throws -> ZonedCalendar {
        try calendar("always", zone: "UTC", week: WorkWeek(daily: spans("00:00-24:00")))
    }

    static func policy(
        _ id: PolicyID = "usual", version: Int = 1, calendar: CalendarID = "always",
        first: Int? = nil, next: Int? = nil, resolve: Int? = nil,
        _ change: (inout ResponsePolicy) -> Void = { _ in }
    ) -> ResponsePolicy {
        var policy = ResponsePolicy(
            id: id, version: version, title: id.rawValue, calendar: calendar,
            targets: PolicyTargets(first: first, next: next, resolve: resolve))
        change(&policy)
        return policy
    }

    static func ticket(
        state: TicketState = .open, category: InquiryCategory = .whereIsMyOrder,
        priority: TicketPriority = .normal, cycle: Int = 1
    ) -> Ticket {
        Ticket(
            id: TicketID(1), store: "nova-eu", marketplace: "DE", buyer: nil, order: nil,
            state: state, owner: PersonID(1), language: "de", category: category,
            openedAt: at("2026-03-10T09:00:00Z"), lastActivityAt: at("2026-03-10T09:00:00Z"),
            cycle: cycle, priority: priority)
    }

    static func facts(
        of ticket: Ticket, debt: Debt, value: Money? = nil, flags: Set<PolicyFacts.Flag> = []
    ) -> PolicyFacts {
        PolicyFacts(
            store: ticket.store, marketplace: ticket.marketplace, kind: .buyer,
            category: ticket.category, priority: ticket.priority, language: ticket.language,
            value: value, flags: flags, start: debt.start)
    }
}

/// A ticket whose clocks are kept as the core keeps them: plan, apply, sweep.
struct ClockBench {
    var ticket: Ticket
    var debts: [Debt] = []
    var cases: [DeskCase] = []
    var moments: [StateMoment] = []
    var runs: [ClockKey: ClockRun] = [:]
    var events: [ClockEvent] = []
    /// What the last plan found.
    var closedCalendars: Set<CalendarID> = []
    var book: PolicyBook

    init(ticket: Ticket = ClockFixtures.ticket(), book: PolicyBook) {
        self.ticket = ticket
        self.book = book
    }

    mutating func owe(_ number: Int64, from start: String, at now: String? = nil) throws {
        let start = ClockFixtures.at(start)
        debts.append(
            Debt(
                id: DebtID(number), message: MessageID(number), ticket: ticket.id,
                store: ticket.store, start: start, platformDue: PlatformClock.due(from: start)))
        try plan(now.map(ClockFixtures.at) ?? start)
    }

    mutating func settle(_ number: Int64, _ state: DebtState, at now: String) throws {
        let now = ClockFixtures.at(now)
        for index in debts.indices where debts[index].id == DebtID(number) {
            debts[index].state = state
            debts[index].dischargedAt =
                state == .owed || state == .excusePending ? nil : now
        }
        try plan(now)
    }

    mutating func move(to state: TicketState, at now: String) throws {
        let now = ClockFixtures.at(now)
        ticket.state = state
        moments.append(StateMoment(at: now, state: state))
        try plan(now)
    }

    mutating func plan(_ now: Timestamp, appliesNewest: Bool = false) throws {
        let scene = ClockScene(
            ticket: ticket, debts: debts, cases: cases, moments: moments,
            facts: Dictionary(
                uniqueKeysWithValues: debts.map {
                    ($0.id, ClockFixtures.facts(of: ticket, debt: $0))
                }), runs: Array(runs.values), now: now)
        let plan = ClockPlanner.plan(scene, book: book, appliesNewest: appliesNewest) { _ in
            WarningAudience(people: [PersonID(1)], rung: .owner, isOnPane: false)
        }
        closedCalendars = plan.closedCalendars
        for event in plan.events { apply(event, now) }
    }

    mutating func sweep(_ now: String) -> [SweepFinding] {
        let now = ClockFixtures.at(now)
        var found: [SweepFinding] = []
        for run in runs.values.sorted(by: { $0.key.kind.rawValue < $1.key.kind.rawValue }) {
            guard let finding = run.sweep(at: now, repeats: run.repeats(in: book)) else {
                continue
            }
            found.append(finding)
            let audience = WarningAudience(people: [PersonID(1)], rung: .owner, isOnPane: false)
            if finding.threshold == .breach, let due = run.due {
                apply(
                    .breached(
                        ClockBreach(
                            key: run.key, ticket: run.ticket, store: run.store, dueAt: due,
                            noticedAt: now, cause: .late, owner: nil, skipped: finding.skipped,
                            audience: audience, nextAt: finding.nextAt)), now)
            } else if let due = run.due {
                apply(
                    .warned(
                        ClockWarning(
                            key: run.key, ticket: run.ticket, store: run.store,
                            threshold: finding.threshold, due: due, skipped: finding.skipped,
                            audience: audience, nextAt: finding.nextAt)), now)
            }
        }
        return found
    }

    private mutating func apply(_ event: ClockEvent, _ now: Timestamp) {
        events.append(event)
        switch event {
        case .started(_, let list): for run in list { runs[run.key] = run }
        case .moved(let move): runs[move.key] = runs[move.key]?.applying(move)
        case .retargeted(let change): runs[change.key] = runs[change.key]?.applying(change)
        case .breached(let breach): runs[breach.key] = runs[breach.key]?.applying(breach)
        case .warned(let warning):
            runs[warning.key] = runs[warning.key]?.applying(warning, at: now)
        default: break
        }
    }

    func run(_ number: Int64, _ kind: ClockKind) -> ClockRun? {
        runs[ClockKey(.debt(DebtID(number)), kind)]
    }

    var breaches: [ClockBreach] {
        events.compactMap {
            if case .breached(let breach) = $0 { return breach }
            return nil
        }
    }
}

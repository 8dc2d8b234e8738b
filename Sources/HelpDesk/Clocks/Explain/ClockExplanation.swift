package import SwiftExtensions

/// One step of a deadline's derivation (helpdesk section 6.7).
package enum DeadlineStep: Hashable, Sendable, Codable {
    /// The clock began when the platform took the message, or, estimated, when we fetched it.
    case began(Timestamp, isEstimated: Bool)
    /// This policy was the first whose conditions all held.
    case policy(PolicyVersion, title: String, matched: [PolicyConditions.Name])
    case calendar(CalendarVersion, zone: String)
    /// Seconds of working time, or of elapsed time.
    case target(seconds: Int64, isWorking: Bool)
    /// An open span of the calendar that was used, and its length in seconds.
    case span(from: Timestamp, to: Timestamp, seconds: Int64)
    /// Further spans that are not listed, with their sum.
    case moreSpans(count: Int, seconds: Int64)
    case pause(from: Timestamp, to: Timestamp?)
    case retarget(at: Timestamp, cause: ClockRetarget.Cause, old: Timestamp?, new: Timestamp?)
    case due(Timestamp)
    /// An answer has to leave by then, because the provider's delay counts too.
    case sendBy(Timestamp)
    case paused
    case breached(Timestamp, cause: ClockBreach.Cause)
    case excused(BreachExcuse.Category, reason: String)
    case ended(Timestamp, ClockState)
}

/// How one deadline came about.
package struct ClockExplanation: Hashable, Sendable, Codable {
    package var key: ClockKey
    package var state: ClockState
    package var due: Timestamp?
    /// Working or elapsed seconds that are left; nil while the clock does not run.
    package var left: Int64?
    package var nextWarning: Timestamp?
    package var steps: [DeadlineStep]

    package init(
        key: ClockKey, state: ClockState, due: Timestamp?, left: Int64?,
        nextWarning: Timestamp?, steps: [DeadlineStep]
    ) {
        self.key = key
        self.state = state
        self.due = due
        self.left = left
        self.nextWarning = nextWarning
        self.steps = steps
    }
}

/// What explains a clock besides its row.
package struct ClockStory: Sendable {
    package var moments: [StateMoment]
    package var retargets: [(at: Timestamp, change: ClockRetarget)]
    package var breachCause: ClockBreach.Cause?
    package var excuse: (category: BreachExcuse.Category, reason: String)?

    package init(
        moments: [StateMoment] = [], retargets: [(at: Timestamp, change: ClockRetarget)] = [],
        breachCause: ClockBreach.Cause? = nil,
        excuse: (category: BreachExcuse.Category, reason: String)? = nil
    ) {
        self.moments = moments
        self.retargets = retargets
        self.breachCause = breachCause
        self.excuse = excuse
    }
}

extension ClockRun {
    /// Spans that an explanation lists one by one.
    private static let listedSpans = 12

    /// The derivation of this clock's deadline by the same functions that made it.
    package func explained(
        by story: ClockStory, book: PolicyBook, at now: Timestamp
    ) -> ClockExplanation {
        let policy = terms.flatMap { book.policy($0.policy) }
        let calendar = key.kind.isInternal ? terms.flatMap { book.calendar($0.calendar) } : nil
        let pauses = key.kind == .resolve ? self.pauses(story.moments, policy) : []
        var steps: [DeadlineStep] = [.began(start, isEstimated: isStartEstimated)]
        if let terms, let policy {
            steps.append(.policy(terms.policy, title: policy.title, matched: terms.matched))
        }
        if let calendar {
            steps.append(.calendar(calendar.calendar.reference, zone: calendar.calendar.zone))
        }
        steps.append(.target(seconds: target, isWorking: calendar != nil))
        steps += spans(calendar, pauses, until: due ?? stoppedAt ?? now)
        steps += pauses.map { .pause(from: $0.start, to: $0.end) }
        steps += story.retargets.filter {
            $0.change.key == key && $0.change.oldDue != $0.change.due
        }
        .map {
            .retarget(
                at: $0.at, cause: $0.change.cause, old: $0.change.oldDue, new: $0.change.due)
        }
        steps += result(story)
        return ClockExplanation(
            key: key, state: state, due: due, left: left(calendar, pauses, now),
            nextWarning: nextAt, steps: steps)
    }

    private func pauses(_ moments: [StateMoment], _ policy: ResponsePolicy?) -> [Pause] {
        var states: Set<TicketState> = [.pending, .resolved, .closed]
        if policy?.pausesInHold == true { states.insert(.hold) }
        return Pause.fold(moments, pausing: states, since: start)
            .filter { pause in stoppedAt.map { pause.start < $0 } ?? true }
    }

    private func spans(
        _ calendar: ZonedCalendar?, _ pauses: [Pause], until end: Timestamp
    ) -> [DeadlineStep] {
        guard let calendar else { return [] }
        let spans = calendar.openSpans(from: start, to: end, without: pauses)
        var steps = spans.prefix(Self.listedSpans).map { span in
            DeadlineStep.span(
                from: Timestamp(seconds: span.lowerBound), to: Timestamp(seconds: span.upperBound),
                seconds: Int64(span.count))
        }
        let rest = spans.dropFirst(Self.listedSpans)
        if !rest.isEmpty {
            steps.append(
                .moreSpans(count: rest.count, seconds: rest.reduce(0) { $0 + Int64($1.count) }))
        }
        return steps
    }

    private func result(_ story: ClockStory) -> [DeadlineStep] {
        var steps: [DeadlineStep] = []
        if let due, state != .paused {
            steps.append(.due(due))
            if key.kind == .platform { steps.append(.sendBy(due - PlatformClock.margin)) }
        }
        if state == .paused { steps.append(.paused) }
        if let breachedAt {
            steps.append(.breached(breachedAt, cause: story.breachCause ?? .late))
        }
        if let excuse = story.excuse {
            steps.append(.excused(excuse.category, reason: excuse.reason))
        }
        if let stoppedAt { steps.append(.ended(stoppedAt, state)) }
        return steps
    }

    private func left(
        _ calendar: ZonedCalendar?, _ pauses: [Pause], _ now: Timestamp
    ) -> Int64? {
        guard state == .running, let due else { return nil }
        guard let calendar, now < due else {
            return (due - now).wholeMilliseconds / 1000
        }
        return calendar.workingBetween(max(now, start), due, without: pauses)
    }
}

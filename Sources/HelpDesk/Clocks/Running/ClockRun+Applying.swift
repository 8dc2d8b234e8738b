package import SwiftExtensions

extension ClockRun {
    /// The clock after a move; the database's rows and the rules change it by this one function.
    package func applying(_ move: ClockMove) -> ClockRun {
        var run = self
        run.state = move.to
        if move.to.isLive { (run.due, run.marks) = (move.due, move.marks) }
        run.nextAt = move.nextAt
        run.stoppedAt = move.to.isLive ? nil : move.at
        return run
    }

    /// The clock under another policy, or with another time to look again.
    package func applying(_ change: ClockRetarget) -> ClockRun {
        var run = self
        run.terms = change.to
        run.basis = change.basis
        run.target = change.target
        run.due = change.due
        run.marks = change.marks
        run.nextAt = change.nextAt
        return run
    }

    /// The clock after its deadline was missed.
    package func applying(_ breach: ClockBreach) -> ClockRun {
        var run = self
        run.breachedAt = breach.dueAt
        run.passed.formUnion(breach.skipped)
        run.passed.insert(.breach)
        run.nextAt = breach.nextAt
        return run
    }

    /// The clock after people were told of it. The review of a held ticket ends with its one
    /// notice: the ticket came back by itself.
    package func applying(_ warning: ClockWarning, at now: Timestamp) -> ClockRun {
        var run = self
        run.passed.formUnion(warning.skipped)
        run.passed.insert(warning.threshold)
        run.nextAt = warning.nextAt
        if !breaches, warning.nextAt == nil {
            run.state = .met
            run.stoppedAt = now
        }
        return run
    }
}

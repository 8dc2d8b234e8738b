package import SwiftExtensions

/// What a sweep finds of one clock.
package struct SweepFinding: Hashable, Sendable {
    package var threshold: ClockThreshold
    package var skipped: [ClockThreshold]
    /// When the clock has to be looked at again; nil when nothing more comes.
    package var nextAt: Timestamp?

    package init(
        threshold: ClockThreshold, skipped: [ClockThreshold] = [], nextAt: Timestamp?
    ) {
        self.threshold = threshold
        self.skipped = skipped
        self.nextAt = nextAt
    }
}

extension ClockRun {
    /// The most severe threshold that has been passed by `now`, the others as skipped; nil when
    /// nothing is due. Repeats after a breach follow each other by `repeats`.
    package func sweep(
        at now: Timestamp, repeats: (_ after: Timestamp) -> Timestamp = { $0 + WarningPlan.again }
    ) -> SweepFinding? {
        guard state == .running, let due, let nextAt, nextAt <= now else { return nil }
        if breachedAt != nil { return repeated(at: now, first: nextAt, repeats) }
        let fresh = marks.list.filter { !passed.contains($0.threshold) }
        let reached = fresh.prefix { $0.at <= now }.map(\.threshold)
        if breaches, due <= now {
            return SweepFinding(threshold: .breach, skipped: reached, nextAt: repeats(due))
        }
        guard let most = reached.last else { return nil }
        let following = fresh.dropFirst(reached.count).first?.at
        return SweepFinding(
            threshold: most, skipped: Array(reached.dropLast()),
            nextAt: following ?? (breaches ? due : nil))
    }

    /// The newest repeat that has passed: a desk that was down for days tells once.
    private func repeated(
        at now: Timestamp, first: Timestamp, _ repeats: (Timestamp) -> Timestamp
    ) -> SweepFinding {
        var count = passedRepeats + 1
        var following = repeats(first)
        while following <= now, count < 10_000 {
            following = max(repeats(following), following + .seconds(1))
            count += 1
        }
        return SweepFinding(
            threshold: .again(count), skipped: [], nextAt: following)
    }

    private var passedRepeats: Int {
        passed.reduce(0) { most, threshold in
            if case .again(let count) = threshold { return max(most, count) }
            return most
        }
    }
}

import GRDB
import HelpDesk
import SwiftExtensions

/// One clock as its row has it.
enum ClockColumns {
    static let list = """
        clock_run.subject, clock_run.kind, clock_run.ticket, clock_run.store, clock_run.cycle, \
        clock_run.start, clock_run.is_start_estimated, clock_run.is_born_late, \
        clock_run.target, clock_run.terms, clock_run.basis, clock_run.state, clock_run.due, \
        clock_run.marks, clock_run.passed, clock_run.stopped_at, clock_run.breached_at, \
        clock_run.next_at
        """

    /// What a sweep needs of a clock, in the same places: why a policy was chosen tells it nothing,
    /// and terms count only where working time does.
    static let sweepList = """
        clock_run.subject, clock_run.kind, clock_run.ticket, clock_run.store, clock_run.cycle, \
        clock_run.start, clock_run.is_start_estimated, clock_run.is_born_late, \
        clock_run.target, CASE WHEN clock_run.kind IN ('first', 'next', 'resolve') \
        THEN clock_run.terms END, NULL, clock_run.state, clock_run.due, \
        clock_run.marks, clock_run.passed, clock_run.stopped_at, clock_run.breached_at, \
        clock_run.next_at
        """

    static func run(from fields: inout Fields) throws -> ClockRun {
        ClockRun(
            key: try key(from: &fields), ticket: try fields.id(), store: try fields.name(),
            cycle: try fields.count(), start: try fields.time(),
            isStartEstimated: try fields.flag(), isBornLate: try fields.flag(),
            target: try fields.number(), terms: try fields.optionalJSON(),
            basis: try fields.optionalJSON(), state: try fields.word(),
            due: try fields.optionalTime(), marks: try marks(from: &fields),
            passed: try passed(from: &fields), stoppedAt: try fields.optionalTime(),
            breachedAt: try fields.optionalTime(), nextAt: try fields.optionalTime())
    }

    static func key(from fields: inout Fields) throws -> ClockKey {
        let text = try fields.text()
        guard let subject = ClockSubject(text) else { throw Fields.damaged("subject \(text)") }
        return ClockKey(subject, try fields.word())
    }

    private static func marks(from fields: inout Fields) throws -> ClockMarks {
        guard let marks = ClockMarks(try fields.text()) else { throw Fields.damaged("marks") }
        return marks
    }

    private static func passed(from fields: inout Fields) throws -> Set<ClockThreshold> {
        guard let passed = ThresholdList.set(try fields.text()) else {
            throw Fields.damaged("thresholds")
        }
        return passed
    }
}

package import SwiftExtensions

/// At which fractions and leads people are told of a deadline.
package struct WarningPlan: Hashable, Sendable, Codable {
    /// Percent of the target, 1 to 99.
    package var fractions: [Int]
    /// Minutes before the deadline.
    package var leads: [Int]

    package init(fractions: [Int], leads: [Int]) {
        self.fractions = fractions
        self.leads = leads
    }

    package static let usual = WarningPlan(fractions: [50, 75, 90], leads: [120, 30])
    /// The platform's clock also warns six hours before.
    package static let platform = WarningPlan(fractions: [50, 75, 90], leads: [360, 120, 30])
    /// A case that waits.
    package static let review = WarningPlan(fractions: [], leads: [360, 120, 30])
    /// The time to look again at a held ticket: once, when it has come.
    package static let hold = WarningPlan(fractions: [], leads: [0])

    /// A note that nobody has looked at.
    package static let note = WarningPlan(fractions: [50], leads: [30])

    /// After a breach people are told again this often.
    package static let again: Duration = .hours(4)

    var isInRange: Bool {
        fractions.count <= 9 && leads.count <= 9 && fractions.allSatisfy { (1...99).contains($0) }
            && leads.allSatisfy { (1...10_080).contains($0) }
    }

    /// The marks of `target` seconds; a lead that is no shorter than the target gives none.
    func amounts(of target: Int64) -> [(threshold: ClockThreshold, seconds: Int64)] {
        let parts = fractions.map {
            (threshold: ClockThreshold.fraction($0), seconds: max(target * Int64($0) / 100, 1))
        }
        let leads = leads.compactMap { minutes -> (threshold: ClockThreshold, seconds: Int64)? in
            let seconds = target - Int64(minutes) * 60
            return seconds > 0 ? (.lead(minutes), seconds) : nil
        }
        return (parts + leads).sorted { $0.seconds < $1.seconds }
    }
}

/// A deadline and its marks.
package struct ClockSchedule: Hashable, Sendable {
    package var due: Timestamp
    package var marks: ClockMarks

    /// Elapsed time, every day of the year.
    package static func elapsed(
        _ target: Duration, from start: Timestamp, warnings: WarningPlan
    ) -> ClockSchedule {
        let seconds = target.wholeMilliseconds / 1000
        return ClockSchedule(
            due: start + target,
            marks: ClockMarks(
                warnings.amounts(of: seconds).map {
                    ClockMark(at: start + .seconds($0.seconds), threshold: $0.threshold)
                }))
    }

    /// Working time of a calendar, pauses left out. Throws `calendarNeverOpens`.
    package static func working(
        _ target: Int64, from start: Timestamp, calendar: ZonedCalendar, pauses: [Pause] = [],
        warnings: WarningPlan
    ) throws(DeskError) -> ClockSchedule {
        let amounts = warnings.amounts(of: target)
        let instants = try calendar.marks(
            amounts.map(\.seconds) + [target], from: start, without: pauses)
        return ClockSchedule(
            due: instants[amounts.count],
            marks: ClockMarks(
                zip(amounts, instants).map { ClockMark(at: $1, threshold: $0.threshold) }))
    }
}

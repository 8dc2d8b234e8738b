import Foundation
import HelpDesk
import Store
import SwiftExtensions

/// Days, weeks and months of a window as a zone has them, daylight saving included.
struct ReportCalendar {
    let zone: TimeZone
    private let calendar: Calendar

    init(zone name: String) {
        zone = TimeZone(identifier: name) ?? .gmt
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// The window's periods: the first begins no later than `from`, the last before `to`.
    func periods(_ dimension: ReportDimension, from: Timestamp, to: Timestamp)
        -> [ReportQuery.Period]
    {
        let component: Calendar.Component =
            switch dimension {
            case .week: .weekOfYear
            case .month: .month
            default: .day
            }
        guard let first = calendar.dateInterval(of: component, for: date(from))?.start
        else { return [] }
        var periods: [ReportQuery.Period] = []
        var start = first
        while timestamp(start) < to, periods.count < Self.most {
            periods.append(
                ReportQuery.Period(start: timestamp(start), name: name(start, dimension)))
            guard let next = calendar.date(byAdding: component, value: 1, to: start), next > start
            else { break }
            start = next
        }
        return periods
    }

    /// More days than ten years have would be a mistake.
    private static let most = 3_700

    /// The Monday of a day's week and the instants between which the week lies; nil for no day.
    func week(of day: String) -> (name: String, from: Timestamp, to: Timestamp)? {
        guard let start = instant(of: day),
            let week = calendar.dateInterval(of: .weekOfYear, for: date(start))
        else { return nil }
        return (name(week.start, .day), timestamp(week.start), timestamp(week.end))
    }

    /// When a day such as `2026-07-01` begins.
    func instant(of day: String) -> Timestamp? {
        let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, day.utf8.count == 10, let year = parts[0], let month = parts[1],
            let number = parts[2],
            let date = calendar.date(from: DateComponents(year: year, month: month, day: number)),
            name(date, .day) == day
        else { return nil }
        return timestamp(date)
    }

    func dayName(of instant: Timestamp) -> String { name(date(instant), .day) }

    /// Row 0 is Monday; the column is the hour that a clock shows.
    func hourOfWeek(_ instant: Timestamp) -> (day: Int, hour: Int) {
        let local = CivilTime(instant, offsetSeconds: zone.secondsFromGMT(for: date(instant)))
        return ((local.weekday + 6) % 7, local.hour)
    }

    private func name(_ date: Date, _ dimension: ReportDimension) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let year = String(parts.year ?? 0)
        let month = Self.two(parts.month ?? 0)
        return dimension == .month
            ? "\(year)-\(month)" : "\(year)-\(month)-\(Self.two(parts.day ?? 0))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func date(_ instant: Timestamp) -> Date {
        Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    }

    private func timestamp(_ date: Date) -> Timestamp {
        Timestamp(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }
}

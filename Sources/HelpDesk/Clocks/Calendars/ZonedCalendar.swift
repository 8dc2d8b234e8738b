package import SwiftExtensions

/// A calendar with the rules of its zone: what working time is counted with. The rules come from
/// outside, because this floor reads no files; two calendars of one zone share them.
package struct ZonedCalendar: Sendable {
    package let calendar: WorkCalendar
    package let zone: ZoneTable
    private let week: [[OpenSpan]]
    private let dated: [CalendarDay: [OpenSpan]]

    /// Days that are looked at before a calendar counts as one that never opens.
    static let longestSearch = 400

    package init(_ calendar: WorkCalendar, zone: ZoneTable) {
        self.calendar = calendar
        self.zone = zone
        week = calendar.week.days.map { $0.spans.sorted { $0.opens < $1.opens } }
        dated = Dictionary(
            calendar.overrides.map { ($0.day, $0.spans.sorted { $0.opens < $1.opens }) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The local spans of a day, counted in days since 1970: a dated override, else a yearly one,
    /// else the weekday's list.
    package func localSpans(onDay day: Int64) -> [OpenSpan] {
        let date = CivilTime(Timestamp(seconds: day * 86_400))
        if !dated.isEmpty {
            let (year, month) = (date.year, date.month)
            if let exact = CalendarDay(year: year, month: month, day: date.day),
                let spans = dated[exact]
            {
                return spans
            }
            if let yearly = CalendarDay(year: nil, month: month, day: date.day),
                let spans = dated[yearly]
            {
                return spans
            }
        }
        return week[date.weekday]
    }

    /// The local day on which an instant falls, in days since 1970.
    package func localDay(of second: Int64) -> Int64 {
        (second + zone.offset(at: second)).floorDivided(by: 86_400)
    }

    /// The open spans that begin on a local day, as seconds since 1970 in UTC. A span that a spring
    /// gap swallows is left out.
    package func spans(onDay day: Int64) -> [Range<Int64>] {
        localSpans(onDay: day).compactMap { span in
            let midnight = day * 86_400
            let start = instant(midnight + Int64(span.opens) * 60, isOpening: true)
            let end = instant(midnight + Int64(span.end) * 60, isOpening: false)
            return start < end ? start..<end : nil
        }
    }

    /// The instant of a local time. In a spring gap it is the first one after the gap; of the two
    /// in an autumn fold an opening takes the earlier, a closing the later.
    func instant(_ local: Int64, isOpening: Bool) -> Int64 {
        let (before, after) = (zone.offset(at: local - 86_400), zone.offset(at: local + 86_400))
        guard before != after else { return local - before }
        let valid = [local - before, local - after].filter { local - zone.offset(at: $0) == $0 }
        if let first = valid.min(), let last = valid.max() { return isOpening ? first : last }
        var (early, late) = (local - max(before, after), local - min(before, after))
        let old = zone.offset(at: early)
        while late - early > 1 {
            let middle = (early + late) / 2
            if zone.offset(at: middle) == old { early = middle } else { late = middle }
        }
        return late
    }
}

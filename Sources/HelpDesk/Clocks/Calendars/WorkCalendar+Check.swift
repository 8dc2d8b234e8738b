extension WorkCalendar {
    /// Days that differ at most: some decades of holidays.
    package static let mostOverrides = 2000

    /// The calendar as it may be kept. Throws `calendarRefused` with a field and a reason:
    /// `name`, `title`, `zone-unknown`, `spans-overlap`, `day-twice`, `too-many`, `never-opens`.
    package func checked(isZoneKnown: Bool) throws(DeskError) -> WorkCalendar {
        guard PolicyNames.isName(id.rawValue) else { throw refused("id", "name") }
        guard !title.isBlank, title.utf8.count <= 200 else { throw refused("title", "title") }
        guard isZoneKnown else { throw refused("zone", "zone-unknown") }
        for (name, spans) in week.days where Self.overlaps(spans) {
            throw refused(name, "spans-overlap")
        }
        guard overrides.count <= Self.mostOverrides else { throw refused("overrides", "too-many") }
        var seen: Set<CalendarDay> = []
        for override in overrides {
            let day = override.day.text
            guard !Self.overlaps(override.spans) else { throw refused(day, "spans-overlap") }
            guard seen.insert(override.day).inserted else { throw refused(day, "day-twice") }
        }
        var tidy = self
        tidy.title = CleanText.clean(title.collapsed())
        tidy.overrides = overrides.sorted { $0.day < $1.day }.map {
            DayOverride(
                day: $0.day, spans: $0.spans.sorted { $0.opens < $1.opens },
                label: CleanText.clean($0.label.collapsed(limit: 60)))
        }
        guard tidy.week.days.contains(where: { !$0.spans.isEmpty }) else {
            throw refused("week", "never-opens")
        }
        return tidy
    }

    private func refused(_ field: String, _ reason: String) -> DeskError {
        DeskError(.calendarRefused, ["field": field, "reason": reason])
    }

    /// Spans of one day must not overlap; they may touch.
    private static func overlaps(_ spans: [OpenSpan]) -> Bool {
        let sorted = spans.sorted { $0.opens < $1.opens }
        return zip(sorted, sorted.dropFirst()).contains { $0.end > $1.opens }
    }
}

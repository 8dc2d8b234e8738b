/// Stable name of a calendar of working time, such as `shanghai-office`.
package struct CalendarID: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// One immutable version of a calendar.
package struct CalendarVersion: Hashable, Sendable, Codable {
    package var id: CalendarID
    package var version: Int

    package init(id: CalendarID, version: Int) {
        self.id = id
        self.version = version
    }
}

/// The open spans of each weekday.
package struct WorkWeek: Hashable, Sendable, Codable {
    package var sun: [OpenSpan]
    package var mon: [OpenSpan]
    package var tue: [OpenSpan]
    package var wed: [OpenSpan]
    package var thu: [OpenSpan]
    package var fri: [OpenSpan]
    package var sat: [OpenSpan]

    package init(
        sun: [OpenSpan] = [], mon: [OpenSpan] = [], tue: [OpenSpan] = [], wed: [OpenSpan] = [],
        thu: [OpenSpan] = [], fri: [OpenSpan] = [], sat: [OpenSpan] = []
    ) {
        self.sun = sun
        self.mon = mon
        self.tue = tue
        self.wed = wed
        self.thu = thu
        self.fri = fri
        self.sat = sat
    }

    /// The same spans from Monday to Friday.
    package init(workdays spans: [OpenSpan]) {
        self.init(mon: spans, tue: spans, wed: spans, thu: spans, fri: spans)
    }

    /// The same spans on all seven days.
    package init(daily spans: [OpenSpan]) {
        self.init(
            sun: spans, mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans)
    }

    /// From Sunday to Saturday, with the names that documents use.
    package var days: [(name: String, spans: [OpenSpan])] {
        [
            ("sun", sun), ("mon", mon), ("tue", tue), ("wed", wed), ("thu", thu), ("fri", fri),
            ("sat", sat),
        ]
    }
}

/// A day that differs from its weekday: a holiday has no spans, a half day fewer, and a make-up
/// workday (调休) has spans on a weekend.
package struct DayOverride: Hashable, Sendable, Codable {
    package var day: CalendarDay
    package var spans: [OpenSpan]
    /// What the day is called; empty when it has no name.
    package var label: String

    package init(day: CalendarDay, spans: [OpenSpan], label: String = "") {
        self.day = day
        self.spans = spans
        self.label = label
    }
}

/// When people work: a zone, a week and the days that differ from it (helpdesk section 6.3). A
/// version never changes; editing makes the next one.
package struct WorkCalendar: Hashable, Sendable, Codable {
    package var id: CalendarID
    package var version: Int
    package var title: String
    /// IANA name.
    package var zone: String
    package var week: WorkWeek
    package var overrides: [DayOverride]

    package init(
        id: CalendarID, version: Int = 1, title: String, zone: String, week: WorkWeek,
        overrides: [DayOverride] = []
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.zone = zone
        self.week = week
        self.overrides = overrides
    }

    package var reference: CalendarVersion { CalendarVersion(id: id, version: version) }
}

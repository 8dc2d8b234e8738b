package import HelpDesk
package import SwiftExtensions

/// One version with who saved it, and what it changed.
package struct VersionView<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    package var value: Value
    package var savedAt: Timestamp
    /// Nil for a part of the core.
    package var savedBy: String?
    package var changes: [FieldChange]

    package init(value: Value, savedAt: Timestamp, savedBy: String?, changes: [FieldChange]) {
        self.value = value
        self.savedAt = savedAt
        self.savedBy = savedBy
        self.changes = changes
    }
}

/// One local day of a calendar.
package struct CalendarDayView: Codable, Sendable, Hashable {
    /// `2026-03-09`.
    package var day: String
    /// 0 for Sunday to 6 for Saturday.
    package var weekday: Int
    package var spans: [OpenSpan]
    /// The override's name; nil for an ordinary day.
    package var label: String?

    package init(day: String, weekday: Int, spans: [OpenSpan], label: String?) {
        self.day = day
        self.weekday = weekday
        self.spans = spans
        self.label = label
    }
}

/// A calendar's newest version with yesterday and its next 14 days.
package struct CalendarView: Codable, Sendable, Hashable {
    package var calendar: WorkCalendar
    package var days: [CalendarDayView]
    /// Whether people work at this moment.
    package var isOpen: Bool

    package init(calendar: WorkCalendar, days: [CalendarDayView], isOpen: Bool) {
        self.calendar = calendar
        self.days = days
        self.isOpen = isOpen
    }
}

/// The newest version of every calendar with its next 14 days.
package struct ListCalendars: RemoteCall {
    package static let method = "calendar.list"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var calendars: [CalendarView]
        package init(calendars: [CalendarView]) { self.calendars = calendars }
    }
}

/// All versions of a calendar, the newest first. Error: `calendarNotFound`.
package struct ShowCalendar: RemoteCall {
    package static let method = "calendar.show"
    package var calendar: CalendarID
    package init(calendar: CalendarID) { self.calendar = calendar }

    package struct Reply: Codable, Sendable, Hashable {
        package var view: CalendarView
        package var versions: [VersionView<WorkCalendar>]
        package init(view: CalendarView, versions: [VersionView<WorkCalendar>]) {
            self.view = view
            self.versions = versions
        }
    }
}

/// Keeps a calendar as its next version, on top of `calendar.version` (0 for a new one). Open debts
/// keep the version they have. Errors: `calendarRefused`, `calendarChanged`.
package struct SaveCalendar: RemoteCall {
    package static let method = "calendar.save"
    package typealias Reply = CalendarView
    package var calendar: WorkCalendar
    package init(calendar: WorkCalendar) { self.calendar = calendar }
}

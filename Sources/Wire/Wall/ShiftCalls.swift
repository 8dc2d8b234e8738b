package import HelpDesk
package import SwiftExtensions

/// Who is planned when, against what usually arrives; `days` is 1 to 14.
package struct ShowShifts: RemoteCall {
    package static let method = "shift.show"
    /// Nil for now.
    package var from: Timestamp?
    package var days: Int
    package init(from: Timestamp? = nil, days: Int = 7) {
        self.from = from
        self.days = days
    }

    package struct Reply: Codable, Sendable, Hashable {
        /// The first hour, whole.
        package var from: Timestamp
        /// IANA name of the zone in which days are meant.
        package var zone: String
        package var people: [ShiftLine]
        package var coverage: ShiftCoverage
        /// Mean time of an answer.
        package var handlingSeconds: Int

        package init(
            from: Timestamp, zone: String, people: [ShiftLine], coverage: ShiftCoverage,
            handlingSeconds: Int
        ) {
            self.from = from
            self.zone = zone
            self.people = people
            self.coverage = coverage
            self.handlingSeconds = handlingSeconds
        }
    }
}

/// Somebody's planned time.
package struct ShiftLine: Codable, Sendable, Hashable {
    package var person: PersonID
    package var unixUser: String
    package var name: String
    /// Name of the calendar; nil for somebody without one, who counts as never planned.
    package var calendar: String?
    package var spans: [Span]

    package struct Span: Codable, Sendable, Hashable {
        package var start: Timestamp
        package var end: Timestamp
        package init(start: Timestamp, end: Timestamp) {
            self.start = start
            self.end = end
        }
    }

    package init(
        person: PersonID, unixUser: String, name: String, calendar: String?, spans: [Span]
    ) {
        self.person = person
        self.unixUser = unixUser
        self.name = name
        self.calendar = calendar
        self.spans = spans
    }
}

package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListCalendars: DeskCall {
    package static let need: Need = .oneOf([.read, .calendarWrite, .policyWrite])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let book = try desk.shelf.book(transaction)
            let ids = Set(try transaction.calendarVersions().map(\.value.id))
            return Reply(
                calendars: ids.sorted().compactMap { book.calendar($0) }
                    .map { CalendarView($0, at: now) })
        }
    }
}

extension ShowCalendar: DeskCall {
    package static let need: Need = .oneOf([.read, .calendarWrite, .policyWrite])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            guard let newest = try desk.shelf.book(transaction).calendar(calendar) else {
                throw DeskError(.calendarNotFound, ["calendar": calendar.rawValue])
            }
            let versions = try transaction.views(of: transaction.calendarVersions(of: calendar)) {
                $0.changes(since: $1)
            }
            return Reply(view: CalendarView(newest, at: now), versions: versions)
        }
    }
}

extension SaveCalendar: DeskCall {
    package static let need: Need = .right(.calendarWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> CalendarView {
        let zone = desk.shelf.zone(calendar.zone)
        let calendar = try calendar.checked(isZoneKnown: zone != nil)
        let (now, base) = (desk.clock.now, calendar.version)
        return try await desk.act(as: caller) { [calendar] transaction in
            var calendar = calendar
            let newest = try transaction.calendarVersions(of: calendar.id).last?.value
            guard (newest?.version ?? 0) == base else {
                throw DeskError(.calendarChanged, ["version": String(newest?.version ?? 0)])
            }
            calendar.version = base
            let zoned = ZonedCalendar(calendar, zone: zone ?? .utc)
            let users = try desk.shelf.book(transaction).policies.filter {
                $0.isActive && $0.calendar == calendar.id
            }
            guard users.allSatisfy({ $0.fits(zoned, from: now) }) else {
                throw DeskError(.calendarNeverOpens, ["calendar": calendar.id.rawValue])
            }
            if calendar != newest {
                calendar.version = base + 1
                try transaction.record(.clock(.calendarSaved(calendar)))
                try transaction.settleClosedCalendars(desk.shelf.book(transaction))
            }
            return CalendarView(ZonedCalendar(calendar, zone: zone ?? .utc), at: now)
        }
    }
}

extension CalendarView {
    /// Yesterday, whose night spans reach into today, and the next 14 days.
    static let shownDays = 15

    init(_ zoned: ZonedCalendar, at now: Timestamp) {
        let first = zoned.localDay(of: now.seconds) - 1
        let labels = Dictionary(
            zoned.calendar.overrides.map { ($0.day, $0.label) },
            uniquingKeysWith: { first, _ in first })
        self.init(
            calendar: zoned.calendar,
            days: (0..<Int64(Self.shownDays)).map { offset in
                let date = CivilTime(Timestamp(seconds: (first + offset) * 86_400))
                let dated = CalendarDay(year: date.year, month: date.month, day: date.day)
                let yearly = CalendarDay(year: nil, month: date.month, day: date.day)
                return CalendarDayView(
                    day: dated?.text ?? "", weekday: date.weekday,
                    spans: zoned.localSpans(onDay: first + offset),
                    label: dated.flatMap { labels[$0] } ?? yearly.flatMap { labels[$0] })
            }, isOpen: zoned.isOpen(at: now))
    }
}

extension ReadTransaction {
    /// Versions with what each changed, the newest first.
    func views<Value: Codable & Sendable & Hashable>(
        of versions: [StoredVersion<Value>], _ changes: (Value, Value?) -> [FieldChange]
    ) throws -> [VersionView<Value>] {
        var views: [VersionView<Value>] = []
        var earlier: Value?
        for version in versions {
            var name: String?
            if case .person(let id) = version.savedBy { name = try person(id)?.displayName }
            views.append(
                VersionView(
                    value: version.value, savedAt: version.savedAt, savedBy: name,
                    changes: changes(version.value, earlier)))
            earlier = version.value
        }
        return views.reversed()
    }
}

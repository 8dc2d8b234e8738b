import HelpDesk
import Store
import SwiftExtensions

/// Who is planned to work when, by the shift calendars of people and of their groups.
struct PlannedRoster: Sendable {
    struct Planned: Sendable {
        var person: Person
        var calendar: String?
        /// As seconds since 1970, in order.
        var shifts: [Range<Int64>]
    }

    /// Somebody at work without a calendar is expected to stay for a working day.
    private static let workingDay: Int64 = 8 * 3600

    let people: [Planned]
    /// How many of them have no calendar.
    let withoutPlan: Int

    /// `isStrict` plans nobody without a calendar; a forecast expects those at work to stay.
    init(
        _ transaction: ReadTransaction, desk: Desk, book: RoutingBook, from start: Timestamp,
        to end: Timestamp, isStrict: Bool = false
    ) throws {
        let profiles = Dictionary(
            try transaction.agentProfiles().map { ($0.value.person, $0.value) },
            uniquingKeysWith: { first, _ in first })
        let members = Set(book.groups.filter(\.isActive).flatMap(\.members))
        let calendars = try desk.shelf.book(transaction)
        var planned: [Planned] = []
        var missing = 0
        for person in try transaction.people() where person.isActive {
            // With groups the work is theirs; without, it is everybody's whose work is answering.
            let isCounted =
                members.isEmpty
                ? person.role == .agent || person.role == .senior : members.contains(person.id)
            guard isCounted, desk.people.rights(of: person.role).allows(.reply) else { continue }
            let name = profiles[person.id]?.calendar ?? RoutingRoster.calendar(of: person.id, book)
            let mark = desk.presence.mark(of: person.id, at: desk.clock.now)
            let hours = name.flatMap { calendars.calendar(CalendarID($0)) }
            if hours == nil { missing += 1 }
            var shifts = hours?.openSpans(from: start, to: end) ?? []
            if hours == nil, !isStrict { shifts = Self.usual(mark, from: start, to: end) }
            if !isStrict { shifts = Self.without(mark, shifts, start) }
            planned.append(
                Planned(
                    person: person, calendar: hours == nil ? nil : name,
                    shifts: Self.joined(shifts)))
        }
        people = planned
        withoutPlan = missing
    }

    /// The same hours every day from now on for somebody at work; nothing for somebody away.
    private static func usual(_ mark: PresenceMark, from start: Timestamp, to end: Timestamp)
        -> [Range<Int64>]
    {
        guard mark.presence == .available || mark.presence == .busy else { return [] }
        return stride(from: start.seconds, to: end.seconds, by: 86_400).map {
            $0..<min($0 + workingDay, end.seconds)
        }
    }

    /// Whoever is away is not there before they said they would be back.
    private static func without(
        _ mark: PresenceMark, _ shifts: [Range<Int64>], _ start: Timestamp
    ) -> [Range<Int64>] {
        guard mark.presence == .away || mark.presence == .off, let until = mark.until else {
            return shifts
        }
        return shifts.compactMap { shift in
            let from = max(shift.lowerBound, until.seconds)
            return from < shift.upperBound ? from..<shift.upperBound : nil
        }
    }

    /// Spans that touch are one shift.
    private static func joined(_ shifts: [Range<Int64>]) -> [Range<Int64>] {
        shifts.reduce(into: []) { result, shift in
            if let last = result.last, shift.lowerBound <= last.upperBound {
                result[result.count - 1] =
                    last.lowerBound..<max(last.upperBound, shift.upperBound)
            } else {
                result.append(shift)
            }
        }
    }
}

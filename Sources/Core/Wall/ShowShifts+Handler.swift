package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ShowShifts: DeskCall {
    package static let need: Need = .oneOf([.supervise, .roster])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        guard (1...14).contains(days) else { throw DeskError(.badRequest, ["field": "days"]) }
        let wanted = from ?? desk.clock.now
        guard wanted.seconds > 0, wanted < desk.clock.now + .days(366) else {
            throw DeskError(.badRequest, ["field": "from"])
        }
        let start = Timestamp(seconds: wanted.seconds - wanted.seconds % 3600)
        let zone = desk.reportZone(of: caller)
        try await desk.foldReports()
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let hours = days * 24
            let roster = try PlannedRoster(
                transaction, desk: desk, book: try transaction.routingBook(), from: start,
                to: start + .hours(Int64(hours)), isStrict: true)
            let people = roster.people.filter { $0.person.scope.overlaps(caller.scope) }
            let handling = try desk.loads.load(transaction, at: now).handling
            let arrivals = try Self.arrivals(transaction, caller.scope, now, start, hours)
            return Reply(
                from: start, zone: zone, people: people.map(ShiftLine.init),
                coverage: ShiftCoverage(
                    from: start, arrivals: arrivals, shifts: people.map(\.shifts),
                    handling: handling),
                handlingSeconds: Int(handling.wholeMilliseconds / 1000))
        }
    }

    /// What usually arrives in the hours, over all categories.
    private static func arrivals(
        _ transaction: ReadTransaction, _ scope: StoreScope, _ now: Timestamp, _ start: Timestamp,
        _ hours: Int
    ) throws -> [Double] {
        var counts: [Int: [Int: Int]] = [:]
        for count in try transaction.arrivalCounts(
            scope: scope, before: now, weeks: ArrivalRates.weeks)
        {
            counts[count.weeksAgo, default: [:]][count.hour, default: 0] += count.count
        }
        let known = try transaction.knownWeeks(before: now)
        return ArrivalRates(counts: counts, known: known).perHour(from: start, hours: hours)
    }
}

extension ShiftLine {
    fileprivate init(_ planned: PlannedRoster.Planned) {
        self.init(
            person: planned.person.id, unixUser: planned.person.unixUser,
            name: planned.person.displayName, calendar: planned.calendar,
            spans: planned.shifts.map {
                Span(
                    start: Timestamp(seconds: $0.lowerBound), end: Timestamp(seconds: $0.upperBound)
                )
            })
    }
}

import GRDB
package import HelpDesk
package import SwiftExtensions

/// A clock with a threshold that has come, and what decides whom it is told.
package struct DueClock: Sendable {
    /// Without the basis of its policy, and with the terms of the desk's own clocks only.
    package var run: ClockRun
    package var duty: TicketDuty
    package var place: ClockPlace
}

/// Where a clock stands in the order of next thresholds.
package struct ClockPlace: Hashable, Sendable {
    var nextAt: Int64
    var row: Int64

    /// Before all of them.
    package static let beginning = ClockPlace(nextAt: .min, row: 0)
}

extension ReadTransaction {
    /// Clocks with a threshold that has come, the earliest first, from the one after `place` on.
    package func clocksDue(
        at now: Timestamp, after place: ClockPlace = .beginning, limit: Int
    ) throws -> [DueClock] {
        try db.all(
            """
            SELECT \(ClockColumns.sweepList), clock_run.rowid, ticket.owner, ticket.ticket_group,
                ticket.flags
            FROM clock_run INDEXED BY clock_run_next
            CROSS JOIN ticket ON ticket.id = clock_run.ticket
            WHERE next_at <= ?1 AND next_at >= ?2
                AND (next_at > ?2 OR clock_run.rowid > ?3)
            ORDER BY next_at, clock_run.rowid LIMIT ?4
            """, [now.milliseconds, place.nextAt, place.row, limit], Self.dueClock)
    }

    private static func dueClock(from fields: inout Fields) throws -> DueClock {
        let run = try ClockColumns.run(from: &fields)
        let place = ClockPlace(nextAt: run.nextAt?.milliseconds ?? .min, row: try fields.number())
        let duty = TicketDuty(
            store: run.store, owner: try fields.optionalID(), group: try fields.optionalID(),
            isMuted: TicketFlags(rawValue: try fields.count()).contains(.muted))
        return DueClock(run: run, duty: duty, place: place)
    }
}

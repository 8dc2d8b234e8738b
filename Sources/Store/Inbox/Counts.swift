import GRDB
package import HelpDesk
package import SwiftExtensions

extension ReadTransaction {
    /// The numbers of the status line, exact, in one look at the tally and two short index walks.
    package func counts(scope: StoreScope, person: PersonID, now: Timestamp) throws -> CountsData {
        let filter = StoreFilter(scope: scope, store: nil)
        var counts = try tallied(filter, person)
        counts.late = try Tally.late(filter, at: now, in: db)
        counts.soon = try limited(filter, before: now + .hours(4)) - counts.late
        let review = try db.number(
            """
            SELECT count(*) FROM outbox WHERE state = 'held' AND \(filter.condition(on: "store"))
            """, filter.values)
        counts.review = Int(review ?? 0)
        counts.mentions = try unreadMentions(of: person)
        counts.problems += try problemsWithoutTicket(filter)
        counts.urgent = try urgentCount(scope: scope)
        counts.restricted = try restrictions(at: now).count { scope.contains($0.store) }
        if let person = try self.person(person) {
            counts.broadcasts = try unreadBroadcasts(of: person, at: now).count
        }
        counts.notices = try unreadNotices(of: person, scope: scope)
        counts.alarms = try quietAlarms(filter)
        return counts
    }

    private func tallied(_ filter: StoreFilter, _ person: PersonID) throws -> CountsData {
        let counts = try db.one(
            """
            SELECT coalesce(sum(is_owed * tickets), 0),
                coalesce(sum((owner = ? AND state NOT IN ('resolved', 'closed')) * tickets), 0),
                coalesce(sum((owner = 0 AND state NOT IN ('resolved', 'closed')) * tickets), 0),
                coalesce(sum((state = 'hold') * tickets), 0),
                coalesce(sum(has_problem * tickets), 0), coalesce(sum(has_case * tickets), 0),
                coalesce(sum(has_tick * tickets), 0)
            FROM ticket_tally WHERE \(filter.condition(on: "store"))
            """, [person.rawValue] + filter.values
        ) { fields in
            var counts = CountsData()
            counts.owed = try fields.count()
            counts.mine = try fields.count()
            counts.unassigned = try fields.count()
            counts.held = try fields.count()
            counts.problems = try fields.count()
            counts.cases = try fields.count()
            counts.ticks = try fields.count()
            return counts
        }
        return counts ?? CountsData()
    }

    /// Dispatches made for an order alone, of which no ticket can tell.
    private func problemsWithoutTicket(_ filter: StoreFilter) throws -> Int {
        let count = try db.number(
            """
            SELECT count(*) FROM dispatch
            WHERE state IN ('unknown', 'refused') AND ticket IS NULL
                AND \(filter.condition(on: "store"))
            """, filter.values)
        return Int(count ?? 0)
    }

    /// What the sync's sign and the unowned tell already is left out.
    private func quietAlarms(_ filter: StoreFilter) throws -> Int {
        let count = try db.number(
            """
            SELECT count(*) FROM alarm WHERE settled_at IS NULL
                AND kind IN ('orphan', 'record-broken', 'record-copy', 'invariant', 'merge-chain',
                    'clock-skew')
                AND (store IS NULL OR \(filter.condition(on: "store")))
            """, filter.values)
        return Int(count ?? 0)
    }

    private func limited(_ filter: StoreFilter, before instant: Timestamp) throws -> Int {
        let count = try db.number(
            """
            SELECT count(*) FROM ticket INDEXED BY ticket_clocked
            WHERE is_clocked = 1 AND rank < ? AND \(filter.condition(on: "store"))
            """, [instant.milliseconds] + filter.values)
        return Int(count ?? 0)
    }
}

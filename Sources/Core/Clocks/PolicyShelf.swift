import HelpDesk
import Store
import SwiftExtensions
import Synchronization

/// Keeps the policies and calendars in memory until one of them changes.
final class PolicyShelf: Sendable {
    private struct State {
        var revision: Int64 = -1
        var book = PolicyBook()
        var zones: [String: ZoneTable] = [:]
    }

    private let state = Mutex(State())

    /// All policies and calendars as the transaction sees them. A calendar whose zone the machine
    /// has lost counts in UTC rather than not at all.
    func book(_ transaction: ReadTransaction) throws -> PolicyBook {
        let revision = try transaction.policyRevision()
        if let known = state.withLock({ $0.revision == revision ? $0.book : nil }) { return known }
        let calendars = try transaction.calendarVersions().map { stored in
            ZonedCalendar(stored.value, zone: zone(stored.value.zone) ?? .utc)
        }
        let book = PolicyBook(
            policies: try transaction.policyVersions().map(\.value),
            order: try transaction.policyOrder(), calendars: calendars,
            windows: try transaction.platformWindows())
        // A transaction that may be undone must not leave its book behind for others.
        let isOwn = (transaction as? WriteTransaction)?.changesPolicies ?? false
        if !isOwn { state.withLock { ($0.revision, $0.book) = (revision, book) } }
        return book
    }

    /// A zone's rules, read once.
    func zone(_ name: String) -> ZoneTable? {
        if let known = state.withLock({ $0.zones[name] }) { return known }
        let table = ZoneTable(named: name)
        if let table { state.withLock { $0.zones[name] = table } }
        return table
    }
}

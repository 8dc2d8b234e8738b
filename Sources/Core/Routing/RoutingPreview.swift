import Foundation
import HelpDesk
import Store
import SwiftExtensions

/// The tickets of the last seven days as other rules would have met them.
struct RoutingPreview {
    let subjects: [RoutingSubject]
    private let book: RoutingBook

    /// A desk with more tickets a week has its newest ones looked at.
    private static let most = 20_000

    init(_ transaction: ReadTransaction, desk: Desk, now: Timestamp) throws {
        book = try transaction.routingBook()
        let calendar = Calendar(deskZone: desk.settings.timeZone)
        let start = now - .days(Int64(RulePreview.days))
        let end = now + .milliseconds(1)
        subjects = try transaction.ticketsOpened(from: start, to: end, limit: Self.most)
            .map { Self.arrival($0, calendar) }
    }

    func of(_ rules: [RoutingRule]) -> RulePreview {
        var after = book
        after.rules = rules
        return RulePreview(of: subjects, before: book, after: after)
    }

    /// A ticket at the moment at which it came in.
    private static func arrival(_ ticket: Ticket, _ calendar: Calendar) -> RoutingSubject {
        let opened = Date(timeIntervalSince1970: Double(ticket.openedAt.milliseconds) / 1000)
        return RoutingSubject(
            ticket: ticket.id, store: ticket.store, marketplace: ticket.marketplace,
            category: ticket.category, language: ticket.language, priority: ticket.priority,
            hour: calendar.component(.hour, from: opened), start: ticket.openedAt,
            due: PlatformClock.due(from: ticket.openedAt) - PlatformClock.margin)
    }
}

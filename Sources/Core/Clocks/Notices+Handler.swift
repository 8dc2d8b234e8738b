package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListNotices: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let stored = try transaction.notices(
                of: caller.person, scope: caller.scope, includesRead: includesRead,
                limit: min(max(limit, 1), 200))
            return Reply(
                notices: try stored.map { notice in
                    NoticeView(
                        row: try transaction.row(of: notice.ticket), key: notice.key,
                        threshold: notice.threshold, due: notice.due,
                        noticedAt: notice.noticedAt, readAt: notice.readAt,
                        isLive: notice.isLive)
                })
        }
    }
}

extension ReadNotices: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> InboxCounts {
        guard tickets.count <= 500 else { throw DeskError(.badRequest, ["field": "tickets"]) }
        return try await desk.act(as: caller) { transaction in
            let seen = try tickets.filter { ticket in
                try transaction.hasUnreadNotice(of: caller.person, about: ticket)
            }
            if !seen.isEmpty { try transaction.record(.clock(.noticesRead(caller.person, seen))) }
            return try transaction.inboxCounts(for: caller, at: transaction.now)
        }
    }
}

extension ListBreaches: DeskCall {
    package static let need: Need = .verb(.report)
    private static let usualLimit = 500
    private static let mostRows = 5_000

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.foldReports()
        return try await desk.database.read { transaction in
            let seesAll = caller.may(.report, .stores)
            let window = BreachWindow(
                from: from, to: to, scope: caller.scope, owner: seesAll ? nil : caller.person)
            let most = min(max(limit ?? Self.usualLimit, 1), Self.mostRows)
            let breaches = try transaction.breaches(of: window, limit: most)
            let names = Dictionary(
                try transaction.people().map { ($0.id, $0.displayName) },
                uniquingKeysWith: { first, _ in first })
            return Reply(
                breaches: try breaches.map {
                    var view = BreachView($0)
                    view.ownerName = view.owner.flatMap { names[$0] }
                    if seesAll { try view.attribute(by: transaction, names) }
                    return view
                }, total: try transaction.breachCount(of: window))
        }
    }
}

extension ExcuseBreach: DeskCall {
    package static let need: Need = .verb(.excuseBreach)

    package func run(in desk: Desk, as caller: Principal) async throws -> BreachView {
        let reason = CleanText.clean(reason.collapsed(limit: 200))
        guard !reason.isBlank else { throw DeskError(.badRequest, ["field": "reason"]) }
        return try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(self.ticket, to: caller)
            try Rights.require(.excuseBreach, .stores, of: caller)
            guard try transaction.breach(key)?.ticket == ticket.id else {
                throw DeskError(.breachNotFound)
            }
            try transaction.record(
                .clock(
                    .breachExcused(
                        BreachExcuse(
                            key: key, ticket: ticket.id, category: category, reason: reason,
                            person: caller.person))))
            guard let breach = try transaction.breach(key) else { throw DeskError(.breachNotFound) }
            return BreachView(breach)
        }
    }
}

extension BreachView {
    init(_ stored: StoredBreach) {
        self.init(
            ticket: stored.ticket, store: stored.store, key: stored.key, dueAt: stored.dueAt,
            noticedAt: stored.noticedAt, cause: stored.cause, owner: stored.owner,
            excuse: stored.excuse, excuseReason: stored.excuseReason)
    }
}

extension BreachView {
    /// Says who had the ticket for how much of the time of a debt that came late; what the message's
    /// own lateness caused is nobody's.
    fileprivate mutating func attribute(
        by transaction: ReadTransaction, _ names: [PersonID: String]
    ) throws {
        guard case .debt(let debt) = key.subject, cause == .late,
            let held = try transaction.holders(of: debt)
        else { return }
        let whole = Double(held.people.reduce(held.unowned) { $0 + $1.milliseconds })
        guard whole > 0 else { return }
        queueShare = Double(held.unowned) / whole
        shares = held.people.map {
            Share(name: names[$0.person] ?? "", share: Double($0.milliseconds) / whole)
        }
    }
}

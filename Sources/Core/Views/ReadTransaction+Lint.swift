import Compliance
import HelpDesk
import Store
import SwiftExtensions

extension ReadTransaction {
    /// What the linter may take for granted about a ticket, so that its order's own numbers are not
    /// mistaken for phone numbers.
    func lintContext(for ticket: Ticket) throws -> LintContext {
        let known = try ticket.order.flatMap { try order($0, store: ticket.store)?.0 }
        var context = LintContext(
            messageKind: .reply, marketplace: ticket.marketplace,
            language: ticket.language == .undetermined ? nil : ticket.language,
            orderID: ticket.order, knownOrderIDs: ticket.order.map { [$0] } ?? [],
            knownTrackingNumbers: known?.packages.compactMap(\.trackingNumber) ?? [],
            knownASINs: known?.items.compactMap(\.asin) ?? [])
        let asked = try messages(of: ticket.id).last { $0.direction == .inbound }
        context.buyerWords = try asked.flatMap { try messageContent($0.id)?.body }
        return context
    }

    /// What the buyer of an order was asked and told before, for the linter: requests for a review
    /// that left or may have left, days since its completion, an opt-out (compliance section 4.6).
    func addContacts(
        of order: OrderID, _ known: Order?, store: StoreID, buyer: BuyerID?, at now: Timestamp,
        to context: inout LintContext
    ) throws {
        context.earlierReviewRequests = try dispatches(of: order, store: store).count { dispatch in
            dispatch.kind == .reviewRequest
                && [.sending, .sent, .unknown].contains(dispatch.state)
        }
        context.daysSinceCompletion = known?.completedAt.map { completed in
            Int((now - completed).wholeMilliseconds / Duration.days(1).wholeMilliseconds)
        }
        context.hasOptedOut = try optOut(store: store, buyer: buyer, order: order) != nil
    }
}

extension Desk {
    /// What the linter may know of a reply to `ticket`, with the names of the files that go with it.
    func lintContext(
        for ticket: Ticket, files: [String] = [], _ transaction: ReadTransaction
    ) throws -> LintContext {
        var context = try transaction.lintContext(for: ticket)
        if let order = ticket.order {
            try transaction.addContacts(
                of: order, transaction.order(order, store: ticket.store)?.order,
                store: ticket.store, buyer: ticket.buyer, at: clock.now, to: &context)
        }
        context.today = lintDay
        context.attachments = files
        return context
    }

    /// The linter's word on a reply to `ticket`. The same function serves composer, queue and release.
    func findings(
        in text: String, for ticket: Ticket, _ transaction: ReadTransaction
    ) throws -> [Finding] {
        lintText(text, try lintContext(for: ticket, transaction))
    }
}

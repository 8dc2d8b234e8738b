import HelpDesk
import SwiftExtensions

/// A dispatch as `--json` prints it; keys are a stable interface.
package struct DispatchDocument: Codable, Sendable, Hashable {
    package var dispatch: Int64
    package var kind: String
    package var store: String
    package var orderID: String
    package var ticket: Int64?
    package var action: String
    package var state: String
    package var author: String
    package var queuedAt: String
    package var settledAt: String?
    package var problem: String?
    package var evidence: String?
    package var waitingFor: String?
    package var text: String?
    package var files: [String]
    package var trackingNumber: String?

    enum CodingKeys: String, CodingKey {
        case dispatch, kind, store, ticket, action, state, author, problem, evidence, text, files
        case orderID = "order_id"
        case queuedAt = "queued_at"
        case settledAt = "settled_at"
        case waitingFor = "waiting_for"
        case trackingNumber = "tracking_number"
    }

    package init(_ view: DispatchView) {
        let facts = view.dispatch
        dispatch = facts.id.rawValue
        kind = facts.kind.rawValue
        store = facts.store.rawValue
        orderID = facts.order.rawValue
        ticket = facts.ticket?.rawValue
        action = facts.action
        state = facts.state.rawValue
        author = view.authorName
        queuedAt = facts.queuedAt.iso8601
        settledAt = facts.settledAt?.iso8601
        problem = facts.problem?.rawValue
        evidence = facts.evidence
        waitingFor = view.waitingFor
        text = view.text
        files = view.fileNames
        trackingNumber = facts.shipment?.trackingNumber
    }
}

/// What an order allows, as `order actions --json` prints it; keys are a stable interface.
package struct OrderActionsDocument: Codable, Sendable, Hashable {
    package struct Action: Codable, Sendable, Hashable {
        package var kind: String
        package var action: String
        package var title: String?
        package var isAvailable: Bool
        package var problem: String?
        package var reason: String?
        package var textLimit: Int?
        package var fewestFiles: Int?
        package var mostFiles: Int?
        package var needsCoverage: Bool?
        package var opens: String?
        package var closes: String?

        enum CodingKeys: String, CodingKey {
            case kind, action, title, problem, reason, opens, closes
            case isAvailable = "available"
            case textLimit = "text_limit"
            case fewestFiles = "fewest_files"
            case mostFiles = "most_files"
            case needsCoverage = "needs_coverage"
        }

        init(_ offer: OrderOffer) {
            kind = offer.kind.rawValue
            action = offer.action
            title = offer.title
            isAvailable = offer.problem == nil
            problem = offer.problem?.rawValue
            reason = offer.reason
            textLimit = offer.rule?.textLimit
            fewestFiles = offer.rule?.fewestFiles
            mostFiles = offer.rule?.mostFiles
            needsCoverage = offer.rule?.needsCoverage
            opens = offer.window?.opens.iso8601
            closes = offer.window?.closes.iso8601
        }
    }

    package var orderID: String
    package var store: String
    package var askedAt: String
    package var locale: String?
    package var actions: [Action]
    package var unknown: [String]
    package var dispatches: [DispatchDocument]

    enum CodingKeys: String, CodingKey {
        case store, locale, actions, unknown, dispatches
        case orderID = "order_id"
        case askedAt = "asked_at"
    }

    package init(_ offers: OrderOffers) {
        orderID = offers.order.rawValue
        store = offers.store.rawValue
        askedAt = offers.askedAt.iso8601
        locale = offers.locale
        actions = offers.offers.map(Action.init)
        unknown = offers.unknownNames
        dispatches = offers.dispatches.map(DispatchDocument.init)
    }
}

import ChannelAmazon
package import HelpDesk
import SwiftExtensions
import Store
package import Wire

extension ListOrderActions: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> OrderOffers {
        let target = try await desk.dispatchTarget(order, store: store, for: caller)
        let (found, askedAt) = await desk.offers(for: target)
        let known = target.order
        let dispatches = try await desk.database.read { transaction in
            try transaction.dispatches(of: known.id, store: known.store)
                .map(transaction.view(of:))
        }
        let now = desk.clock.now
        return OrderOffers(
            order: known.id, store: known.store,
            offers: found.messageOffers + [
                found.reviewOffer(of: known, dispatches.map(\.dispatch), at: now),
                known.shipmentOffer(for: caller),
            ], unknownNames: found.unknownNames, locale: found.locale, askedAt: askedAt,
            dispatches: dispatches)
    }
}

extension Desk {
    /// What the platform offers for an order; asked now unless it was within the last minute. Each
    /// part fails by itself and says so.
    func offers(
        for target: DispatchTarget
    ) async -> (offers: PlatformOffers, askedAt: Timestamp) {
        let order = target.order
        if let known = offerBook.offers(for: order.id, of: order.store, at: clock.now) {
            return known
        }
        var offers = PlatformOffers()
        do {
            let actions = try await target.platform.messagingActions(
                of: order.id, target.marketplaceID)
            offers.messages = actions.actions
            offers.unknownNames = actions.unknownNames
            // Without the language people still may write: they see the buyer's own words.
            offers.locale = try? await target.platform.buyerLocale(
                of: order.id, target.marketplaceID)
        } catch {
            offers.messagesFailure = error
        }
        do {
            offers.review = try await target.platform.reviewOffer(
                of: order.id, target.marketplaceID)
        } catch {
            offers.reviewFailure = error
        }
        let now = clock.now
        if offers.messagesFailure == nil, offers.reviewFailure == nil {
            offerBook.keep(offers, for: order.id, of: order.store, at: now)
        }
        return (offers, now)
    }
}

extension PlatformOffers {
    /// The typed messages, or one line that says why there are none.
    var messageOffers: [OrderOffer] {
        if let failure = messagesFailure {
            return [
                OrderOffer(
                    kind: .message, action: "message", problem: failure.dispatchProblem,
                    reason: failure.message)
            ]
        }
        return (messages ?? []).map { action in
            OrderOffer(
                kind: .message, action: action.name, title: action.title, hint: action.hint,
                rule: action.rule, problem: action.isDisabled ? .dispatchDisabled : nil,
                reason: action.disabledReason)
        }
    }

    func reviewOffer(
        of order: Order, _ dispatches: [Dispatch], at now: Timestamp
    ) -> OrderOffer {
        let window = ReviewWindow(of: order)
        var offer = OrderOffer(
            kind: .reviewRequest, action: "productReviewAndSellerFeedback", window: window)
        if let failure = reviewFailure {
            offer.problem = failure.dispatchProblem
            offer.reason = failure.message
        } else {
            offer.problem = reviewProblem(window, dispatches, at: now)
            offer.reason = review?.disabledReason
        }
        return offer
    }

    /// The platform decides; the desk's own knowledge only names the likely reason.
    func reviewProblem(
        _ window: ReviewWindow?, _ dispatches: [Dispatch], at now: Timestamp
    ) -> DeskError.Code? {
        let wasAsked = dispatches.contains { $0.kind == .reviewRequest && $0.state == .sent }
        if wasAsked { return .reviewAsked }
        guard let review, review.isOffered else {
            if let window, now < window.opens { return .reviewTooEarly }
            if let window, now > window.closes { return .reviewTooLate }
            return .dispatchNotOffered
        }
        return review.disabledReason == nil ? nil : .dispatchDisabled
    }
}

extension Order {
    func shipmentOffer(for caller: Principal) -> OrderOffer {
        var offer = OrderOffer(kind: .shipment, action: "confirmShipment")
        if isFulfilledByPlatform {
            offer.problem = .shipmentByPlatform
        } else if ShipmentRules.rest(of: self).isEmpty
            || (status != .unshipped && status != .partiallyShipped)
        {
            offer.problem = .shipmentState
        } else if !caller.may(.ship) {
            offer.problem = .notAllowed
        }
        return offer
    }
}

extension SyncFailure {
    /// Whether the same call may go well later without anybody doing anything.
    var passesByItself: Bool {
        switch errorClass {
        case .throttled, .network, .platformOutage: true
        case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended,
            .mailbox, .schemaDrift, .notFound, .badRequest, .bug:
            false
        }
    }

    /// What people are told when a dispatch meets this failure before anything has left.
    var dispatchProblem: DeskError.Code {
        switch errorClass {
        case .throttled, .network, .platformOutage: .dispatchWaiting
        case .permissionMissing: .dispatchNoRole
        case .badRequest where message.contains("template combination"): .dispatchNotOffered
        case .authorisationExpired, .clientRejected, .accountSuspended, .mailbox, .schemaDrift,
            .notFound, .badRequest, .bug:
            .dispatchRefused
        }
    }

    /// For the record: class and the platform's cleaned words.
    var evidence: String {
        let request = requestID.map { " (request \($0))" } ?? ""
        return "\(errorClass.rawValue): \(message)\(request)"
    }
}

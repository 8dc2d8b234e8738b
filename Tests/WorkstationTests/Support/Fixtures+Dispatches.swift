import HelpDesk
import SwiftExtensions
import Wire

@testable import Workstation

extension Fixture {
    /// The order of the French ticket.
    static let order: OrderID = "305-7714402-1187542"

    static func offers(
        _ dispatches: [DispatchView] = [], review: DeskError.Code? = .reviewTooEarly
    ) -> OrderOffers {
        OrderOffers(
            order: order, store: "nova-eu",
            offers: [
                OrderOffer(
                    kind: .message, action: "unexpectedProblem",
                    title: "Notify of a problem with your order",
                    hint: "Only links related to order completion are allowed.",
                    rule: MessageRule(action: "unexpectedProblem", textLimit: 2000)),
                OrderOffer(
                    kind: .message, action: "confirmCustomizationDetails",
                    rule: MessageRule(
                        action: "confirmCustomizationDetails", textLimit: 800, mostFiles: 5)),
                OrderOffer(
                    kind: .message, action: "sendInvoice",
                    rule: MessageRule(action: "sendInvoice", fewestFiles: 1, mostFiles: 5)),
                OrderOffer(
                    kind: .message, action: "warranty",
                    rule: MessageRule(
                        action: "warranty", fewestFiles: 1, mostFiles: 5, needsCoverage: true)),
                OrderOffer(
                    kind: .message, action: "confirmDeliveryDetails",
                    rule: MessageRule(action: "confirmDeliveryDetails", textLimit: 2000),
                    problem: .dispatchDisabled, reason: "Two were sent already."),
                OrderOffer(
                    kind: .reviewRequest, action: "productReviewAndSellerFeedback",
                    problem: review, window: ReviewWindow(of: Fixture.datedOrder)),
                OrderOffer(kind: .shipment, action: "confirmShipment", problem: .notAllowed),
            ], unknownNames: ["updateFeedback"], locale: "fr-FR", askedAt: now,
            dispatches: dispatches)
    }

    private static let datedOrder = Order(
        id: order, store: "nova-eu", channel: "amazon", marketplace: "FR", status: .shipped,
        platformStatus: "SHIPPED", createdAt: now - .days(5), updatedAt: now,
        isFulfilledByPlatform: false, deliverFrom: now + .days(1), deliverBy: now + .days(3))

    static func dispatch(_ plan: DispatchPlan) -> DispatchView {
        dispatch(plan.action, .queued, text: plan.text)
    }

    static func dispatch(
        _ action: String, _ state: DispatchState, text: String? = nil,
        problem: DeskError.Code? = nil, evidence: String? = nil, files: [String] = []
    ) -> DispatchView {
        DispatchView(
            dispatch: Dispatch(
                id: DispatchID(12), store: "nova-eu", order: order, marketplace: "FR",
                ticket: TicketID(48_802), author: PersonID(2), kind: .message, action: action,
                state: state, queuedAt: now - .minutes(20), idempotencyKey: "k",
                evidence: evidence, problem: problem),
            authorName: "王芳", text: text, fileNames: files)
    }

    /// One of each fate, as a thread shows them.
    static let fates = [
        dispatch("sendInvoice", .sent, files: ["Facture.pdf"]),
        dispatch(
            "unexpectedProblem", .unknown, text: "Votre commande a deux jours de retard.",
            problem: .dispatchUnclear, evidence: "network: no answer in time"),
        dispatch(
            "confirmOrderDetails", .refused, text: "Quelle couleur ?",
            problem: .dispatchNotOffered,
            evidence: "bad-request: 403 Invalid amazonOrderId and template combination."),
    ]
}

import ChannelAmazon
package import HelpDesk
import Store
package import Wire

extension RequestReview: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> DispatchView {
        try await desk.checkContact(order, store: store, for: caller)
        let target = try await desk.dispatchTarget(order, store: store, for: caller)
        let known = try await desk.database.read { transaction in
            try transaction.dispatches(of: target.order.id, store: target.order.store)
        }
        if !known.contains(where: { $0.kind == .reviewRequest && $0.state.standsInTheWay }) {
            let offers = await desk.offers(for: target).offers
            if let failure = offers.reviewFailure {
                guard failure.passesByItself else {
                    throw DeskError(failure.dispatchProblem, ["reason": failure.message])
                }
            } else if let problem = offers.reviewProblem(
                ReviewWindow(of: target.order), known, at: desk.clock.now)
            {
                throw DeskError(problem, ["reason": offers.review?.disabledReason ?? "-"])
            }
        }
        return try await desk.act(as: caller) { transaction in
            let draft = DispatchDraft(
                target: target,
                ticket: try transaction.dispatchTicket(ticket, of: target.order, for: caller),
                author: caller.person, kind: .reviewRequest,
                action: "productReviewAndSellerFeedback")
            return try transaction.view(of: try draft.queue(transaction))
        }
    }
}

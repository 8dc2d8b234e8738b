import ChannelAmazon
import HelpDesk
import Store
import SwiftExtensions

/// All that is done before a dispatch leaves: asking what the platform allows at this moment,
/// linting once more, bringing files there, reading the order. None of it changes anything.
struct DispatchPreparation: Sendable {
    enum Result: Sendable {
        /// The one call that has an effect.
        case ready(@Sendable () async -> SendOutcome)
        /// The goal is true already.
        case done(evidence: String)
        case refused(DeskError.Code, evidence: String)
        case failed(SyncFailure)
    }

    let desk: Desk
    let platform: any DispatchPlatform
    let orders: (any OrderPlatform)?
    let item: DispatchRunner.Item
    let marketplaceID: String

    private var order: OrderID { item.order.id }

    /// Throws what is the desk's own trouble, such as a database that refuses.
    func run() async throws -> Result {
        do {
            switch item.dispatch.kind {
            case .message: return try await message()
            case .reviewRequest: return try await review()
            case .shipment: return try await shipment()
            }
        } catch let failure as SyncFailure {
            return .failed(failure)
        } catch let error as DeskError {
            let reason = error.arguments["reason"].map { ": \($0)" } ?? ""
            return .refused(error.code, evidence: "\(error.code.rawValue)\(reason)")
        }
    }

    private func message() async throws -> Result {
        guard let content = item.content,
            content.files.count == item.dispatch.files.count,
            (content.text == nil) == (item.dispatch.textDigest == nil)
        else { throw DeskError(.dispatchContentGone) }
        let dispatch = item.dispatch
        try await lint(content.text ?? "")
        let actions = try await platform.messagingActions(of: order, marketplaceID)
        try PlatformOffers(messages: actions.actions).allow(
            dispatch.action, text: content.text, fileCount: content.files.count,
            coverage: dispatch.coverage)
        var message = TypedMessage(
            action: dispatch.action, text: content.text, coverage: dispatch.coverage)
        for (file, facts) in zip(content.files, dispatch.files) {
            let id = try await platform.upload(
                UploadFile(mediaType: facts.mediaType, bytes: file.bytes), for: dispatch.action,
                about: order, marketplaceID)
            message.files.append(.init(uploadDestinationId: id, fileName: file.name))
        }
        let complete = message
        return .ready { await platform.send(complete, about: order, marketplaceID) }
    }

    /// Rules may have changed since it was queued.
    private func lint(_ text: String) async throws {
        let findings = try await desk.dispatchFindings(in: text, about: item.order)
        let confirmed = Set(item.dispatch.confirmedRules)
        let gate = ReplyGate.judge(findings, confirmedRules: confirmed, reviewReason: nil)
        guard gate != .pass else { return }
        let rules = Set(findings.map(\.rule)).sorted().joined(separator: " ")
        throw DeskError(.lintBlocked, ["reason": rules])
    }

    private func review() async throws -> Result {
        let offer = try await platform.reviewOffer(of: order, marketplaceID)
        let problem = PlatformOffers(review: offer).reviewProblem(
            ReviewWindow(of: item.order), [], at: desk.clock.now)
        if let problem { throw DeskError(problem, ["reason": offer.disabledReason ?? "-"]) }
        return .ready { await platform.requestReview(of: order, marketplaceID) }
    }

    private func shipment() async throws -> Result {
        guard let shipment = item.dispatch.shipment else { throw DeskError(.shipmentNothing) }
        var current = item.order
        if let orders, case .found(let pulled) = try await orders.order(order),
            pulled.order.store == item.order.store
        {
            try await desk.act(service: .dispatches) {
                _ = try $0.save([pulled], ending: desk.reader.caseKinds(endedBy:))
            }
            current = pulled.order
        }
        if ShipmentRules.isShown(shipment, on: current) { return .done(evidence: "already-there") }
        try ShipmentRules.check(shipment, of: current, at: desk.clock.now)
        return .ready { await platform.confirm(shipment, of: order, marketplaceID) }
    }
}

import HelpDesk
import Store
import SwiftExtensions

/// A dispatch that passed its checks and waits to be queued.
struct DispatchDraft {
    var target: DispatchTarget
    var ticket: TicketID?
    var author: PersonID
    var kind: DispatchKind
    var action: String
    var content = DispatchContent()
    var mediaTypes: [String] = []
    var coverage: CoveragePeriod?
    var shipment: ShipmentConfirmation?
    var confirmedRules: [String] = []

    /// What is asked, in one text: the same request again is the same dispatch.
    private var identity: String {
        var parts = [target.order.store.rawValue, target.order.id.rawValue, kind.rawValue, action]
        switch kind {
        case .reviewRequest: break
        case .message:
            parts.append(content.text.map { ContentDigest.of($0) } ?? "-")
            parts += content.files.map { "\(ContentDigest.of($0.bytes)) \($0.name)" }
            parts += [coverage?.start, coverage?.end].map { $0?.iso8601 ?? "-" }
        case .shipment:
            parts.append(shipment?.carrierCode ?? "-")
            parts.append(shipment?.trackingNumber ?? "-")
            parts += (shipment?.items ?? []).map { "\($0.itemID) \($0.quantity)" }
        }
        return parts.joined(separator: "\n")
    }

    var idempotencyKey: String { ContentDigest.of(identity) }

    private func dispatch(_ id: DispatchID, at now: Timestamp) -> Dispatch {
        let files = zip(content.files, mediaTypes).map { file, type in
            DispatchFile(
                mediaType: type, byteCount: file.bytes.count, digest: ContentDigest.of(file.bytes))
        }
        return Dispatch(
            id: id, store: target.order.store, order: target.order.id,
            marketplace: target.marketplace, ticket: ticket, author: author, kind: kind,
            action: action, queuedAt: now, idempotencyKey: idempotencyKey,
            textDigest: content.text.map { ContentDigest.of($0) }, files: files,
            coverage: coverage, shipment: shipment, confirmedRules: confirmedRules)
    }

    /// Puts it in the queue together with the job that carries it out. An equal one that is on its
    /// way, or was sent, stands for it. It leaves after `pause`, in which it can be taken back.
    func queue(_ transaction: WriteTransaction, after pause: Duration = .zero) throws -> Dispatch {
        if let earlier = try transaction.dispatchByIdempotencyKey(idempotencyKey),
            earlier.state.standsInTheWay
        {
            return earlier
        }
        let dispatch = dispatch(try transaction.nextDispatchID(), at: transaction.now)
        try transaction.record(.dispatchAdded(dispatch))
        if kind == .message { try transaction.putDispatch(dispatch.id, content) }
        try transaction.schedule(dispatch, at: transaction.now + pause)
        return dispatch
    }
}

extension WriteTransaction {
    /// Has a dispatch carried out, or looked after, at `instant`.
    func schedule(_ dispatch: Dispatch, at instant: Timestamp) throws {
        try schedule(
            .dispatch, key: JobKind.key(dispatch.store, dispatch.id), at: instant)
    }

    func move(
        _ dispatch: Dispatch, to state: DispatchState, evidence: String? = nil,
        problem: DeskError.Code? = nil
    ) throws {
        try record(
            .dispatchMoved(
                DispatchMove(
                    dispatch: dispatch.id, from: dispatch.state, to: state, at: now,
                    evidence: evidence, problem: problem)))
    }
}

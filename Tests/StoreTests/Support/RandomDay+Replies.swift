import HelpDesk
import Jobs
import Store
import SwiftExtensions

extension RandomDay {
    mutating func write(to ticket: TicketID) throws {
        let state = try desk.read { try $0.ticket(ticket) }?.state ?? .new
        if state == .resolved || state == .closed { try desk.state(ticket, state, .open) }
        let (message, _) = try desk.buyerMessage(
            ticket, "message \(counter)", kind: pick([.buyer, .courtesy]),
            due: .hours(Int64.random(in: 1...24, using: &random)),
            isProvisional: Bool.random(using: &random))
        try desk.write { db in
            let id = try db.nextAttachmentID()
            let bytes: [UInt8] = [1, 2, 3]
            try db.record(
                .attachmentAdded(
                    Attachment(
                        id: id, message: message, mediaType: "text/plain", byteCount: 3,
                        digest: ContentDigest.of(bytes))))
            try db.putAttachment(id, name: "list.txt", bytes: bytes)
            try db.record(
                .ticketClassified(ticket, language: "de", category: .productUsage))
        }
    }

    mutating func moveReply() throws {
        let moves: [OutboxState: [OutboxState]] = [
            .held: [.queued, .withdrawn], .queued: [.sending, .withdrawn],
            .sending: [.accepted, .unknown, .failed], .accepted: [.confirmed],
            .unknown: [.confirmed, .failed],
        ]
        let items = try desk.read {
            try $0.outbox(states: OutboxState.allCases.filter { moves[$0] != nil }, scope: .all)
        }
        guard let item = items.randomElement(using: &random), let choices = moves[item.state]
        else { return }
        let to = pick(choices)
        try desk.record(
            .outboxMoved(
                OutboxMove(item: item.id, from: item.state, to: to, at: desk.now, evidence: "250")))
        guard to == .withdrawn else { return }
        try desk.record(
            .lintOverridden(
                item.id, LintOverride(rules: ["A"], requestedBy: Desk.ann, requestReason: "r")))
    }

    mutating func moveDebt(of ticket: TicketID) throws {
        guard let debt = try desk.read({ try $0.owedDebts(of: ticket) }).first else { return }
        let to = pick([DebtState.answerPending, .answered, .excusePending, .excused, .void])
        let item = try desk.read { try $0.outbox(of: ticket) }.last?.id
        let proof = item.map { DebtProof.accepted($0) } ?? .person(Desk.ann, reason: "seen")
        try desk.record(
            .debtMoved(
                DebtMove(debt: debt.id, from: .owed, to: to, at: desk.now, proof: proof)))
    }

    mutating func draft(on ticket: TicketID) throws {
        let text = "draft \(counter)"
        let isKept = Bool.random(using: &random)
        try desk.write { db in
            try db.record(
                .draftKept(
                    DraftMark(
                        ticket: ticket, person: Desk.ann, basis: .zero,
                        digest: isKept ? ContentDigest.of(text) : nil, at: desk.now)))
            if isKept { try db.putDraft(ticket, Desk.ann, text) }
        }
    }

    /// A typed message that leaves or is refused.
    mutating func dispatch(on ticket: TicketID) throws {
        let (now, number, isRefused) = (desk.now, counter, Bool.random(using: &random))
        try desk.write { db in
            let id = try db.nextDispatchID()
            try db.record(
                .dispatchAdded(
                    Dispatch(
                        id: id, store: Desk.us, order: "305-7714402-1187543", marketplace: "US",
                        ticket: ticket, author: Desk.ann, kind: .message, action: "warranty",
                        queuedAt: now, idempotencyKey: digest("dispatch \(number)"))))
            guard isRefused else { return }
            try db.record(
                .dispatchMoved(
                    DispatchMove(
                        dispatch: id, from: .queued, to: .refused, at: now,
                        evidence: "dispatch.not_offered", problem: .dispatchNotOffered)))
        }
    }
}

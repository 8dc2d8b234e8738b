import HelpDesk
import Logging
import MailKit
import Store
import SwiftExtensions

/// Sends what is due through one mailbox, one reply after the other. The move to `sending` is on
/// the disk before the transport is called, so a crash in between leaves `unknown` and never a
/// second copy (invariant I8).
struct OutboxRunner: Sendable {
    let desk: Desk
    let mailbox: MailboxName
    let sender: any MailSender

    /// Stores whose replies leave through this mailbox.
    private var stores: [StoreID] {
        desk.settings.stores.filter { $0.mailbox == mailbox }.map(\.id)
    }

    /// When its next reply may leave.
    func nextRelease() async throws -> Timestamp? {
        try await desk.database.read { try $0.nextOutboxRelease(stores: stores) }
    }

    /// Sends everything due now; returns how many replies the transport was given.
    @discardableResult
    func runDue() async throws -> Int {
        try settleEarlierSends()
        let now = desk.clock.now
        let due = try await desk.database.read { transaction in
            try transaction.outboxDue(stores: stores, now: now, limit: 500)
        }
        var count = 0
        for item in due {
            guard !Task.isCancelled else { break }
            guard let mail = try await release(item.id) else { continue }
            count += 1
            let result = await transmit(mail)
            desk.unsettledSends.remember(item.id, .init(result: result, at: desk.clock.now))
            try settleEarlierSends()
        }
        return count
    }

    /// Checks the item once more and moves it to `sending`, or back to people. Nil when there is
    /// nothing to send.
    private func release(_ id: OutboxID) async throws -> OutgoingMail? {
        try await desk.act(service: .outbox) { transaction in
            let now = transaction.now
            guard let item = try transaction.outboxItem(id), item.state == .queued,
                item.releaseAt <= now, let ticket = try transaction.ticket(item.ticket),
                let content = try transaction.outboxContent(id)
            else { return nil }
            let findings = try desk.findings(
                in: content.body, of: item, on: ticket, transaction)
            let stopping = OutboxRules.stopping(
                findings, override: item.override, at: now)
            guard stopping.isEmpty else {
                let rules = Set(stopping.map(\.rule)).sorted().joined(separator: " ")
                try transaction.record(
                    .outboxMoved(
                        OutboxMove(
                            item: id, from: .queued, to: .held, at: now, evidence: "lint: \(rules)")
                    ))
                return nil
            }
            guard let files = try transaction.mailFiles(of: id) else {
                try transaction.record(
                    .outboxMoved(
                        OutboxMove(
                            item: id, from: .queued, to: .failed, at: now, evidence: "file-erased"))
                )
                return nil
            }
            try transaction.record(
                .outboxMoved(OutboxMove(item: id, from: .queued, to: .sending, at: now)))
            return OutgoingMail(content, files, at: now)
        }
    }

    private func transmit(_ mail: OutgoingMail) async -> SendResult {
        do {
            return await sender.send(try mail.encoded(), envelope: mail.envelope)
        } catch {
            return .notSent(.impossible("the mail cannot be written"))
        }
    }

    /// Writes down what the transport said. Not cancellable: a result that is known must not become
    /// unknown because the core is being stopped.
    private func settleEarlierSends() throws {
        for (item, send) in desk.unsettledSends.all {
            try desk.actUncancelled(service: .outbox) { try settle(item, send, $0) }
            desk.unsettledSends.forget(item)
        }
    }

    private func settle(
        _ id: OutboxID, _ send: UnsettledSends.Send, _ transaction: WriteTransaction
    ) throws {
        // A bounce may have come in faster than the transport's own answer.
        guard let item = try transaction.outboxItem(id), item.state == .sending else { return }
        var move = OutboxMove(
            item: id, from: .sending, to: .unknown, at: send.at,
            evidence: SendEvidence.text(send.result))
        switch send.result {
        case .accepted: move.to = .accepted
        case .rejectedPermanent: move.to = .failed
        case .notSent(let failure) where failure.isPermanent: move.to = .failed
        case .unknown: move.to = .unknown
        case .rejectedTransient, .notSent:
            move.releaseAt = OutboxRules.nextTry(
                for: item, attempts: item.attempts,
                owed: try transaction.unsettledDebts(of: item.ticket), at: transaction.now,
                fraction: desk.random.fraction())
            move.to = move.releaseAt == nil ? .failed : .queued
        }
        try transaction.record(.outboxMoved(move))
        guard move.to == .accepted else { return }
        try transaction.deliver(item, at: send.at)
        try transaction.schedule(
            .bounceWindow, key: String(id.rawValue), at: send.at + PlatformClock.bounceWindow)
    }
}

extension OutgoingMail {
    init(_ content: OutboxContent, _ files: [MailAttachment], at now: Timestamp) {
        // What cannot stand in a header ties no thread, but must not keep the answer back.
        let original = content.inReplyTo.flatMap(Self.speakableID)
        self.init(
            from: MailAddress(name: "", address: content.from),
            to: [MailAddress(name: "", address: content.to)], subject: content.subject,
            text: content.body, messageID: content.internetMessageID, date: now,
            inReplyTo: original, references: original.map { [$0] } ?? [], attachments: files)
    }
}

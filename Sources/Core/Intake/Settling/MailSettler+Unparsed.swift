import Channels
import HelpDesk
import Store
import SwiftExtensions

extension MailSettler {
    /// The last resort for a mail whose settling failed: its own ticket, its whole text as far as it
    /// can be read, and a provisional debt.
    func keepAsUnparsed() throws -> IntakeOutcome {
        guard let store = try? resolvedStore() else {
            try record(.quarantined, store: nil, reason: Self.noStore)
            return .quarantined
        }
        let key = desk.digests.keyed("mail", "raw \(mail.raw.digest)")
        if let earlier = try transaction.settledMail(store: store, dedupeKey: key) {
            try record(
                .duplicate, store: store, ticket: earlier.ticket, message: earlier.message,
                reason: "copy-of-\(earlier.id.rawValue)")
            return .duplicate
        }
        var inbound = InboundMessage(
            outcome: .unparsed, kind: .unparsed, rule: "settling-failed",
            dedupe: DedupeKey(.content, mail.raw.digest), platformTime: mail.raw.fetchedAt,
            isTimeEstimated: true, fetchedAt: mail.raw.fetchedAt)
        inbound.subject = mail.inbound.subject.isEmpty ? "" : mail.inbound.subject
        inbound.topic = inbound.subject
        inbound.body = mail.inbound.body
        var plain = mail
        plain.inbound = inbound
        let settler = MailSettler(desk: desk, mail: plain, transaction: transaction)
        let join = ThreadJoin(ticket: nil, evidence: .newThread)
        let ticket = try settler.open(store, nil, join)
        let message = try settler.addMessage(to: ticket, join, ["settling-failed"])
        try settler.addDebt(for: message, store)
        try record(
            .unparsed, store: store, ticket: ticket, message: message.id,
            dedupeKey: key, reason: "settling-failed")
        return .unparsed
    }
}

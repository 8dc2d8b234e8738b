import Channels
import HelpDesk
import Store
import SwiftExtensions

/// Settles one mail in a transaction: de-duplicate, resolve store and buyer, find the thread, store
/// the message and its debt, move the ticket (helpdesk section 3.1).
struct MailSettler {
    let desk: Desk
    let mail: ReadMail
    let transaction: WriteTransaction

    var inbound: InboundMessage { mail.inbound }

    /// Settles the mail and says what it became. The mail may have been settled meanwhile, by a
    /// run that was interrupted; then nothing happens.
    func settle() throws -> IntakeOutcome {
        guard try isWaiting() else { return .duplicate }
        if let twin = try twin() {
            try record(
                .duplicate, store: twin.store, ticket: twin.ticket, message: twin.message,
                reason: "copy-of-\(twin.id.rawValue)")
            return .duplicate
        }
        // What a mail is comes before whose it is: a forgery stays one, and a report finds its reply.
        switch inbound.outcome {
        case .quarantined:
            let reasons = inbound.spoofReasons.map(\.rawValue).joined(separator: " ")
            return try setAside(.quarantined, reasons, store: resolvedStore())
        case .ignored: return try setAside(.ignored, inbound.rule, store: resolvedStore())
        case .bounce: return try settleBounce(resolvedStore())
        case .message, .unparsed: return try inItsStore(settleMessage)
        case .ownCopy: return try inItsStore(settleOwnCopy)
        case .notice: return try inItsStore(settleNotice)
        case .stored, .duplicate:
            preconditionFailure("The relay reader never gives these outcomes; the desk does.")
        }
    }

    /// Why a mail waits that does not say for which store it is.
    static let noStore = "no-store"

    private func inItsStore(
        _ settle: (StoreID) throws -> IntakeOutcome
    ) throws -> IntakeOutcome {
        guard let store = try resolvedStore() else {
            return try setAside(.quarantined, Self.noStore)
        }
        return try settle(store)
    }

    private func isWaiting() throws -> Bool {
        try transaction.rawMail(mail.raw.id)?.outcome == .stored
    }

    /// The mail with these very bytes that was settled before: a mailbox that numbers its mails anew
    /// hands them all over again. What a person releases is settled whatever came before it.
    private func twin() throws -> RawMail? {
        guard !mail.isReleased else { return nil }
        return try transaction.settledTwin(of: mail.raw)
    }

    func setAside(
        _ outcome: IntakeOutcome, _ reason: String, store: StoreID? = nil
    ) throws -> IntakeOutcome {
        try record(outcome, store: store, reason: reason)
        return outcome
    }

    func record(
        _ outcome: IntakeOutcome, store: StoreID?, ticket: TicketID? = nil,
        message: MessageID? = nil, dedupeKey: String? = nil, reason: String? = nil
    ) throws {
        try transaction.record(
            .rawMailSettled(
                RawMailSettlement(
                    rawMail: mail.raw.id, outcome: outcome, store: store, ticket: ticket,
                    message: message, dedupeKey: dedupeKey, reason: reason)))
    }
}

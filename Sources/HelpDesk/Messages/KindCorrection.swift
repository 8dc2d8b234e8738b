/// A person says that a message is of another kind than the classifier said (helpdesk section 3.2).
package struct KindCorrection: Hashable, Sendable, Codable {
    package var message: MessageID
    package var ticket: TicketID
    package var from: MessageKind
    package var to: MessageKind
    package var by: PersonID
    package var reason: String

    package init(
        message: MessageID, ticket: TicketID, from: MessageKind, to: MessageKind, by: PersonID,
        reason: String
    ) {
        self.message = message
        self.ticket = ticket
        self.from = from
        self.to = to
        self.by = by
        self.reason = reason
    }
}

extension MessageKind {
    /// Whether a message of this kind asks for an answer: it has a debt (invariant I1).
    package var isOwed: Bool { self == .buyer || self == .courtesy || self == .unparsed }

    /// What people may call a message that came in.
    package static let corrections: [MessageKind] = [
        .buyer, .courtesy, .buyerAuto, .bounce, .platformNotice,
    ]
}

/// Which corrections there are.
package enum KindRules {
    /// Throws `kindRefused` for what did not come in, for what nobody may call it, and where nothing
    /// would change.
    package static func correction(
        of message: Message, to kind: MessageKind, by person: PersonID, reason: String
    ) throws(DeskError) -> KindCorrection {
        let isKnown = message.kind == .unparsed || MessageKind.corrections.contains(message.kind)
        guard message.direction == .inbound, isKnown, message.kind != kind,
            MessageKind.corrections.contains(kind)
        else {
            throw DeskError(
                .kindRefused, ["from": message.kind.rawValue, "to": kind.rawValue])
        }
        return KindCorrection(
            message: message.id, ticket: message.ticket, from: message.kind, to: kind, by: person,
            reason: reason)
    }
}

extension DeskError.Code {
    /// A message cannot be called that; arguments: `from`, `to`.
    package static let kindRefused: Self = "message.kind_refused"
    /// No message has this number.
    package static let messageNotFound: Self = "message.not_found"
}

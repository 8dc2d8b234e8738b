package import HelpDesk
package import Store
package import Wire

extension AddNote: TicketChange {
    package static let need: Need = .verb(.note)

    package func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws {
        let text = try TextLimits.clean(text, limit: TextLimits.note)
        guard !text.isBlank else { throw DeskError(.replyEmpty) }
        let message = Message(
            id: try transaction.nextMessageID(), ticket: ticket.id, direction: .note,
            kind: .note, platformTime: transaction.now, storedAt: transaction.now,
            author: caller.person, bodyDigest: ContentDigest.of(text))
        try transaction.add(message, MessageContent(subject: "", body: text))
        try transaction.announce(note: message.id, text, on: ticket, by: caller.person)
        if let due { try transaction.askForLook(message.id, ticket.id, at: due) }
    }
}

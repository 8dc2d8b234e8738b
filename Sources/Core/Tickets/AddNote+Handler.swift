package import HelpDesk
import Store
package import Wire

extension AddNote: DeskCall {
    package static let need: Need = .verb(.note)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        let text = try TextLimits.clean(text, limit: TextLimits.note)
        guard !text.isBlank else { throw DeskError(.replyEmpty) }
        return try await desk.change(ticket, as: caller) { transaction, ticket in
            let message = Message(
                id: try transaction.nextMessageID(), ticket: ticket.id, direction: .note,
                kind: .note, platformTime: transaction.now, storedAt: transaction.now,
                author: caller.person, bodyDigest: ContentDigest.of(text))
            try transaction.add(message, MessageContent(subject: "", body: text))
            try transaction.announce(note: message.id, text, on: ticket, by: caller.person)
            if let due { try transaction.askForLook(message.id, ticket.id, at: due) }
        }
    }
}

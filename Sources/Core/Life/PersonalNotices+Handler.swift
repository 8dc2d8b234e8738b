package import HelpDesk
import Store
package import Wire

extension ListMentions: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let stored = try transaction.mentions(
                for: caller.person, isUnreadOnly: isUnreadOnly, limit: min(max(limit, 1), 200))
            return Reply(mentions: try stored.compactMap { try view($0, transaction, caller) })
        }
    }

    /// What has left the caller's scope since is not told.
    private func view(
        _ stored: StoredMention, _ transaction: ReadTransaction, _ caller: Principal
    ) throws -> MentionView? {
        guard let ticket = try transaction.ticket(stored.notice.ticket),
            caller.scope.contains(ticket.store)
        else { return nil }
        let content = try stored.notice.message.flatMap { try transaction.messageContent($0) }
        let buyer = try ticket.buyer.flatMap { try transaction.buyerContent($0) }
        return MentionView(
            notice: stored.notice, givenAt: stored.givenAt, readAt: stored.readAt,
            buyerName: buyer?.name ?? "",
            excerpt: (content?.body ?? "").collapsed(limit: 120))
    }
}

extension ReadMentions: DeskCall {
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.act(as: caller) { transaction in
            try transaction.record(.life(.noticesRead(caller.person, through: through)))
            return Reply(unread: try transaction.unreadMentions(of: caller.person))
        }
    }
}

import HelpDesk
import Store
import Wire

extension ReadTransaction {
    /// An item of a thread with its words.
    func view(of message: Message) throws -> MessageView {
        let content = try messageContent(message.id)
        let attachments = try attachments(of: message.id).map { attachment in
            AttachmentView(attachment: attachment, name: try attachmentName(attachment.id) ?? "")
        }
        let outbox = try message.outbox.flatMap { try outboxItem($0) }
        var view = MessageView(
            message: message, subject: content?.subject ?? "", body: content?.body ?? "",
            warnings: content?.warnings ?? [],
            authorName: try message.author.flatMap { try person($0)?.displayName },
            attachments: attachments, debt: try debt(ofMessage: message.id),
            outbox: outbox, noResponseURL: content?.noResponseURL,
            fate: message.kind == .note ? try fate(of: message.id) : nil)
        view.releasedBy = try outbox.flatMap(releasedBy)
        return view
    }

    /// Who let a reply go past the linter.
    private func releasedBy(_ item: OutboxItem) throws -> String? {
        try item.override?.approvedBy.flatMap { try person($0)?.displayName }
    }

    /// A reply on its way out as if it stood in the thread already: shown to somebody who writes a
    /// second answer meanwhile.
    func threadView(of item: OutboxItem) throws -> MessageView {
        let content = try outboxContent(item.id)
        let message = Message(
            id: MessageID(0), ticket: item.ticket, direction: .outbound, kind: .agentReply,
            platformTime: item.queuedAt, storedAt: item.queuedAt, author: item.author,
            outbox: item.id)
        return MessageView(
            message: message, subject: content?.subject ?? "", body: content?.body ?? "",
            warnings: [], authorName: try person(item.author)?.displayName, attachments: [],
            debt: nil, outbox: item)
    }

    func view(of item: OutboxItem, findings: [Finding] = []) throws -> OutboxView {
        var view = OutboxView(
            item: item, authorName: try person(item.author)?.displayName ?? "",
            body: try outboxContent(item.id)?.body ?? "", findings: findings,
            files: try outboxFiles(item.id))
        view.releasedBy = try releasedBy(item)
        return view
    }

    /// A reply within the caller's scope. Throws `outboxNotFound`.
    func visibleOutboxItem(_ id: OutboxID, to caller: Principal) throws -> OutboxItem {
        guard let item = try outboxItem(id), caller.scope.contains(item.store) else {
            throw DeskError(.outboxNotFound, ["item": String(id.rawValue)])
        }
        return item
    }
}

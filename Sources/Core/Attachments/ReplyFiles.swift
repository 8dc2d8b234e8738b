import HelpDesk
import MailKit
import Store

extension ReadTransaction {
    /// The files of a person's draft that a reply names, checked anew by their bytes. Throws
    /// `fileNotFound` for one that is not in the draft, and what `OutgoingFileRules` throws.
    func replyFiles(_ digests: [String], ticket: TicketID, person: PersonID) throws -> [NamedFile] {
        guard !digests.isEmpty else { return [] }
        let known = try draftFiles(ticket: ticket, person: person)
        var chosen: [NamedFile] = []
        for digest in digests {
            guard let file = known.first(where: { $0.file.digest == digest }),
                let bytes = try fileBytes(digest)
            else { throw DeskError(.fileNotFound, ["file": String(digest.prefix(12))]) }
            try OutgoingFileRules.check(
                FileSniffer.kind(of: bytes), name: file.name, byteCount: bytes.count,
                others: chosen.map(\.file.byteCount))
            if !chosen.contains(file) { chosen.append(file) }
        }
        return chosen
    }

    /// The files of a reply as parts of its mail; nil when one has been erased.
    func mailFiles(of item: OutboxID) throws -> [MailAttachment]? {
        var parts: [MailAttachment] = []
        for file in try outboxFiles(item) {
            guard let bytes = try fileBytes(file.file.digest) else { return nil }
            parts.append(
                MailAttachment(name: file.name, mediaType: file.file.kind.mediaType, bytes: bytes))
        }
        return parts
    }
}

extension WriteTransaction {
    /// The files go with the reply: out of the draft, into the outbox.
    func queueFiles(_ files: [NamedFile], of item: OutboxItem) throws {
        for (position, file) in files.enumerated() {
            try record(
                .outboxFileAdded(OutboxFile(item: item.id, position: position, file: file.file)))
            try putOutboxFileName(item.id, position, file.name)
        }
        let sent = Set(files.map(\.file.digest))
        let left = try draftFiles(ticket: item.ticket, person: item.author)
            .filter { !sent.contains($0.file.digest) }
        try keepDraftFiles(item.ticket, item.author, left)
    }

    /// The files of a reply that was taken back stand in its author's draft again.
    func returnFiles(of item: OutboxItem) throws {
        let back = try outboxFiles(item.id)
        guard !back.isEmpty else { return }
        let kept = try draftFiles(ticket: item.ticket, person: item.author)
        let digests = Set(kept.map(\.file.digest))
        try keepDraftFiles(
            item.ticket, item.author, kept + back.filter { !digests.contains($0.file.digest) })
    }

    /// The files of a reply that left stand under it in the thread.
    func showFiles(of item: OutboxID, under message: MessageID) throws {
        for file in try outboxFiles(item) {
            let attachment = Attachment(
                id: try nextAttachmentID(), message: message, mediaType: file.file.kind.mediaType,
                byteCount: file.file.byteCount, digest: file.file.digest, kind: file.file.kind)
            try record(.attachmentAdded(attachment))
            try putAttachmentName(attachment.id, file.name)
        }
    }
}

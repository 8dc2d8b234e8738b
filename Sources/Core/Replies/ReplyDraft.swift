import HelpDesk
import MailKit
import Store
import SwiftExtensions

/// What a letter made of its template.
struct TemplateUse: Sendable {
    var version: Int
    /// In thousandths of the longer text.
    var editPermille: Int?
}

/// A reply that passed the gate and becomes an outbox item.
struct ReplyDraft {
    var ticket: Ticket
    var author: PersonID
    /// What the author had on screen; part of the idempotency key.
    var basis: EventSequence
    /// What the author sends past knowingly; nil when that is the basis.
    var seen: EventSequence?
    var text: String
    var template: TemplateKey?
    /// The version of the template, and how far the text was changed since.
    var use: TemplateUse?
    var stateAfter: TicketState
    var override: LintOverride?
    var files: [NamedFile] = []

    /// One text on one state of the thread leaves at most once (invariants I7 and I8).
    var idempotencyKey: String {
        Self.idempotencyKey(ticket.id, basis, text, files.map(\.file.digest))
    }

    static func idempotencyKey(
        _ ticket: TicketID, _ basis: EventSequence, _ text: String, _ files: [String]
    ) -> String {
        let words = "\(ticket.rawValue)\n\(basis.rawValue)\n\(text)"
        return ContentDigest.of(
            files.isEmpty ? words : words + "\0" + files.joined(separator: "\0"))
    }

    /// Puts the reply in the outbox and takes the author's draft away.
    func queue(
        as state: OutboxState, from sender: String, releaseAt: Timestamp, random: DeskRandom,
        _ transaction: WriteTransaction
    ) throws -> OutboxItem {
        let target = try transaction.replyTarget(of: ticket.id)
        var item = OutboxItem(
            id: try transaction.nextOutboxID(), ticket: ticket.id, store: ticket.store,
            author: author, basis: seen ?? basis, state: state, queuedAt: transaction.now,
            releaseAt: releaseAt, idempotencyKey: idempotencyKey, stateAfter: stateAfter,
            template: template, override: override,
            readThrough: seen == nil ? nil : basis)
        item.templateVersion = use?.version
        item.templateEdit = use?.editPermille
        let domain = sender.split(separator: "@").last ?? "localhost"
        try transaction.putOutbox(
            item.id,
            OutboxContent(
                from: sender, to: target.address,
                subject: OutgoingMail.replySubject(
                    to: CleanText.clean(target.subject).collapsed()),
                body: text,
                internetMessageID: "\(item.id.rawValue).\(random.token())@\(domain)",
                inReplyTo: target.internetMessageID.flatMap(OutgoingMail.speakableID)))
        try transaction.record(.outboxAdded(item))
        if let override { try transaction.record(.lintOverridden(item.id, override)) }
        try transaction.queueFiles(files, of: item)
        try transaction.discardDraft(ticket.id, author, isSending: true)
        return item
    }
}

extension WriteTransaction {
    /// Keeps a draft for its author.
    func keepDraft(_ ticket: TicketID, _ person: PersonID, basis: EventSequence, text: String)
        throws
    {
        try record(
            .draftKept(
                DraftMark(
                    ticket: ticket, person: person, basis: basis,
                    digest: ContentDigest.of(text), at: now)))
        try putDraft(ticket, person, text)
    }

    /// Takes a draft away. One that is being sent leaves its facts for the release to compare.
    func discardDraft(_ ticket: TicketID, _ person: PersonID, isSending: Bool = false) throws {
        if !isSending {
            try dropFacts(ticket: ticket, person: person)
            try dropMachineDraft(ticket: ticket, person: person)
        }
        guard let kept = try draft(ticket: ticket, person: person) else { return }
        try removeDraft(ticket, person)
        try record(
            .draftKept(
                DraftMark(
                    ticket: ticket, person: person, basis: kept.basis, digest: nil, at: now)))
    }
}

package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension SendReply: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        var call = self
        call.text = try TextLimits.clean(text, limit: TextLimits.reply)
        call.reviewReason = reviewReason.map(CleanText.clean)
        call.staleReason = staleReason.map(CleanText.clean)
        guard !call.text.isBlank else { throw DeskError(.replyEmpty) }
        // The linter reads whole texts; nobody else waits for it.
        let reading = try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            let names = try transaction.draftFiles(ticket: ticket.id, person: caller.person)
                .filter { (files ?? []).contains($0.file.digest) }.map(\.name)
            return try transaction.reading(
                for: ticket, template: template, version: templateVersion, files: names,
                caller: caller, desk: desk)
        }
        try await desk.refreshOutdated(reading)
        let findings = desk.judge(call.text, by: reading)
        return try await call.send(findings, call.use(reading, findings), desk, caller)
    }

    /// What the letter made of its template. How far it was changed is worked out for a letter that
    /// may leave; one that is refused counts as refused however it reads.
    private func use(_ reading: ReplyReading, _ findings: [Finding]) -> TemplateUse? {
        guard let version = reading.templateVersion else { return nil }
        let gate = ReplyGate.judge(
            findings, confirmedRules: Set(confirmedRules), reviewReason: reviewReason)
        var use = TemplateUse(version: version)
        switch gate {
        case .blocked, .unconfirmed: break
        case .needsReview, .pass:
            use.editPermille = reading.template.flatMap {
                TemplateEdit.permille(from: $0, to: text)
            }
        }
        return use
    }

    private func send(
        _ findings: [Finding], _ use: TemplateUse?, _ desk: Desk, _ caller: Principal
    ) async throws -> Reply {
        let reply: Reply = try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            try Rights.require(.reply, on: ticket, of: caller, transaction)
            if let earlier = try earlier(of: ticket, by: caller, transaction) { return earlier }
            try transaction.checkCompose(on: ticket, for: caller, in: desk)
            let sender = try desk.sender(for: ticket)
            let files = try transaction.replyFiles(
                files ?? [], ticket: ticket.id, person: caller.person)
            if let unseen = try unseen(on: ticket, by: caller, transaction) {
                return .stale(unseen)
            }
            let gate = ReplyGate.judge(
                findings, confirmedRules: Set(confirmedRules), reviewReason: reviewReason)
            switch gate {
            case .blocked(let findings):
                try noteBlock(use, ticket, caller, transaction)
                try transaction.noteWarnings(findings, on: ticket.id, by: caller.person)
                return .blocked(findings)
            case .unconfirmed(let findings):
                try transaction.noteWarnings(findings, on: ticket.id, by: caller.person)
                return .unconfirmed(findings)
            case .needsReview, .pass: break
            }
            let recent = try transaction.recentAnswers(about: ticket, for: caller)
            let asked = recent.filter { !knows($0, on: ticket.id) }
            guard asked.isEmpty else { return .answered(asked) }
            let isSecond = !recent.isEmpty
            try transaction.noteChoice(findings, on: ticket.id, by: caller.person)
            if case .needsReview(let blocking) = gate {
                return .held(
                    try queued(
                        .held, blocking, isSecond, ticket, files, use, caller, sender, desk,
                        transaction))
            }
            return .queued(
                try queued(
                    .queued, [], isSecond, ticket, files, use, caller, sender, desk,
                    transaction))
        }
        switch reply {
        case .queued(let view), .held(let view):
            desk.onTickets.release(view.item.ticket, by: caller.person, at: desk.clock.now)
        case .blocked, .unconfirmed, .stale, .answered: break
        }
        return reply
    }

    /// Once between two insertions, however often the author tries.
    private func noteBlock(
        _ use: TemplateUse?, _ ticket: Ticket, _ caller: Principal,
        _ transaction: WriteTransaction
    ) throws {
        guard let template, let use else { return }
        let touch = TemplateTouch(
            key: template, number: use.version, ticket: ticket.id, person: caller.person,
            kind: .blocked)
        guard try !transaction.isBlockNoted(touch) else { return }
        try transaction.record(.library(.touched(touch)))
    }

    private func draft(_ ticket: Ticket, _ caller: Principal) -> ReplyDraft {
        ReplyDraft(
            ticket: ticket, author: caller.person, basis: basis.bounded(by: ticket), text: text,
            template: template, stateAfter: stateAfter)
    }

    /// The same request again: a client that lost the answer gets it now.
    private func earlier(
        of ticket: Ticket, by caller: Principal, _ transaction: ReadTransaction
    ) throws -> Reply? {
        let key = ReplyDraft.idempotencyKey(
            ticket.id, basis.bounded(by: ticket), text, files ?? [])
        guard let item = try transaction.outboxByIdempotencyKey(key) else { return nil }
        switch item.state {
        case .failed, .bounced, .withdrawn: return nil
        case .held: return .held(try transaction.view(of: item))
        case .queued, .sending, .accepted, .confirmed, .unknown:
            return .queued(try transaction.view(of: item))
        }
    }

    /// Thread items and replies on their way that the author has not seen; nil when there are none
    /// or when the author sends nevertheless and says why (helpdesk section 8.4).
    private func unseen(
        on ticket: Ticket, by caller: Principal, _ transaction: ReadTransaction
    ) throws -> [MessageView]? {
        let isKnowing = staleReason?.isBlank == false
        let basis = basis.bounded(by: ticket)
        let known = isKnowing ? max(basis, staleThrough ?? ticket.lastItem) : basis
        let items = try transaction.items(of: ticket.id, after: known)
        let unseen = ReplyGate.unseen(items, after: known, author: caller.person)
        let waiting = try transaction.outbox(of: ticket.id).filter {
            guard $0.state.isLive else { return false }
            guard isKnowing else { return true }
            return staleThrough != nil && knownAnswers?.contains(.reply($0.id)) != true
        }
        guard !unseen.isEmpty || !waiting.isEmpty else { return nil }
        return try unseen.map(transaction.view(of:)) + waiting.map(transaction.threadView(of:))
    }

    /// Whether the author was told of an answer and sends nevertheless; whoever gives a reason to
    /// send past what is newer in this thread knows of the answers among it.
    private func knows(_ answer: RecentAnswer, on ticket: TicketID) -> Bool {
        if knownAnswers?.contains(answer.mark) == true { return true }
        return staleReason?.isBlank == false && answer.ticket == ticket
    }

    private func queued(
        _ state: OutboxState, _ blocking: [Finding], _ isSecond: Bool, _ ticket: Ticket,
        _ files: [NamedFile], _ use: TemplateUse?, _ caller: Principal, _ sender: String,
        _ desk: Desk, _ transaction: WriteTransaction
    ) throws -> OutboxView {
        var draft = draft(ticket, caller)
        draft.files = files
        draft.use = use
        draft.override = override(blocking, isSecond, caller)
        if staleReason?.isBlank == false { draft.seen = ticket.lastItem }
        let item = try draft.queue(
            as: state, from: sender, releaseAt: transaction.now + desk.settings.undoCountdown,
            random: desk.random, transaction)
        return try transaction.view(of: item, findings: blocking)
    }

    private func override(
        _ blocking: [Finding], _ isSecond: Bool, _ caller: Principal
    ) -> LintOverride? {
        let isStale = staleReason?.isBlank == false
        guard !blocking.isEmpty || isStale || isSecond else { return nil }
        let rules =
            Set(blocking.map(\.rule)).sorted() + (isStale ? [LintOverride.staleBasisRule] : [])
            + (isSecond ? [AnswerGuard.overrideRule] : [])
        let reasons = [blocking.isEmpty ? nil : reviewReason, staleReason].compactMap { $0 }
        return LintOverride(
            rules: rules, requestedBy: caller.person,
            requestReason: reasons.joined(separator: "; ").collapsed(limit: 400))
    }
}

extension Desk {
    /// The approved sender for a ticket's store. Throws `nothingToAnswer` when its mailbox only
    /// receives: the platform refuses every other address (amazon reference 2.10).
    func sender(for ticket: Ticket) throws -> String {
        guard let mailbox = settings.store(ticket.store)?.mailbox,
            let port = ports.mailboxes[mailbox], port.sender != nil, let sender = port.from
        else {
            throw DeskError(
                .nothingToAnswer, ["ticket": String(ticket.id.rawValue)],
                detail: "store \(ticket.store) has no mailbox that sends")
        }
        return sender
    }
}

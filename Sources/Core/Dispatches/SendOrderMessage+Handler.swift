import ChannelAmazon
package import HelpDesk
import Store
package import Wire

extension SendOrderMessage: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let isCritical = MessagingTable.standard.entry(action)?.isCritical ?? false
        try await desk.checkContact(order, store: store, isCritical: isCritical, for: caller)
        let target = try await desk.dispatchTarget(order, store: store, for: caller)
        var call = self
        call.text = try text.flatMap { try TextLimits.clean($0, limit: TextLimits.reply) }
            .flatMap { $0.isBlank ? nil : $0 }
        let (content, types) = try call.content()
        try await call.checkOffer(desk, target, fileCount: content.files.count)
        let findings = try await desk.dispatchFindings(in: call.text ?? "", about: target.order)
        switch ReplyGate.judge(
            findings, confirmedRules: Set(confirmedRules), reviewReason: nil)
        {
        case .blocked(let findings), .needsReview(let findings): return .blocked(findings)
        case .unconfirmed(let findings): return .unconfirmed(findings)
        case .pass: break
        }
        let checked = call
        return try await desk.act(as: caller) { transaction in
            let ticket = try transaction.dispatchTicket(
                checked.ticket, of: target.order, for: caller)
            if let ticket = try ticket.flatMap({ try transaction.ticket($0) }) {
                try transaction.checkCompose(on: ticket, for: caller, in: desk)
            }
            let draft = DispatchDraft(
                target: target, ticket: ticket,
                author: caller.person, kind: .message, action: checked.action,
                content: content, mediaTypes: types, coverage: checked.coverage,
                confirmedRules: Set(checked.confirmedRules).sorted())
            let pause = desk.settings.undoCountdown
            return .queued(
                try transaction.view(of: try draft.queue(transaction, after: pause)))
        }
    }

    /// The files' bytes and types; refused here, before anything is queued.
    private func content() throws -> (DispatchContent, [String]) {
        var content = DispatchContent(text: text)
        var types: [String] = []
        for file in files {
            guard let bytes = file.bytes else { throw DeskError(.dispatchFileEmpty) }
            types.append(try DispatchFileRules.mediaType(name: file.name, bytes: bytes))
            content.files.append(DispatchContent.File(name: file.name, bytes: bytes))
        }
        try DispatchFileRules.check(sizes: content.files.map(\.bytes.count))
        return (content, types)
    }

    /// Checks the message against what the platform offers now; what it says later, right before
    /// the message leaves, counts in the end. A platform that cannot be asked stops nobody from
    /// queueing what the published limits allow.
    private func checkOffer(
        _ desk: Desk, _ target: DispatchTarget, fileCount: Int
    ) async throws {
        guard let rule = desk.messageRules(action) else {
            throw DeskError(.dispatchNotOffered, ["action": String(action.prefix(80))])
        }
        try rule.check(text: text, fileCount: fileCount, coverage: coverage)
        let offers = await desk.offers(for: target).offers
        if let failure = offers.messagesFailure {
            guard failure.passesByItself else {
                throw DeskError(failure.dispatchProblem, ["reason": failure.message])
            }
            return
        }
        try offers.allow(action, text: text, fileCount: fileCount, coverage: coverage)
    }
}

extension PlatformOffers {
    /// Throws why a typed message is not to be sent for the order now.
    func allow(
        _ action: String, text: String?, fileCount: Int, coverage: CoveragePeriod?
    ) throws(DeskError) {
        guard let offered = messages?.first(where: { $0.name == action }) else {
            throw DeskError(.dispatchNotOffered, ["action": String(action.prefix(80))])
        }
        guard !offered.isDisabled else {
            throw DeskError(.dispatchDisabled, ["reason": offered.disabledReason ?? "-"])
        }
        try offered.rule.check(text: text, fileCount: fileCount, coverage: coverage)
    }
}

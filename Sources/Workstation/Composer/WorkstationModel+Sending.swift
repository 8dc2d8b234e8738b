import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// Hands the reply to the core, which alone decides whether it may go.
    mutating func sendReply() -> [Effect] {
        guard let composer else { return [] }
        if let obstacle = sendObstacle(composer) {
            say(obstacle, .warning)
            return []
        }
        if composer.kind == .note { return sendNote(composer) }
        if let plan = composer.plan { return proceed(plan) }
        self.composer?.isSending = true
        return [.call(.send(composer.request()))]
    }

    private func sendObstacle(_ composer: ComposerPane.State) -> Phrase? {
        if composer.isSending { return ComposerStrings.busy }
        // The words would come when the text they are for is gone.
        if dictation?.place == DictationPlace(composer) { return DictationStrings.pending }
        if upload != nil, composer.kind == .reply { return FileStrings.uploading }
        if composer.editor.text.allSatisfy(\.isWhitespace) { return ComposerStrings.empty }
        return isConnected ? nil : ComposerStrings.offline
    }

    private mutating func sendNote(_ composer: ComposerPane.State) -> [Effect] {
        // Until the core has it, the text stays at hand.
        keepNote()
        return [.call(.note(composer.ticket, text: composer.editor.text))] + dropComposer()
    }

    mutating func askSupervisor() -> [Effect] {
        guard let composer else { return [] }
        guard composer.blocks > 0 else {
            say(ComposerStrings.nothingBlocks)
            return []
        }
        return ask(PromptPane.Purpose.reviewReason)
    }

    mutating func sent(_ outcome: SendReply.Reply, _ call: CoreCall) -> [Effect] {
        guard case .send(let request) = call else { return [] }
        guard composer?.ticket == request.ticket else { return afterSend(outcome, request) }
        composer?.isSending = false
        switch outcome {
        case .queued, .held: return afterSend(outcome, request)
        case .blocked(let findings):
            composer?.show(findings)
            say(ComposerStrings.blocked, .error)
            return []
        case .unconfirmed(let findings):
            composer?.show(findings)
            return confirmNext(findings)
        case .stale(let items):
            composer?.staleItems = items
            return ask(QuestionPane.Purpose.stale(items))
        case .answered(let answers): return ask(QuestionPane.Purpose.answered(answers))
        }
    }

    private mutating func afterSend(_ outcome: SendReply.Reply, _ request: ReplyRequest) -> [Effect]
    {
        let kept = unsavedDrafts.removeValue(forKey: request.ticket)
        inbox.letGo(of: request.ticket)
        var effects: [Effect] = kept.map { [.forgetDraft($0)] } ?? []
        switch outcome {
        case .queued(let view):
            undo = UndoCountdown(
                what: .reply(view.id), ticket: request.ticket, releaseAt: view.item.releaseAt)
            // The countdown takes the line at once; older news would hide it while it runs.
            notice = nil
        case .held: say(ComposerStrings.held, .warning)
        default: return effects
        }
        if composer?.ticket == request.ticket { effects += dropComposer() }
        return effects
    }

    /// Asks about the first warnings that have no confirmation yet; sends when none is left.
    mutating func confirmNext(_ findings: [Finding]) -> [Effect] {
        let confirmed = composer?.confirmedRules ?? []
        let open = findings.filter { $0.severity == .warn && !confirmed.contains($0.rule) }
        return open.isEmpty ? sendReply() : ask(QuestionPane.Purpose.confirm(open))
    }

    /// The reply came back before it left: its text is the draft again.
    mutating func takenBack(_ draft: DraftView) -> [Effect] {
        if undo?.ticket == draft.ticket { undo = nil }
        if layer == .composer, let composer, composer.ticket != draft.ticket {
            say(ComposerStrings.tookBackElsewhere(number(draft.ticket)), .ok)
            return []
        }
        keepNote()
        guard
            let row = thread?.ticket == draft.ticket
                ? thread?.row
                : inbox.rows.first(where: {
                    $0.id == draft.ticket
                })
        else {
            say(ComposerStrings.tookBack, .ok)
            return []
        }
        var effects = thread?.ticket == draft.ticket ? [] : open(row)
        if composer == nil || composer?.ticket == draft.ticket {
            // A note that is being spoken makes room; its words are not for the buyer.
            if composer?.kind != .reply { effects += dropDictation() }
            let typed = composer?.kind == .reply ? composer?.editor.text ?? "" : ""
            let isNew = !typed.allSatisfy(\.isWhitespace) && typed != draft.text
            var state = ComposerPane.State(
                row: row, kind: .reply, text: isNew ? "\(draft.text)\n\n\(typed)" : draft.text,
                savedText: draft.text)
            state.savedAt = draft.savedAt
            state.files = draft.files
            if isNew { state.draftAt = now }
            state.lintAt = now
            composer = state
        }
        say(ComposerStrings.tookBack, .ok)
        return effects + reloadThread(draft.ticket) + push(.composer) + beat()
    }
}

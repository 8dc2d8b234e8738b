import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// What happened, whatever time is on the screen.
    mutating func handle(_ action: Action) -> [Effect] {
        defer { followWhereabouts() }
        switch action {
        case .pressed(let key): return pressed(key)
        case .ticked(let instant): return ticked(instant)
        case .connected(let hello): return connected(hello)
        case .disconnected(let retryAt): return disconnected(retryAt)
        case .refusedHello(let error):
            link = .refused(error)
            return []
        case .answered(let call, let answer): return answered(call, answer)
        case .refused(let call, let error):
            return translationRefused(call, error) + refused(call, error)
        case .pushed(let event): return pushed(event)
        case .foundDrafts(let drafts): return found(drafts)
        case .draftKept(let ticket, let isKept): return kept(ticket, isKept)
        case .themeChanged, .screenSaved, .copied: return told(action)
        case .editedExternally(let text): return editedExternally(text)
        case .fileSaved, .viewerEnded, .fileNotChosen: return toldOfFile(action)
        case .fileChosen(let name, let bytes): return chose(name, bytes)
        case .pathCompleted(let text, let completion): return completed(text, completion)
        case .filesExamined(let plan, let report): return examined(plan, report)
        case .dictated(let result): return dictated(result)
        }
    }

    private mutating func connected(_ hello: Hello.Reply) -> [Effect] {
        let wasLost = link == .lost
        link = .connected
        retryAt = nil
        me = hello.me
        isRehearsal = hello.isRehearsal
        undoSeconds = hello.undoSeconds
        localTime = LocalTime(zone: hello.timeZone, language: words.language)
        if wasLost { say(DeskStrings.reconnected, .ok) }
        var effects = [inbox.fetch(), .latest("sync", .showSync), .latest("people", .people)]
        effects.append(.latest("presences", .collision(.list)))
        effects += unsavedDrafts.values.sorted { $0.ticket < $1.ticket }.map {
            .call(.saveDraft($0))
        }
        if let thread {
            effects.append(.latest("thread", .showTicket(thread.ticket, refreshOrder: false)))
        }
        effects += fetchEngine()
        if layer == .outbox { effects += OutboxPane.fetch }
        if composer != nil { composer?.lintAt = now }
        composer?.isSending = false
        return effects + saveDraftIfChanged()
    }

    private mutating func disconnected(_ retryAt: Timestamp) -> [Effect] {
        self.retryAt = retryAt
        let wasConnected = link == .connected
        if wasConnected { link = .lost }
        if case .refused = link { link = .lost }
        composer?.isSending = false
        forgetTranslations()
        // A question on its way has no answer; the core may have the draft all the same.
        composer?.machine?.poll(at: now)
        collision = CollisionState()
        // Grants and uploads end with their connection.
        (transfer, upload) = (nil, nil)
        return wasConnected ? keepDraftsHere() : []
    }

    /// What the core may not have goes to this machine's files at once: nobody knows what ends next.
    private mutating func keepDraftsHere() -> [Effect] {
        _ = saveDraftIfChanged()
        return unsavedDrafts.values.sorted { $0.ticket < $1.ticket }.map { .keepDraft($0) }
    }

    private mutating func toldOfFile(_ action: Action) -> [Effect] {
        switch action {
        case .fileSaved(let path, nil): say(FileStrings.saved(path), .ok)
        case .fileSaved(_, let problem?): say(FileStrings.notSaved(problem), .error)
        case .fileNotChosen(let path, let number):
            let shown = SafeText.line(path, rules: rules)
            say(FileStrings.notRead(shown, words(FileTrouble.words(number))), .error)
        case .viewerEnded(false): say(FileStrings.viewerFailed, .warning)
        default: break
        }
        return []
    }

    private mutating func found(_ drafts: [LocalDraft]) -> [Effect] {
        for draft in drafts { keptDrafts[draft.ticket] = draft }
        guard !drafts.isEmpty else { return [] }
        let names = drafts.map { "#\($0.ticket.rawValue)" }.joined(separator: " ")
        say(DeskStrings.draftsFound(names), .warning)
        return []
    }

    private mutating func kept(_ ticket: TicketID, _ isKept: Bool) -> [Effect] {
        if isKept {
            unkept.remove(ticket)
        } else {
            unkept.insert(ticket)
            say(DeskStrings.draftNotKept(number(ticket)), .error)
        }
        return []
    }

    private mutating func told(_ action: Action) -> [Effect] {
        switch action {
        case .themeChanged(let name, true): say(DeskStrings.themeIs(name))
        case .themeChanged(let name, false): say(DeskStrings.noSuchTheme(name), .error)
        case .screenSaved(let file, true): say(DeskStrings.screenSaved(file), .ok)
        case .screenSaved(let file, false): say(DeskStrings.screenNotSaved(file), .error)
        case .copied(.sentToTerminal): say(DeskStrings.copied, .ok)
        case .copied: say(DeskStrings.notCopied, .warning)
        default: break
        }
        return []
    }

    private mutating func editedExternally(_ text: String?) -> [Effect] {
        guard let text, composer != nil else {
            say(DeskStrings.editorFailed, .warning)
            return []
        }
        composer?.editor.replaceAll(with: text)
        return edited()
    }

    /// Saves what is typed and leaves: the terminal is gone or the system wants us to end.
    mutating func farewell() -> [Effect] {
        guard let draft = composer?.pendingDraft(now: now) else { return [.quit] }
        unsavedDrafts[draft.ticket] = draft
        return (isConnected ? [.call(.saveDraft(draft))] : []) + [.keepDraft(draft), .quit]
    }
}

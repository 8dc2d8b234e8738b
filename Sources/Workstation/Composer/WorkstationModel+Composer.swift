import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// Opens the composer on the open ticket with whatever draft is kept for it.
    mutating func openComposer() -> [Effect] {
        guard let thread, let detail = thread.detail else { return [] }
        if composer?.ticket == thread.ticket, composer?.kind == .reply { return push(.composer) }
        let kept = unsavedDrafts[thread.ticket] ?? keptDrafts[thread.ticket]
        let core = detail.draft
        let usesKept =
            kept.map { draft in core.map { $0.savedAt <= draft.savedAt } ?? true } ?? false
        let text = usesKept ? kept?.text ?? "" : core?.text ?? ""
        var state = ComposerPane.State(
            row: detail.row, kind: .reply, text: text, savedText: core?.text ?? "")
        state.aim = detail.aim
        state.savedAt = usesKept ? nil : core?.savedAt
        state.files = core?.files ?? []
        if !text.isEmpty { state.lintAt = now }
        if usesKept { state.draftAt = now }
        composer = state
        if !text.isEmpty { say(ComposerStrings.draftRestored) }
        return push(.composer) + (usesKept ? [] : forgetKept(thread.ticket))
            + beginEffects(detail.row.ticket) + askForLease(thread.ticket) + ownWordsFetch
    }

    /// A draft of an earlier session is older than what the core has, or the same.
    private mutating func forgetKept(_ ticket: TicketID) -> [Effect] {
        keptDrafts.removeValue(forKey: ticket).map { [.forgetDraft($0)] } ?? []
    }

    mutating func openNote(_ row: TicketRow) -> [Effect] {
        keepNote()
        let effects = layer == .thread ? [] : open(row)
        composer = ComposerPane.State(row: row, kind: .note, text: keptNotes[row.id] ?? "")
        return effects + push(.composer)
    }

    /// A note has no draft in the core, so its text is kept here until it is saved or discarded.
    @discardableResult
    mutating func keepNote() -> Bool {
        guard let composer, composer.kind != .reply else { return false }
        let text = composer.editor.text
        if let plan = composer.plan {
            keptMessages[plan.key] = text.allSatisfy(\.isWhitespace) ? nil : text
            return keptMessages[plan.key] != nil
        }
        keptNotes[composer.ticket] = text.allSatisfy(\.isWhitespace) ? nil : text
        return keptNotes[composer.ticket] != nil
    }

    mutating func composerTyped(_ key: Key) -> [Effect] {
        guard mayChangeText(), var state = composer else { return [] }
        let field = ScreenLayout(self).editorField
        let before = state.editor.text
        _ = state.editor.handle(key, width: field.width, height: field.height, rules: rules)
        composer = state
        return before == state.editor.text ? [] : edited()
    }

    /// Whether the text in hand may change. One that is being handed over may not: what the core gets
    /// would not be what is on screen.
    mutating func mayChangeText() -> Bool {
        guard composer?.isSending == true else { return true }
        say(ComposerStrings.busy)
        return false
    }

    mutating func edited() -> [Effect] {
        composer?.edited(now: now)
        // Another text is another decision: a rule may stop at places that nobody has seen.
        composer?.reviewReason = nil
        composer?.confirmedRules = []
        if var plan = composer?.plan, plan.isConfirmed {
            plan.isConfirmed = false
            composer?.replace(plan)
        }
        return []
    }

    /// Leaves the composer; the draft stays in the core, or here while the core is away.
    mutating func closeComposer() -> [Effect] {
        let effects = saveDraftIfChanged()
        if composer?.editor.isEmpty == false, composer?.kind == .reply {
            say(ComposerStrings.draftKept)
        }
        let isMessage = composer?.plan != nil
        if keepNote() {
            say(isMessage ? ComposerStrings.messageKept : ComposerStrings.noteKept)
        }
        return dropComposer() + effects
    }

    mutating func dropComposer() -> [Effect] {
        let dictated = dropDictation()
        composer = nil
        layers.removeAll { $0 == .composer }
        relayOut()
        let reload = thread.map { reloadThread($0.ticket) } ?? []
        return [.title(windowTitle)] + reload + dictated
    }

    mutating func discardDraft() -> [Effect] {
        guard mayChangeText(), let composer else { return [] }
        let effects: [Effect] =
            composer.kind == .reply
            ? [
                .call(
                    .saveDraft(
                        LocalDraft(
                            ticket: composer.ticket, basis: composer.basis, text: "", savedAt: now))
                )
            ] : []
        let kept =
            unsavedDrafts.removeValue(forKey: composer.ticket)
            ?? keptDrafts.removeValue(forKey: composer.ticket)
        if composer.kind == .note { keptNotes[composer.ticket] = nil }
        if let plan = composer.plan { keptMessages[plan.key] = nil }
        say(ComposerStrings.discarded)
        let files: [Effect] =
            composer.files.isEmpty ? [] : [.call(.detachFile(composer.ticket, digest: nil))]
        return effects + files + (kept.map { [.forgetDraft($0)] } ?? []) + dropComposer()
    }

    /// Puts the suggestion of the finding at the caret in its place, or goes to the next finding.
    mutating func applyFix() -> [Effect] {
        guard mayChangeText() else { return [] }
        guard let finding = composer?.currentFinding else {
            say(ComposerStrings.noFindings)
            return []
        }
        guard let suggestion = finding.suggestion else {
            composer?.editor.move(to: finding.start)
            say(ComposerStrings.noFix, .warning)
            return []
        }
        composer?.editor.replace(finding.fixRange, with: suggestion)
        composer?.findings.removeAll { $0 == finding }
        say(ComposerStrings.fixed, .ok)
        return edited()
    }

    mutating func cycleStateAfter() -> [Effect] {
        let order: [TicketState] = [.pending, .hold, .open, .resolved]
        guard mayChangeText(), let state = composer?.stateAfter,
            let index = order.firstIndex(of: state)
        else {
            return []
        }
        composer?.stateAfter = order[(index + 1) % order.count]
        return []
    }

    // Templates.

    mutating func offer(_ templates: [TemplateSummary], for call: CoreCall) -> [Effect] {
        guard case .templates(let ticket) = call, composer?.ticket == ticket, layer == .composer
        else { return [] }
        let items = templates.map { summary in
            let template = summary.template
            let category = words(CategoryWords.phrase(template.category))
            let detail = ["\(template.language.rawValue) · \(category)"] + standing(summary)
            return PickerItem(
                id: template.key.rawValue, title: template.title,
                detail: detail.joined(separator: " · "), keywords: template.key.rawValue)
        }
        let bodies = templates.map { ($0.template.key.rawValue, $0.template.body) }
        let effects = pick(.template(ticket), items)
        if case .picker(var state) = popups.last {
            state.previews = Dictionary(bodies) { first, _ in first }
            popups[popups.count - 1] = .picker(state)
        }
        return effects
    }

    /// What speaks against a template and what for it, in words.
    private func standing(_ summary: TemplateSummary) -> [String] {
        var words =
            summary.obstacle.map { ["! " + LibrarySentences.obstacle($0, in: self.words)] } ?? []
        if summary.isOverdue { words.append("! " + self.words(LibrarySentences.overdue)) }
        if let quiet = summary.quiet?.told {
            words.append("★ \(Int((quiet.share * 100).rounded())) %")
        }
        return words
    }

    mutating func insertTemplate(_ reply: RenderTemplate.Reply, _ call: CoreCall) -> [Effect] {
        guard case .renderTemplate(let key, let ticket, _) = call, composer?.ticket == ticket,
            mayChangeText()
        else { return [] }
        if composer?.editor.isEmpty == true {
            composer?.editor.replaceAll(with: reply.text)
        } else {
            composer?.editor.insert(reply.text)
        }
        composer?.template = key
        composer?.templateVersion = reply.number
        if !reply.missing.isEmpty {
            let names = reply.missing.joined(separator: ", ")
            say(ComposerStrings.missingValues(names), .warning)
        }
        return edited()
    }
}

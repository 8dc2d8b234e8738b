import HelpDesk
package import SwiftExtensions
import TerminalWidgets

extension WorkstationModel {
    /// Everything that was to happen by `instant`.
    mutating func ticked(_ instant: Timestamp) -> [Effect] {
        if instant < now - .seconds(1) { rewindTimers(to: instant) }
        now = instant
        if let until = notice?.until, until <= now { notice = nil }
        if let undo, undo.releaseAt <= now { self.undo = nil }
        var effects: [Effect] = []
        if isDue(inbox.refetchAt) {
            inbox.refetchAt = nil
            effects.append(inbox.fetch())
        }
        if isDue(inbox.previewAt) {
            inbox.previewAt = nil
            if let ticket = inbox.selected {
                effects.append(.latest("preview", .showTicket(ticket, refreshOrder: false)))
            }
        }
        if isDue(engine.refreshAt) { effects += refreshEngine() }
        effects += wallTicked()
        if isDue(collision.beatAt) { effects += beat() }
        return effects + composerTicked()
    }

    /// The system's clock was put back: what waits for an instant is due now, not hours later.
    private mutating func rewindTimers(to instant: Timestamp) {
        if inbox.refetchAt != nil { inbox.refetchAt = instant }
        if inbox.previewAt != nil { inbox.previewAt = instant }
        if composer?.lintAt != nil { composer?.lintAt = instant }
        if composer?.draftAt != nil { composer?.draftAt = instant }
        if composer?.machine?.pollAt != nil { composer?.machine?.poll(at: instant) }
        if engine.refreshAt != nil { engine.refreshAt = instant }
        if wall.refreshAt != nil { wall.refreshAt = instant }
        if wall.askedAt != nil { wall.askedAt = instant }
        if collision.beatAt != nil { collision.beatAt = instant }
        notice?.until = instant
    }

    /// Whether nothing waits for its time, so that a script may go on.
    package var isAtRest: Bool {
        inbox.refetchAt == nil && inbox.previewAt == nil && composer?.lintAt == nil
            && composer?.draftAt == nil && composer?.isSending != true && engine.refreshAt == nil
    }

    private func isDue(_ instant: Timestamp?) -> Bool {
        instant.map { $0 <= now } ?? false
    }

    private mutating func composerTicked() -> [Effect] {
        var effects: [Effect] = []
        if isDue(composer?.lintAt), let composer {
            self.composer?.lintAt = nil
            if isConnected, composer.kind != .note {
                effects.append(.latest("lint", composer.lintCall))
                if composer.kind == .reply, !composer.editor.isEmpty {
                    effects.append(
                        .latest(
                            "spelling",
                            .library(.spelling(composer.ticket, text: composer.editor.text))))
                }
            }
        }
        if isDue(composer?.draftAt) { effects += saveDraftIfChanged() }
        return effects + machineTicked()
    }

    /// Sends the draft to the core, or to a file while the core is away.
    mutating func saveDraftIfChanged() -> [Effect] {
        composer?.draftAt = nil
        guard let draft = composer?.pendingDraft(now: now) else { return [] }
        unsavedDrafts[draft.ticket] = draft
        return [isConnected ? .latest("draft", .saveDraft(draft)) : .keepDraft(draft)]
    }

    /// The next instant at which `ticked` has something to do or the screen changes by itself.
    package var nextTimer: Timestamp {
        let nextSecond = Timestamp(seconds: now.seconds + 1)
        let wanted = [
            inbox.refetchAt, inbox.previewAt, composer?.lintAt, composer?.draftAt,
            isConnected ? composer?.machine?.pollAt : nil, notice?.until,
            engine.refreshAt, collision.beatAt,
            pendingSince.map { $0 + .milliseconds(300) }.flatMap { $0 >= now ? $0 : nil },
        ]
        return wanted.compactMap { $0 }.reduce(nextSecond, min)
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    mutating func collisionAnswered(_ call: CollisionCall, _ answer: CollisionAnswer) -> [Effect] {
        switch (call, answer) {
        case (.beat(let beat), .beat(let outcome?)):
            guard let ticket = beat.writing?.ticket, composer?.ticket == ticket,
                composer?.kind != .note
            else { return [] }
            return leaseAnswered(outcome, ticket)
        case (.list, .presences(let all)):
            collision.presences = Dictionary(all.map { ($0.ticket, $0) }) { first, _ in first }
            return []
        case (.takeOver(let ticket, _), .taken(let reply)): return tookOver(ticket, reply)
        default: return []
        }
    }

    /// A composer opened. Where it is known that somebody else writes, the question comes before the
    /// first letter and takes none for an answer.
    mutating func askForLease(_ ticket: TicketID) -> [Effect] {
        guard let holder = others(on: ticket).first(where: \.activity.holdsLease) else {
            return beat()
        }
        composer?.lease = .beside(waits: true)
        let known = ComposeHolder(
            person: holder.person, name: holder.name, since: holder.since,
            characters: holder.characters)
        return ask(QuestionPane.Purpose.composeHeld(ticket, known)) + beat()
    }

    private mutating func leaseAnswered(_ answer: ComposeAnswer, _ ticket: TicketID) -> [Effect] {
        switch (answer, composer?.lease) {
        case (.granted(let token, _), .asked(let isOpening)?):
            composer?.lease = .held(token: token)
            if !isOpening { say(CollisionStrings.yoursNow, .ok) }
        case (.granted(let token, _), .held?): composer?.lease = .held(token: token)
        case (.held(let holder), .asked(isOpening: true)?):
            composer?.lease = .beside(waits: true)
            return ask(QuestionPane.Purpose.composeHeld(ticket, holder)) + beat()
        case (.held, .asked(isOpening: false)?): composer?.lease = .beside(waits: true)
        case (.held(let holder), .held?):
            composer?.lease = .beside(waits: true)
            say(CollisionStrings.lost(holder), .warning)
            return saveDraftIfChanged() + beat()
        default: break
        }
        return []
    }

    /// Somebody took the answer, or the whole ticket; the text stays a draft.
    mutating func composeTaken(_ taken: ComposeTaken) -> [Effect] {
        say(CollisionStrings.taken(taken, number(taken.ticket)), .warning)
        guard composer?.ticket == taken.ticket, composer?.kind != .note else { return [.bell] }
        composer?.lease = .beside(waits: !taken.isReassigned)
        return [.bell] + saveDraftIfChanged() + beat()
    }

    private mutating func tookOver(_ ticket: TicketID, _ reply: TakeOverCompose.Reply) -> [Effect] {
        say(CollisionStrings.tookOver(reply.former?.name), .ok)
        guard composer?.ticket == ticket, composer?.kind != .note else { return [] }
        composer?.lease = .held(token: reply.token)
        return beat()
    }

    /// What the author wants while somebody else writes the answer.
    mutating func choseBesideHolder(_ ticket: TicketID, _ key: Character) -> [Effect] {
        switch key {
        case "t": return ask(PromptPane.Purpose.takeOver(ticket))
        case "n":
            guard let row = composer?.row else { return [] }
            return closeComposer() + openNote(row)
        case "b": return closeComposer()
        default:
            say(CollisionStrings.besideNow)
            return []
        }
    }

    /// The reason is given: the reply goes past what was shown, and past nothing else.
    mutating func sendPast(_ reason: String) -> [Effect] {
        composer?.staleReason = reason
        let shown = composer?.staleItems.compactMap(\.message.outbox) ?? []
        composer?.knownAnswers += shown.map(AnswerMark.reply)
        return sendReply()
    }

    /// The author goes back to the text with the newer items on screen; they count as read.
    mutating func readNewer(_ items: [MessageView]) -> [Effect] {
        guard let composer else { return [] }
        let newest = items.map(\.message.sequence).max() ?? composer.basis
        let first = items.map(\.message.sequence).filter { $0 > .zero }.min()
        self.composer?.basis = max(composer.basis, newest)
        self.composer?.draftAt = now
        thread?.showsItem = first
        return reloadThread(composer.ticket)
    }

    /// Refusals that are questions to the author; nil for all others.
    mutating func collisionRefused(_ call: CoreCall, _ error: DeskError) -> [Effect]? {
        switch (call, error.code) {
        case (.send(let request), .composeHeld):
            guard let composer, composer.ticket == request.ticket else { return nil }
            self.composer?.lease = .beside(waits: true)
            let known = collision.presences[request.ticket]?.holder
            let minutes = Int64(error.arguments["minutes"] ?? "") ?? 0
            let holder = ComposeHolder(
                person: known?.person ?? PersonID(0),
                name: known?.name ?? error.arguments["holder"] ?? "",
                since: known?.since ?? now - .minutes(minutes), characters: known?.characters)
            return ask(QuestionPane.Purpose.composeHeld(request.ticket, holder))
        case (.send(let request), .ownersOnly):
            guard composer?.ticket == request.ticket else { return nil }
            say(ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments))
            composer?.lease = .beside(waits: false)
            return []
        case (.assign(let ticket, let person, let expected), .takeoverNeedsReason):
            return ask(PromptPane.Purpose.reassign(ticket, to: person, expected: expected))
        default: return nil
        }
    }
}

package import HelpDesk
import Localization
package import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// A draft that the composer asked an engine for.
package enum MachineDrafting: Equatable, Sendable {
    /// It is being made; what stood in the editor when it was asked for.
    case asked(over: String, pollAt: Timestamp?)
    /// It came while somebody was writing, and waits to be taken.
    case waiting(MachineDraft)

    var pollAt: Timestamp? {
        if case .asked(_, let pollAt) = self { pollAt } else { nil }
    }

    /// Asks at `instant` how far it is, whatever it waited for.
    mutating func poll(at instant: Timestamp) {
        guard case .asked(let text, _) = self else { return }
        self = .asked(over: text, pollAt: instant)
    }
}

enum DraftingStrings {
    static let asked = Phrase(
        "drafting.asked", "The engine is writing; go on meanwhile, or ctrl-x n gives it up.")
    static let cancelled = Phrase("drafting.cancelled", "The draft was given up.")
    static let waiting = Phrase(
        "drafting.waiting", "A draft is ready; ctrl-x n puts it in at the caret.")
    static let running = Phrase("drafting.running", "drafting")
    /// Stays when the notice has gone.
    static let ready = Phrase("drafting.ready", "draft ready: ^X n")
    static let machine = Phrase("drafting.machine", "machine's draft")

    static func arrived(_ engine: String) -> Phrase {
        Phrase(
            "drafting.arrived", "Drafted by {engine}; check it and make it yours.",
            ["engine": engine])
    }
}

enum DraftingCommands {
    static let all: [Command] = [
        Command(
            "machine-draft", ["ctrl-x n"], in: [.composer],
            Phrase(
                "command.machine-draft", "Has an engine draft the answer, for you to change"),
            unless: ComposerCommands.noTextToBuyer
        ) { model, _ in model.askMachine() }
    ]
}

extension WorkstationModel {
    private static let pollEvery: Duration = .seconds(1)

    /// Asks for a draft, gives up the one under way, or takes the one that waits.
    mutating func askMachine() -> [Effect] {
        guard mayChangeText(), let composer else { return [] }
        switch composer.machine {
        case .asked:
            self.composer?.machine = nil
            say(DraftingStrings.cancelled)
            return [.call(.drafting(.cancel(composer.ticket)))]
        case .waiting(let draft):
            self.composer?.machine = nil
            return put(draft)
        case nil:
            self.composer?.machine = .asked(over: composer.editor.text, pollAt: nil)
            say(DraftingStrings.asked)
            return [.call(.drafting(.ask(composer.ticket)))]
        }
    }

    mutating func drafted(_ progress: DraftProgress, _ call: DraftingCall) -> [Effect] {
        guard case .asked(let text, _)? = composer?.machine, let ticket = composer?.ticket,
            call == .ask(ticket) || call == .fetch(ticket)
        else { return [] }
        switch progress {
        case .running:
            composer?.machine = .asked(over: text, pollAt: now + Self.pollEvery)
            return []
        case .failed(let error):
            composer?.machine = nil
            say(ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments))
            return []
        case .done(let draft):
            guard draft.ticket == ticket else { return [] }
            composer?.machine = nil
            guard composer?.editor.text == text, composer?.isSending == false else {
                composer?.machine = .waiting(draft)
                say(DraftingStrings.waiting)
                return []
            }
            return put(draft)
        }
    }

    /// What is still awaited does not come; a draft that is here already stays.
    mutating func draftingRefused(_ call: DraftingCall) {
        guard case .asked? = composer?.machine, let ticket = composer?.ticket,
            call == .ask(ticket) || call == .fetch(ticket)
        else { return }
        composer?.machine = nil
    }

    /// One undo takes it out again.
    private mutating func put(_ draft: MachineDraft) -> [Effect] {
        if composer?.editor.isEmpty == true {
            composer?.editor.replaceAll(with: draft.text)
        } else {
            composer?.editor.insert(draft.text)
        }
        say(DraftingStrings.arrived(draft.engine), .warning)
        return edited()
    }

    mutating func machineTicked() -> [Effect] {
        guard let ticket = composer?.ticket,
            case .asked(let text, let pollAt?)? = composer?.machine,
            pollAt <= now, isConnected
        else { return [] }
        composer?.machine = .asked(over: text, pollAt: nil)
        return [.latest("machine-draft", .drafting(.fetch(ticket)))]
    }
}

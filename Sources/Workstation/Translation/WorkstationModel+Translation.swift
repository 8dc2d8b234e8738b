import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

enum TranslationStrings {
    static let nothing = Phrase(
        "translation.nothing", "Everything here is in your language already.")
    static let hidden = Phrase("translation.hidden", "Translations are hidden; T shows them again.")
    static let draftDone = Phrase(
        "translation.draft-done",
        "Translated by {engine}; read it before it leaves. ctrl-x b brings your text back.")
    static let asked = Phrase(
        "translation.asked",
        "The engine is translating; go on meanwhile. The key again gives it up.")
    static let offline = Phrase(
        "translation.offline", "The core is away; ask for a translation when it is back.")
    static let waiting = Phrase(
        "translation.waiting",
        "The translation of your earlier text is ready; ctrl-x l puts it in place of this one.")
    static let cancelled = Phrase("translation.cancelled", "The translation was given up.")
    static let arrived = Phrase("translation.arrived", "Translated; T hides it again.")
    static let running = Phrase("translation.running", "translating")
    static let ready = Phrase("translation.ready", "translation ready: ^X l")
    static let noOriginal = Phrase("translation.no-original", "Nothing was translated here.")
    static let original = Phrase("translation.original", "Your text before the translation:")

    static func by(_ engine: String) -> Phrase {
        Phrase("translation.by", "translated by {engine}, read with care", ["engine": engine])
    }
    static func draftDone(_ engine: String) -> Phrase {
        Phrase(draftDone.key, draftDone.english, ["engine": engine])
    }
    static func lost(_ facts: String) -> Phrase {
        Phrase("translation.lost", "The translation lost: {facts}", ["facts": facts])
    }
}

/// A text of the author's that an engine has.
struct AwaitedTranslation: Equatable, Sendable {
    var text: String
    var request: Int64
}

enum TranslationCommands {
    static let all: [Command] = [
        Command(
            "translate", ["T"], in: [.thread],
            Phrase("command.translate", "Shows translations beside the messages, or hides them"),
            hint: Phrase("hint.translate", "translate")
        ) { model, _ in model.toggleTranslations() },
        Command(
            "translate-draft", ["ctrl-x l"], in: [.composer],
            Phrase("command.translate-draft", "Puts your text into the buyer's language"),
            unless: ComposerCommands.noTextToBuyer
        ) { model, _ in model.translateDraft() },
        Command(
            "original", ["ctrl-x b"], in: [.composer],
            Phrase("command.original", "Brings back your text from before the translation"),
            unless: ComposerCommands.noTextToBuyer
        ) { model, _ in model.restoreOriginal() },
    ]
}

extension WorkstationModel {
    /// Newest messages that are translated at once; older ones are asked for when they are needed.
    private static let most = 12

    /// The language that whoever sits here reads.
    private var ownLanguage: LanguageCode {
        words.language == .simplifiedChinese ? "zh-Hans" : "en"
    }

    mutating func toggleTranslations() -> [Effect] {
        guard let thread, let detail = thread.detail else { return [] }
        if !thread.translations.isEmpty {
            changeThread { state, model in
                state.translations = [:]
                state.layOut(model)
            }
            say(TranslationStrings.hidden)
            return []
        }
        guard thread.translating.isEmpty else {
            changeThread { state, _ in state.translating = [] }
            return giveUp(thread.translationRequest, of: thread.ticket)
        }
        let own = ownLanguage
        let foreign = detail.messages.filter { view in
            view.message.direction != .note && view.message.language != .undetermined
                && !Self.isSame(view.message.language, own) && !view.body.isBlank
        }
        guard !foreign.isEmpty else {
            say(TranslationStrings.nothing)
            return []
        }
        guard isConnected else {
            say(TranslationStrings.offline, .warning)
            return []
        }
        let asked = foreign.suffix(Self.most).map(\.id)
        let request = nextRequest()
        changeThread { state, _ in
            state.translating = asked
            state.translationRequest = request
        }
        say(TranslationStrings.asked)
        return nextTranslation
    }

    /// One after the other, the newest first: an engine is often one program on this machine.
    private var nextTranslation: [Effect] {
        guard let thread, let message = thread.translating.last else { return [] }
        return [
            .call(
                .translate(
                    thread.ticket, message, to: ownLanguage, request: thread.translationRequest))
        ]
    }

    /// The moment of asking, so that no two workstations of a person share a number.
    private mutating func nextRequest() -> Int64 {
        lastTranslation = max(lastTranslation + 1, now.milliseconds)
        return lastTranslation
    }

    private mutating func giveUp(_ request: Int64, of ticket: TicketID) -> [Effect] {
        say(TranslationStrings.cancelled)
        return [.call(.cancelTranslation(ticket, request: request))]
    }

    /// Whether the thread still waits for this message; what was given up may answer late.
    private func awaits(_ message: MessageID, of ticket: TicketID, _ request: Int64) -> Bool {
        guard let thread, thread.ticket == ticket else { return false }
        return thread.translationRequest == request && thread.translating.contains(message)
    }

    /// What was asked for does not come; one message that an engine cannot do does not end the others.
    mutating func translationRefused(_ call: CoreCall, _ error: DeskError) -> [Effect] {
        switch call {
        case .translate(let ticket, let message, _, let request):
            guard awaits(message, of: ticket, request) else { return [] }
            let endsAll: Set<DeskError.Code> = [
                .translationOff, .translationCancelled, .coreUnreachable,
            ]
            guard !endsAll.contains(error.code) else {
                changeThread { state, _ in state.translating = [] }
                return []
            }
            changeThread { state, _ in state.translating.removeAll { $0 == message } }
            return nextTranslation
        case .translateDraft(_, _, let request)
        where composer?.translating?.request == request:
            composer?.translating = nil
        default: break
        }
        return []
    }

    /// What was asked for is not answered over the next connection.
    mutating func forgetTranslations() {
        composer?.translating = nil
        guard thread?.translating.isEmpty == false else { return }
        changeThread { state, _ in state.translating = [] }
    }

    private static func isSame(_ one: LanguageCode, _ other: LanguageCode) -> Bool {
        one.rawValue.prefix { $0 != "-" } == other.rawValue.prefix { $0 != "-" }
    }

    mutating func translated(_ translation: Translation, _ call: CoreCall) -> [Effect] {
        switch call {
        case .translate(let ticket, let message, _, let request):
            guard awaits(message, of: ticket, request) else { return [] }
            changeThread { state, model in
                state.translating.removeAll { $0 == message }
                state.translations[message] = translation
                state.layOut(model)
            }
            if thread?.translating.isEmpty == true { say(TranslationStrings.arrived, .ok) }
            return nextTranslation
        case .translateDraft(_, let text, let request):
            return replaceDraft(AwaitedTranslation(text: text, request: request), by: translation)
        default: break
        }
        return []
    }

    mutating func translateDraft() -> [Effect] {
        guard mayChangeText(), let composer, !composer.editor.isEmpty else { return [] }
        if let awaited = composer.translating {
            self.composer?.translating = nil
            return giveUp(awaited.request, of: composer.ticket)
        }
        if let ready = composer.readyTranslation {
            self.composer?.readyTranslation = nil
            return putIn(ready)
        }
        guard isConnected else {
            say(TranslationStrings.offline, .warning)
            return []
        }
        let awaited = AwaitedTranslation(text: composer.editor.text, request: nextRequest())
        self.composer?.translating = awaited
        say(TranslationStrings.asked)
        return [
            .latest(
                "translation",
                .translateDraft(composer.ticket, text: awaited.text, request: awaited.request))
        ]
    }

    /// Only a text that has not been touched meanwhile is replaced; otherwise the translation waits.
    private mutating func replaceDraft(
        _ awaited: AwaitedTranslation, by translation: Translation
    ) -> [Effect] {
        guard composer?.translating == awaited else { return [] }
        composer?.translating = nil
        guard composer?.editor.text == awaited.text, composer?.isSending == false else {
            composer?.readyTranslation = translation
            say(TranslationStrings.waiting)
            return []
        }
        return putIn(translation)
    }

    private mutating func putIn(_ translation: Translation) -> [Effect] {
        let original = composer?.editor.text
        composer?.original = original
        composer?.editor.replaceAll(with: translation.text)
        if translation.lost.isEmpty {
            say(TranslationStrings.draftDone(translation.engine), .ok)
        } else {
            say(TranslationStrings.lost(translation.lost.joined(separator: ", ")), .warning)
        }
        return edited()
    }

    mutating func restoreOriginal() -> [Effect] {
        guard mayChangeText() else { return [] }
        guard let original = composer?.original else {
            say(TranslationStrings.noOriginal)
            return []
        }
        composer?.original = nil
        composer?.editor.replaceAll(with: original)
        return edited()
    }
}

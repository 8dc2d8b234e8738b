import HelpDesk
import Localization
package import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What became of a dictation.
package enum DictationResult: Hashable, Sendable {
    case heard(String)
    /// A reason that holds nothing of what was said.
    case failed(String)
}

/// Which text is spoken: words for a note are not for the buyer.
package struct DictationPlace: Hashable, Sendable {
    var ticket: TicketID
    var kind: ComposerPane.Kind

    init(_ composer: ComposerPane.State) {
        ticket = composer.ticket
        // A typed message stays the same one while its fields are filled in.
        kind = composer.plan == nil ? composer.kind : .reply
    }
}

/// How far a dictation is.
package enum DictationState: Hashable, Sendable {
    case recording(DictationPlace, since: Timestamp)
    case working(DictationPlace)

    var place: DictationPlace {
        switch self {
        case .recording(let place, _), .working(let place): place
        }
    }
}

enum DictationStrings {
    static let off = Phrase(
        "dictation.off", "No dictation is set: dictation in [workstation] of the configuration.")
    static let recording = Phrase("dictation.recording", "● recording, ctrl-x h ends it")
    static let working = Phrase("dictation.working", "recognising")
    static let empty = Phrase("dictation.empty", "Nothing was heard.")
    static let done = Phrase("dictation.done", "What you said is in; read it through.")

    static let late = Phrase(
        "dictation.late", "What you said came too late for the text it was for; say it again.")

    static let pending = Phrase(
        "dictation.pending",
        "What you said is not in the text yet; ctrl-x h ends a recording, then send.")

    static func failed(_ reason: String) -> Phrase {
        EngineFailureSentences.problem(reason)
            ?? Phrase(
                "dictation.failed", "The dictation program gave no text ({reason}).",
                ["reason": reason])
    }
}

enum DictationCommands {
    static let all: [Command] = [
        Command(
            "dictate", ["ctrl-x h"], in: [.composer],
            Phrase("command.dictate", "Begins or ends dictation into the text"),
            unless: { $0.composer == nil ? DeskStrings.notHere("composer") : nil }
        ) { model, _ in model.toggleDictation() }
    ]
}

extension WorkstationModel {
    mutating func toggleDictation() -> [Effect] {
        guard let composer else { return [] }
        guard hasDictation else {
            say(DictationStrings.off)
            return []
        }
        switch dictation {
        case nil:
            guard mayChangeText() else { return [] }
            dictation = .recording(DictationPlace(composer), since: now)
            return [.dictate]
        case .recording(let place, _):
            dictation = .working(place)
            return [.endDictation]
        case .working: return []
        }
    }

    /// Words go into the composer that they were spoken for, in one step, and nowhere else.
    mutating func dictated(_ result: DictationResult) -> [Effect] {
        let place = dictation?.place
        dictation = nil
        switch result {
        case .failed(let reason):
            say(DictationStrings.failed(SafeText.line(reason, rules: rules)), .warning)
        case .heard(let text):
            let words = CleanText.clean(text).collapsed()
            guard !words.isBlank else {
                say(DictationStrings.empty)
                return []
            }
            guard let place, composer.map(DictationPlace.init) == place,
                composer?.isSending == false
            else {
                say(DictationStrings.late, .warning)
                return []
            }
            let before = composer.flatMap {
                String(decoding: $0.editor.text.utf8.prefix($0.editor.caret), as: UTF8.self).last
            }
            let needsSpace = before.map { !$0.isWhitespace } ?? false
            composer?.editor.insert((needsSpace ? " " : "") + words)
            say(DictationStrings.done, .ok)
            return edited()
        }
        return []
    }

    /// A composer that is closed takes its dictation with it.
    mutating func dropDictation() -> [Effect] {
        guard dictation != nil else { return [] }
        dictation = nil
        return [.dropDictation]
    }
}

import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// A person's snippets and spelling words in the composer.
enum OwnWordCommands {
    static let all: [Command] = [
        Command(
            "expand", ["tab", "ctrl-x tab"], in: [.composer],
            Phrase("command.expand", "Turns the snippet's name before the cursor into its text"),
            unless: noComposer
        ) { model, _ in model.expandSnippet() },
        Command(
            "snippets", ["ctrl-x i"], in: [.composer],
            Phrase("command.snippets", "Picks one of your snippets"), unless: noComposer
        ) { model, _ in model.pickSnippet() },
        Command(
            "snippet", in: [.composer],
            Phrase("command.snippet", "Keeps the paragraph at the cursor as a snippet of yours"),
            argument: "NAME", unless: noComposer
        ) { model, name in model.keepSnippet(name) },
        Command(
            "learn", ["ctrl-x v"], in: [.composer],
            Phrase("command.learn", "Keeps the marked word among your own; it is spelled right"),
            unless: noComposer
        ) { model, _ in model.learnWord() },
    ]

    @Sendable private static func noComposer(_ model: WorkstationModel) -> Phrase? {
        model.composer == nil ? DeskStrings.notHere("composer") : nil
    }
}

extension WorkstationModel {
    /// What composing needs of the author's own; asked for when a composer opens.
    var ownWordsFetch: [Effect] {
        isConnected ? [.latest("snippets", .library(.words(.snippet)))] : []
    }

    mutating func ownWordsArrived(_ words: [OwnWordContent], _ call: LibraryCall) -> [Effect] {
        switch call {
        case .words(.snippet): snippets = words
        case .keepWord(.snippet, _):
            snippets = words
            say(LibraryStrings.kept, .ok)
        case .keepWord(.spelling, let word):
            composer?.learned(word.name)
            say(LibraryStrings.learned, .ok)
        default: break
        }
        return []
    }

    /// One undo takes it back, as it does any other insertion.
    mutating func expandSnippet() -> [Effect] {
        guard mayChangeText(), let composer else { return [] }
        let name = composer.editor.wordBeforeCaret
        guard !name.isEmpty, let snippet = snippets.first(where: { $0.name == name }) else {
            say(LibraryStrings.noSnippet)
            return []
        }
        let caret = composer.editor.caret
        self.composer?.editor.replace(caret - name.utf8.count..<caret, with: snippet.text)
        return edited()
    }

    mutating func pickSnippet() -> [Effect] {
        guard !snippets.isEmpty else {
            say(LibraryStrings.noSnippets)
            return []
        }
        let items = snippets.map { snippet in
            PickerItem(
                id: snippet.name, title: SafeText.line(snippet.name, rules: rules),
                detail: SafeText.line(String(snippet.text.prefix(60)), rules: rules),
                keywords: String(snippet.text.prefix(400)))
        }
        let effects = pick(.snippet, items)
        if case .picker(var state) = popups.last {
            for snippet in snippets { state.previews[snippet.name] = snippet.text }
            popups[popups.count - 1] = .picker(state)
        }
        return effects
    }

    mutating func insertSnippet(_ name: String) -> [Effect] {
        guard let snippet = snippets.first(where: { $0.name == name }), composer != nil,
            mayChangeText()
        else { return [] }
        composer?.editor.insert(snippet.text)
        return edited()
    }

    mutating func keepSnippet(_ name: String) -> [Effect] {
        guard !name.isEmpty else {
            say(LibraryStrings.nameNeeded)
            return []
        }
        guard let text = composer?.editor.paragraphAtCaret, !text.isEmpty else {
            say(LibraryStrings.nothingToKeep)
            return []
        }
        let word = OwnWordContent(name: name, text: text)
        return [.call(.library(.keepWord(.snippet, word)))]
    }

    mutating func learnWord() -> [Effect] {
        guard let finding = composer?.currentFinding, finding.rule == Finding.spellingRule else {
            say(LibraryStrings.noWord)
            return []
        }
        return [.call(.library(.keepWord(.spelling, OwnWordContent(name: finding.text))))]
    }
}

extension ComposerPane.State {
    /// Words that no dictionary knows, said of an older text, say nothing.
    mutating func spelled(_ reply: CheckSpelling.Reply, ticket: TicketID, text: String) {
        guard ticket == self.ticket, text == editor.text else { return }
        misspelled = reply.findings
        dictionary = reply.dictionary
        show(findings.filter { $0.rule != Finding.spellingRule })
    }

    mutating func learned(_ word: String) {
        misspelled.removeAll { $0.text.lowercased() == word.lowercased() }
        show(findings.filter { $0.rule != Finding.spellingRule })
    }
}

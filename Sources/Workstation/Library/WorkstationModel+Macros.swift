import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

enum MacroCommands {
    static let all: [Command] = [
        Command(
            "macro", ["ctrl-x m"], in: [.composer],
            Phrase("command.macro", "Picks a macro: a letter and what goes with it"),
            hint: Phrase("hint.macro", "macro"), unless: ComposerCommands.noTextToBuyer
        ) { model, name in model.macro(name) },
        Command(
            "macro", ["@"], in: [.thread],
            Phrase("command.macro", "Picks a macro: a letter and what goes with it"),
            argument: "NAME"
        ) { model, name in model.macro(name) },
    ]
}

extension WorkstationModel {
    /// Shows the macros, or what the named one would do.
    mutating func macro(_ name: String) -> [Effect] {
        guard let ticket = composer?.ticket ?? thread?.ticket else { return [] }
        guard name.isEmpty else {
            return [
                .call(.library(.runMacro(MacroName(name), ticket, number: nil, isDryRun: true)))
            ]
        }
        return [.latest("macros", .library(.macros(ticket)))]
    }

    mutating func offer(_ macros: [MacroView], for ticket: TicketID) -> [Effect] {
        guard layer == .composer || layer == .thread, currentRow?.id == ticket else { return [] }
        guard !macros.isEmpty else {
            say(LibraryStrings.noMacros)
            return []
        }
        let items = macros.map { view in
            PickerItem(
                id: MacroChoice.id(view.version),
                title: SafeText.line(view.version.title, rules: rules),
                detail: SafeText.line(view.version.name.rawValue, rules: rules))
        }
        let effects = pick(.macro(ticket), items)
        if case .picker(var state) = popups.last {
            for view in macros {
                state.previews[MacroChoice.id(view.version)] = view.version.acts.enumerated()
                    .map { "\($0.offset + 1). " + MacroWords.text($0.element, self) }
                    .joined(separator: "\n")
            }
            popups[popups.count - 1] = .picker(state)
        }
        return effects
    }

    /// After the dry run the list of acts stands to be confirmed; after the run its letter goes into
    /// the composer.
    mutating func played(_ reply: RunMacro.Reply, _ call: LibraryCall) -> [Effect] {
        guard case .runMacro(let name, let ticket, _, let isDryRun) = call else { return [] }
        if isDryRun || !reply.isDone {
            return ask(
                QuestionPane.Purpose.macro(name, ticket, number: reply.number, reply.steps))
        }
        say(LibraryStrings.macroDone, .ok)
        var effects = reloadThread(ticket)
        guard reply.rendered != nil || reply.stateAfter != nil else { return effects }
        if composer?.ticket != ticket || composer?.kind != .reply {
            guard thread?.ticket == ticket else { return effects }
            effects += openComposer()
        }
        guard composer?.ticket == ticket, composer?.kind == .reply else { return effects }
        if let state = reply.stateAfter { composer?.stateAfter = state }
        if let text = reply.rendered, let key = reply.template {
            effects += insertTemplate(text, .renderTemplate(key, ticket))
        }
        return effects
    }
}

/// A macro in a picker: its name and the version whose acts stand beside it.
enum MacroChoice {
    /// Names hold no blanks.
    static func id(_ version: MacroVersion) -> String {
        "\(version.name.rawValue) \(version.number)"
    }

    static func call(_ id: String, on ticket: TicketID) -> LibraryCall {
        let parts = id.split(separator: " ").map(String.init)
        return .runMacro(
            MacroName(parts.first ?? ""), ticket, number: parts.last.flatMap { Int($0) },
            isDryRun: true)
    }
}

/// What a macro would do, act by act, before it does anything.
enum MacroQuestions {
    static func steps(_ steps: [RunMacro.Step], _ model: WorkstationModel) -> Dialog {
        let words = model.words
        let isRefused = steps.contains { $0.error != nil }
        let lines: [TextLine] = steps.enumerated().flatMap { index, step -> [TextLine] in
            let text = "\(index + 1). " + MacroWords.text(step.act, model)
            guard let error = step.error else {
                return [[StyledText("+ ", .ok), StyledText(text)]]
            }
            let sentence = ErrorSentences.words(
                code: error.code.rawValue, arguments: error.arguments)
            return [
                [StyledText("X ", .error, .bold), StyledText(text)],
                [StyledText("    " + words(sentence.problem), .error)],
            ]
        }
        var choices = [
            DialogChoice(key: "b", label: words(LibraryStrings.leaveIt), isSafe: true)
        ]
        if !isRefused { choices.append(DialogChoice(key: "y", label: words(LibraryStrings.runIt))) }
        return Dialog(
            title: words(isRefused ? LibraryStrings.refusedTitle : LibraryStrings.runTitle),
            lines: lines, choices: choices)
    }

    /// A macro goes out of use for everybody at once, and comes back only by a second person.
    static func retire(_ title: String, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        return Dialog(
            title: words(LibraryStrings.retireTitle),
            lines: [
                [StyledText(SafeText.line(title, rules: model.rules), .title)],
                [StyledText(words(LibraryStrings.retireText))],
            ],
            choices: [
                DialogChoice(key: "k", label: words(LibraryStrings.keepIt), isSafe: true),
                DialogChoice(key: "y", label: words(LibraryStrings.retireIt)),
            ])
    }
}

import HelpDesk
import Localization
import TerminalWidgets

/// What can be done while writing. Each also has a plain way: ctrl-x and a letter, or `ctrl-x :`.
enum ComposerCommands {
    static let all: [Command] = sending + writing + leaving

    private static let sending: [Command] = [
        Command(
            "send", ["ctrl-s", "ctrl-x s", "alt-enter", "f9"], in: [.composer],
            Phrase("command.send", "Sends the reply after the countdown"),
            hint: Phrase("hint.send", "send"), unless: noComposer
        ) { model, _ in model.sendReply() },
        Command(
            "ask-supervisor", ["ctrl-r", "ctrl-x r"], in: [.composer],
            Phrase("command.ask-supervisor", "Asks a supervisor to release a blocked reply"),
            hint: Phrase("hint.ask-supervisor", "ask supervisor"), unless: noTextToBuyer
        ) { model, _ in model.askSupervisor() },
        Command(
            "after-sending", ["ctrl-o", "ctrl-x o"], in: [.composer],
            Phrase("command.after-sending", "Chooses the ticket's state after sending"),
            hint: Phrase("hint.after-sending", "then"), unless: noTextToBuyer
        ) { model, _ in model.cycleStateAfter() },
    ]

    private static let writing: [Command] = [
        Command(
            "fix", ["ctrl-f", "ctrl-x f"], in: [.composer],
            Phrase("command.fix", "Applies the suggestion for the marked place"),
            hint: Phrase("hint.fix", "fix"), unless: noReply
        ) { model, _ in model.applyFix() },
        Command(
            "template", ["ctrl-t", "ctrl-x t"], in: [.composer],
            Phrase("command.template", "Picks a template and fills it in"),
            hint: Phrase("hint.template", "template"), unless: noTextToBuyer
        ) { model, _ in
            model.composer.map { [.latest("templates", .templates($0.ticket))] } ?? []
        },
        Command(
            "editor", ["ctrl-x e"], in: [.composer],
            Phrase("command.editor", "Writes on in your own editor"), unless: noComposer
        ) { model, _ in
            guard model.mayChangeText() else { return [] }
            return model.saveDraftIfChanged()
                + [.editExternally(model.composer?.editor.text ?? "")]
        },
    ]

    private static let leaving: [Command] = [
        Command(
            "keep", ["ctrl-x k"], in: [.composer],
            Phrase("command.keep", "Closes the composer and keeps the draft; Esc does too"),
            hint: Phrase("hint.keep", "keep (esc)"), unless: noComposer
        ) { model, _ in model.closeComposer() },
        Command(
            "discard", ["ctrl-x d"], in: [.composer],
            Phrase("command.discard", "Throws the draft away"),
            hint: Phrase("hint.discard", "discard"), unless: noComposer
        ) { model, _ in model.ask(QuestionPane.Purpose.discard) },
    ]

    /// Typed messages have no supervisor's release, no state afterwards and no templates.
    @Sendable static func noTextToBuyer(_ model: WorkstationModel) -> Phrase? {
        if model.composer?.plan != nil { return ComposerStrings.onlyReplies }
        return noReply(model)
    }

    @Sendable private static func noComposer(_ model: WorkstationModel) -> Phrase? {
        model.composer == nil ? DeskStrings.notHere("composer") : nil
    }

    @Sendable static func noReply(_ model: WorkstationModel) -> Phrase? {
        noComposer(model) ?? (model.composer?.kind == .note ? ComposerStrings.onlyReplies : nil)
    }
}

import Localization
import TerminalWidgets

/// Acts on the files of the open conversation and of the reply being written.
enum FileCommands {
    static let all: [Command] = [
        Command(
            "files", ["A"], in: [.thread],
            Phrase("command.files", "Lists the files of the ticket, to look at or to save"),
            hint: Phrase("hint.files", "files"),
            unless: { model in
                TicketCommands.noTicket(model)
                    ?? (model.threadFiles.isEmpty ? FileStrings.none : nil)
            }
        ) { model, _ in model.pickFile() },
        Command(
            "attach", ["ctrl-a", "ctrl-x a"], in: [.composer],
            Phrase("command.attach", "Attaches a file to the reply; Tab completes its path"),
            hint: Phrase("hint.attach", "attach"), argument: "FILE",
            unless: { ComposerCommands.noTextToBuyer($0) }
        ) { model, path in
            path.isEmpty ? model.ask(.attachPath, text: "~/") : model.attach(path)
        },
        Command(
            "detach", ["ctrl-x w"], in: [.composer],
            Phrase("command.detach", "Takes a file out of the reply"),
            unless: { model in
                ComposerCommands.noTextToBuyer(model)
                    ?? (model.composer?.files.isEmpty == false ? nil : FileStrings.noneAttached)
            }
        ) { model, _ in model.pickDetached() },
    ]
}

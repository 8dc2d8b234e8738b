import HelpDesk
import Localization
import TerminalWidgets

/// What can be done while somebody else writes the answer.
enum CollisionCommands {
    static let all: [Command] = [
        Command(
            "take-over", ["ctrl-x p"], in: [.composer],
            Phrase("command.take-over", "Takes the answer over from whoever writes it"),
            argument: "REASON", unless: notBeside
        ) { model, reason in
            guard let ticket = model.composer?.ticket else { return [] }
            guard !reason.isEmpty else { return model.ask(PromptPane.Purpose.takeOver(ticket)) }
            return [.call(.collision(.takeOver(ticket, reason: reason)))]
        }
    ]

    @Sendable private static func notBeside(_ model: WorkstationModel) -> Phrase? {
        ComposerCommands.noReply(model)
            ?? (model.composer?.lease.isBeside == true ? nil : CollisionStrings.isYours)
    }
}

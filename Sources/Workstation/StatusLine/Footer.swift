import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// The last row: the likeliest keys here; a key that does nothing just now stays, dimmed.
enum Footer {
    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer, in area: Rect) {
        let commands =
            model.pendingKeys.isEmpty
            ? CommandBook.commands(in: model.layer).filter { $0.hint != nil } : pending(model)
        let hints = commands.compactMap { command -> KeyHint? in
            guard let key = key(of: command, model) else { return nil }
            let label = model.words(command.hint ?? command.summary)
            return KeyHint(key: key, label: label, isEnabled: command.obstacle(model) == nil)
        }
        KeyHints(hints).render(
            into: &buffer, in: Rect(x: 1, y: area.y, width: area.width - 1, height: 1))
    }

    /// After a pause the footer shows how the keys typed so far can go on.
    private static func pending(_ model: WorkstationModel) -> [Command] {
        CommandBook.continuations(of: model.pendingKeys, in: model.layer)
    }

    private static func key(of command: Command, _ model: WorkstationModel) -> String? {
        guard !model.pendingKeys.isEmpty else { return command.keys.first?.hint }
        return command.keys.first { $0.continues(model.pendingKeys) }?.hint
    }
}

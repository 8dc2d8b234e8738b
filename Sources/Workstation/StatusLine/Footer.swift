import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// The last row: the likeliest keys here; a key that does nothing just now stays, dimmed.
enum Footer {
    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer, in area: Rect) {
        let commands = inOrder(CommandBook.commands(in: model.layer))
        let hints = commands.compactMap { command -> KeyHint? in
            guard let hint = command.hint, let key = command.keys.first?.hint else { return nil }
            return KeyHint(
                key: key, label: model.words(hint), isEnabled: command.obstacle(model) == nil)
        }
        KeyHints(hints).render(
            into: &buffer, in: Rect(x: 1, y: area.y, width: area.width - 1, height: 1))
    }

    /// The way to all other keys stands early enough to be seen on a narrow screen.
    private static func inOrder(_ commands: [Command]) -> [Command] {
        let shown = commands.filter { $0.hint != nil }
        let help = shown.filter { $0.name == "help" }
        let others = shown.filter { $0.name != "help" }
        return others.prefix(3) + help + others.dropFirst(3)
    }
}

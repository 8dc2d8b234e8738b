import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// The last row: the likeliest keys here; a key that does nothing just now stays, dimmed.
enum Footer {
    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer, in area: Rect) {
        let commands = inOrder(CommandBook.commands(in: model.layer))
        let hints = commands.compactMap { hint($0, model) }
        KeyHints(hints).render(
            into: &buffer, in: Rect(x: 1, y: area.y, width: area.width - 1, height: 1))
    }

    /// What few tickets have: shown where there is something to do, and early then.
    private static let conditional = ["case", "files"]

    /// A key that belongs to replies or to a countdown is left out where there is none.
    private static func hint(_ command: Command, _ model: WorkstationModel) -> KeyHint? {
        guard let hint = command.hint, let key = command.keys.first?.hint else { return nil }
        let obstacle = command.obstacle(model)
        if obstacle == ComposerStrings.onlyReplies { return nil }
        if command.name == "undo", model.undo == nil { return nil }
        if conditional.contains(command.name), obstacle != nil { return nil }
        if command.name == "card", !ScreenLayout(model).card.isEmpty { return nil }
        let isNote = model.layer == .composer && model.composer?.kind == .note
        let label = isNote && command.name == "send" ? ComposerStrings.saveNote : hint
        return KeyHint(key: key, label: model.words(label), isEnabled: obstacle == nil)
    }

    /// The ways to all other keys and out, and to a word of a long conversation, stand early enough
    /// to be seen on a narrow screen, what has a picker stands late, and a running countdown first.
    private static func inOrder(_ commands: [Command]) -> [Command] {
        let shown = commands.filter { $0.hint != nil }
        let first = shown.filter { $0.name == "undo" }
        let early = ["help", "close", "quit"].flatMap { name in shown.filter { $0.name == name } }
        let late = shown.filter { ["assign", "money", "log"].contains($0.name) }
        let now = shown.filter { conditional.contains($0.name) }
        let card = shown.filter { $0.name == "card" }
        let find = shown.filter { $0.name == "find" }
        let apart = Set((first + early + late + now + card + find).map(\.name))
        let others = shown.filter { !apart.contains($0.name) }
        var order = first + Array(others.prefix(3)) + early
        order += now + card + Array(others.dropFirst(3).prefix(2))
        return order + find + Array(others.dropFirst(5)) + late
    }
}

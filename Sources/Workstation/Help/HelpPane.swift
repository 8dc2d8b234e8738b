import Localization
import TerminalCore
package import TerminalWidgets

/// All commands that work here, narrowed by typing a part of a name or a key; enter runs one.
package enum HelpPane {
    package struct State: Hashable, Sendable {
        package var picker: Picker
    }

    static let title = Phrase("help.title", "Keys and commands")
    static let how = Phrase("help.how", "type to narrow · enter runs it · esc closes")

    /// What may follow a command's name, its parts in the agent's language.
    private static func usage(_ argument: String, _ words: Words) -> String {
        argument.split(separator: " ").map { part in
            switch part {
            case "REASON": words(Phrase("usage.reason", "REASON"))
            case "TEXT": words(Phrase("usage.text", "TEXT"))
            case "NAME": words(Phrase("usage.name", "NAME"))
            case "FILE": words(Phrase("usage.file", "FILE"))
            default: String(part)
            }
        }.joined(separator: " ")
    }

    static func items(_ model: WorkstationModel) -> [PickerItem] {
        CommandBook.commands(in: model.layer).map { command in
            let keys = command.keys.map(\.hint).joined(separator: "  ")
            let argument =
                command.argument.isEmpty ? "" : " " + usage(command.argument, model.words)
            let obstacle = command.obstacle(model).map { "  (\(model.words($0)))" } ?? ""
            return PickerItem(
                id: command.name, title: keys.padded(to: 16),
                detail: ":\(command.name)\(argument)  \(model.words(command.summary))\(obstacle)",
                keywords: command.keys.map(\.description).joined(separator: " "))
        }
    }
}

extension WorkstationModel {
    mutating func openHelp() -> [Effect] {
        var picker = Picker(items: HelpPane.items(self), prompt: "? ")
        picker.setHeight(max(4, size.height - 8))
        popups.append(.help(HelpPane.State(picker: picker)))
        return []
    }

    mutating func helpPressed(_ state: HelpPane.State, _ key: Key) -> [Effect] {
        var state = state
        switch state.picker.handle(key) {
        case .cancelled: return []
        case .picked(let name): return CommandBook.named(name, in: layer).map { run($0) } ?? []
        case .handled, .ignored:
            popups.append(.help(state))
            return []
        }
    }
}

import TerminalCore

/// All commands, and which key means which of them where.
package enum CommandBook {
    package static let all: [Command] =
        InboxCommands.all + ThreadCommands.all + TicketCommands.all
        + LifeCommands.all
        + ComposerCommands.all + FileCommands.all + OutboxCommands.all + SyncCommands.all
        + AccountCommands.all
        + ReportCommands.all
        + QualityCommands.all
        + WallCommands.all
        + AccountRowsCommands.all
        + PastCommands.all
        + ClockCommands.all
        + RoutingCommands.all
        + CardCommands.all
        + CollisionCommands.all
        + RightsCommands.all
        + LibraryCommands.all + MacroCommands.all + OwnWordCommands.all
        + SuggestionCommands.all
        + CategoryCommands.all
        + DraftingCommands.all
        + DictationCommands.all
        + TranslationCommands.all
        + DeskCommands.all

    package static func named(_ name: String, in layer: Layer) -> Command? {
        let found = all.filter { $0.name == name }
        return found.first { $0.contexts.contains(layer) } ?? found.first
    }

    package static func commands(in layer: Layer) -> [Command] {
        byLayer[layer] ?? []
    }

    private static let byLayer: [Layer: [Command]] = {
        var sorted: [Layer: [Command]] = [:]
        for layer in Layer.allCases { sorted[layer] = all.filter { $0.contexts.contains(layer) } }
        return sorted
    }()

    private static let keyMaps: [Layer: [[KeyPress]: Command]] = {
        var maps: [Layer: [[KeyPress]: Command]] = [:]
        for layer in Layer.allCases {
            for command in commands(in: layer) {
                for chord in command.keys where maps[layer]?[chord.presses] == nil {
                    maps[layer, default: [:]][chord.presses] = command
                }
            }
        }
        return maps
    }()

    enum Match {
        case command(Command)
        /// More presses can make a command of it.
        case prefix
        case none
    }

    static func match(_ presses: [KeyPress], in layer: Layer) -> Match {
        guard let map = keyMaps[layer] else { return .none }
        if let command = map[presses] { return .command(command) }
        let isPrefix = map.keys.contains { $0.count > presses.count && $0.starts(with: presses) }
        return isPrefix ? .prefix : .none
    }

    /// Commands that the presses so far lead to, for the box of possible keys.
    static func continuations(of presses: [KeyPress], in layer: Layer) -> [Command] {
        commands(in: layer).filter { command in
            command.keys.contains { $0.continues(presses) }
        }
    }
}

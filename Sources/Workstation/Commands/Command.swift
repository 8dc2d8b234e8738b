package import Localization
package import TerminalCore

/// Something an agent can do: by a key, by name after `:`, or from the help.
package struct Command: Sendable {
    package var name: String
    package var summary: Phrase
    /// Short label for the footer; nil keeps the command out of it.
    package var hint: Phrase?
    package var contexts: Set<Layer>
    package var keys: [KeyChord]
    /// What may follow the name after `:`, such as `3h reason`.
    package var argument: String
    /// Nil when the command can run now, else why not.
    package var obstacle: @Sendable (WorkstationModel) -> Phrase?
    package var run: @Sendable (inout WorkstationModel, String) -> [Effect]

    init(
        _ name: String, _ keys: [String] = [], in contexts: Set<Layer>, _ summary: Phrase,
        hint: Phrase? = nil, argument: String = "",
        unless obstacle: @escaping @Sendable (WorkstationModel) -> Phrase? = { _ in nil },
        _ run: @escaping @Sendable (inout WorkstationModel, String) -> [Effect]
    ) {
        self.name = name
        self.keys = keys.compactMap { KeyChord($0) }
        self.contexts = contexts
        self.summary = summary
        self.hint = hint
        self.argument = argument
        self.obstacle = obstacle
        self.run = run
    }
}

extension Set<Layer> {
    static let everywhere = Set(Layer.allCases)
    static let tickets: Set<Layer> = [.inbox, .thread, .card]
    static let reading: Set<Layer> =
        Set<Layer>([
            .inbox, .thread, .card, .outbox, .history, .account, .accountRows, .rights, .library,
            .reports,
            .quality,
        ])
        .union(EnginePane.layers).union(ClockPane.layers).union(RoutingPane.layers)
        .union(WallPane.layers)
}

import Localization
import TerminalCore

/// The keys by which all panes of text scroll, and all lists move.
enum ScrollCommands {
    typealias Move = @Sendable (inout WorkstationModel, Int) -> Void

    /// Line by line and page by page.
    static func text(in layers: Set<Layer>, _ move: @escaping Move) -> [Command] {
        [
            step(
                "down", ["j", "down"], Phrase("command.scroll-down", "Scrolls down"), layers, move
            ) { _ in 1 },
            step("up", ["k", "up"], Phrase("command.scroll-up", "Scrolls up"), layers, move) { _ in
                -1
            },
        ] + pages(in: layers, move)
    }

    static func list(in layers: Set<Layer>, overlap: Int, _ move: @escaping Move) -> [Command] {
        [
            step("down", ["j", "down"], Phrase("command.down", "Moves down"), layers, move) { _ in
                1
            },
            step("up", ["k", "up"], Phrase("command.up", "Moves up"), layers, move) { _ in -1 },
        ] + pages(in: layers, overlap: overlap, move)
    }

    static func pages(
        in layers: Set<Layer>, overlap: Int = 2, _ move: @escaping Move
    ) -> [Command] {
        [
            step(
                "page-down", ["space", "pagedown", "ctrl-d"],
                Phrase("command.page-down", "Pages down"), layers, move
            ) { max(1, $0 - overlap) },
            step(
                "page-up", ["b", "pageup", "ctrl-u"], Phrase("command.page-up", "Pages up"),
                layers, move
            ) { -max(1, $0 - overlap) },
            step("top", ["g g", "home"], Phrase("command.top", "Goes to the top"), layers, move) {
                _ in -1_000_000
            },
            step("bottom", ["G", "end"], Phrase("command.bottom", "Goes to the end"), layers, move)
            { _ in 1_000_000 },
        ]
    }

    /// `distance` is worked out from the height of the pane.
    private static func step(
        _ name: String, _ keys: [String], _ summary: Phrase, _ layers: Set<Layer>,
        _ move: @escaping Move, by distance: @escaping @Sendable (Int) -> Int
    ) -> Command {
        Command(name, keys, in: layers, summary) { model, _ in
            move(&model, distance(ScreenLayout(model).body.height))
            return []
        }
    }
}

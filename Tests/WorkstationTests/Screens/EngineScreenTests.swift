import HelpDesk
import Localization
import TerminalCore
import Testing
import Wire

@testable import Workstation

struct EngineScreenTests {
    static let panes = [
        ("sync", "g s"), ("sync-log", "g l j"), ("jobs", "g j"), ("drift", "g d"),
        ("quarantine", "g q"), ("checks", "g c"),
    ]

    static let cases: [ScreenCase] = panes.flatMap { pane, keys in
        [(80, 24), (200, 50)].flatMap { width, height in
            InterfaceLanguage.allCases.map { language in
                ScreenCase(
                    pane: pane, width: width, height: height, language: language, keys: keys)
            }
        }
    }

    @Test(arguments: cases)
    func looksAsRecorded(_ screen: ScreenCase) throws {
        var bench = Bench(
            width: screen.width, height: screen.height, language: screen.language,
            me: Fixture.supervisor)
        bench.press(screen.keys)
        bench.settle()
        try expectScreen(bench.screen, screen.name)
    }

    /// Every signal has a mark or a word besides its colour.
    @Test(arguments: panes.map(\.1))
    func nothingIsSaidByColourAlone(_ keys: String) {
        var bench = Bench(width: 120, height: 40, me: Fixture.supervisor)
        bench.press(keys)
        bench.settle()
        let mono = bench.screen.ansiText(theme: .mono, tier: .mono)
        #expect(!mono.contains("38;5;"))
        for theme in [Theme.dark, .light] {
            #expect(bench.screen.ansiText(theme: theme, tier: .palette256).contains("38;5;"))
        }
    }

    @Test func theOpenItemFillsThePane() throws {
        var bench = Bench(width: 80, height: 24, me: Fixture.supervisor)
        bench.press("g d enter")
        bench.settle()
        try expectScreen(bench.screen, "drift-open-80x24-en")
        bench.press("q")
        #expect(bench.model.layer == .drift)
        #expect(!bench.model.engine.isOpen)
    }

    @Test(arguments: [40, 60, 100, 149, 150])
    func everyWidthDrawsWithoutACrash(_ width: Int) {
        for (_, keys) in Self.panes {
            for height in [10, 15, 24, 60] {
                var bench = Bench(width: width, height: height, me: Fixture.supervisor)
                bench.press(keys)
                bench.press("j k enter j G g g")
                #expect(bench.screen.textRows.count == height)
            }
        }
    }
}

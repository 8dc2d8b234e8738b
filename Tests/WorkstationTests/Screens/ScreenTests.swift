import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// A screen of the fixed evening: its name says pane, size and language.
struct ScreenCase: Sendable, CustomTestStringConvertible {
    var pane: String
    var width: Int
    var height: Int
    var language: InterfaceLanguage
    var keys: String
    var text = ""

    var name: String { "\(pane)-\(width)x\(height)-\(language.rawValue)" }
    var testDescription: String { name }
}

struct ScreenTests {
    static let panes: [(String, String, String)] = [
        ("inbox", "j", ""), ("thread", "j enter", ""),
        ("composer", "j r", "Bonjour Camille,\nécrivez à desk@example.com ou http: merci"),
        ("card", "j o", ""), ("help", "?", ""),
    ]

    static let cases: [ScreenCase] = panes.flatMap { pane, keys, text in
        [(80, 24), (140, 40), (200, 50)].flatMap { width, height in
            InterfaceLanguage.allCases.map { language in
                ScreenCase(
                    pane: pane, width: width, height: height, language: language, keys: keys,
                    text: text)
            }
        }
    }

    @Test(arguments: cases)
    func looksAsRecorded(_ screen: ScreenCase) throws {
        var bench = Bench(width: screen.width, height: screen.height, language: screen.language)
        bench.press(screen.keys)
        bench.type(screen.text)
        bench.settle()
        try expectScreen(bench.screen, screen.name)
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func saysThatTheCoreIsAway(_ language: InterfaceLanguage) throws {
        var bench = Bench(language: language)
        bench.press("j r")
        bench.type("Bonjour")
        bench.feed(.disconnected(retryAt: bench.model.now + .seconds(2)))
        bench.pass(.seconds(1))
        try expectScreen(bench.screen, "lost-80x24-\(language.rawValue)")
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func saysThatTheWindowIsTooSmall(_ language: InterfaceLanguage) throws {
        let bench = Bench(width: 38, height: 6, language: language)
        try expectScreen(bench.screen, "small-38x6-\(language.rawValue)")
    }

    @Test func theOutboxLooksAsRecorded() throws {
        var bench = Bench(width: 100, height: 30, me: Fixture.supervisor)
        bench.press("g o")
        try expectScreen(bench.screen, "outbox-100x30-en")
    }
}

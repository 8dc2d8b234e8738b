import Localization
import TerminalCore
import Testing

@testable import Workstation

struct CommandBookTests {
    @Test(arguments: CommandBook.all.map(\.name))
    func everyCommandIsExplainedInBothLanguages(_ name: String) throws {
        let command = try #require(CommandBook.all.first { $0.name == name })
        let english = Words(.english)(command.summary)
        #expect(!english.isEmpty)
        #expect(Words(.simplifiedChinese)(command.summary) != english)
    }

    /// Presses that terminals, multiplexers or flow control keep for themselves
    /// (terminal reference section 2).
    private static func isUnreliable(_ press: KeyPress) -> Bool {
        if press.modifiers.contains(.alt) || press.code == .function(11) { return true }
        guard press.modifiers.contains(.ctrl), case .character(let letter) = press.code else {
            return false
        }
        return "sqabzchijkm[\\".contains(letter)
    }

    /// Suspending and the mouse have the keys that people expect, and a name for `:` everywhere.
    @Test func noCommandDependsOnAnUnreliableKey() {
        let exceptions: Set = ["suspend", "mouse"]
        for command in CommandBook.all where !command.keys.isEmpty {
            let isReachable = command.keys.contains { chord in
                chord.presses.first.map { !Self.isUnreliable($0) } ?? false
            }
            #expect(isReachable || exceptions.contains(command.name), "\(command.name)")
            if exceptions.contains(command.name) { #expect(command.contexts == .everywhere) }
        }
    }

    @Test func waitingForASecondKeyDoesNotKeepTheLoopAwake() {
        var bench = Bench()
        bench.press("g")
        bench.pass(.milliseconds(350))
        #expect(bench.model.nextTimer > bench.model.now)
    }

    @Test(arguments: Layer.allCases)
    func noTwoCommandsShareAKeyInAPane(_ layer: Layer) {
        var seen: [String: String] = [:]
        for command in CommandBook.commands(in: layer) {
            for chord in command.keys {
                let other = seen.updateValue(command.name, forKey: chord.description)
                #expect(other == nil, "\(chord) means \(command.name) and \(other ?? "")")
            }
        }
    }

    @Test(arguments: Layer.allCases)
    func noKeyIsAlsoTheStartOfAnother(_ layer: Layer) {
        let chords = CommandBook.commands(in: layer).flatMap(\.keys)
        for chord in chords {
            let longer = chords.first { $0.continues(chord.presses) }
            #expect(longer == nil, "\(chord) hides \(longer.map(\.description) ?? "")")
        }
    }

    @Test(arguments: Layer.allCases)
    func everyPaneShowsSixKeysOrMore(_ layer: Layer) {
        let hints = CommandBook.commands(in: layer).filter { $0.hint != nil && !$0.keys.isEmpty }
        #expect(hints.count >= 4)
    }

    @Test func helpListsOnlyWhatWorksHereAndRunsIt() {
        var bench = Bench()
        bench.press("?")
        #expect(bench.text.contains(":take"))
        bench.type("take")
        bench.press("enter")
        #expect(bench.model.popups.isEmpty)
    }

    @Test func aPrefixShowsHowItGoesOn() {
        var bench = Bench()
        bench.press("g")
        #expect(!bench.text.contains("Shows how the stores are synced"))
        bench.pass(.milliseconds(350))
        #expect(bench.text.contains("Shows how the stores are synced"))
        bench.press("s")
        #expect(bench.model.layer == .sync)
        #expect(bench.text.contains("The mailbox cannot be read."))
    }
}

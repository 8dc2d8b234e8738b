import HelpDesk
import Localization
import Testing

@Suite struct MacroLineTests {
    private static let acts: [MacroAct] = [
        .template("late.de"), .tag("late"), .untag("late"), .priority(.high), .assignToMe,
        .assign(PersonID(7)), .note("asked the carrier"), .watch,
        .hold(reason: "carrier looks", seconds: 90), .hold(reason: "x", seconds: 86_400),
        .snooze(seconds: 3600), .snooze(seconds: 7_776_000), .resolve, .afterSend(.resolved),
    ]

    /// What a file holds of an act is the same act again.
    @Test(arguments: acts) func whatIsWrittenReadsTheSame(_ act: MacroAct) {
        let line = MacroLine.text(act) { $0 == PersonID(7) ? "ana" : nil }
        #expect(MacroLine.act(line) { $0 == "ana" ? PersonID(7) : nil } == act)
    }

    @Test(arguments: ["", "fly", "assign nobody", "hold 1h", "priority purple", "snooze -5s x"])
    func whatIsNoActIsNone(_ line: String) {
        #expect(MacroLine.act(line) { _ in nil } == nil)
    }
}

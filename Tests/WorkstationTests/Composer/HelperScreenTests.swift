import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

/// What stands on the screen while a machine drafts, translates or writes down for an agent.
@Suite struct HelperScreenTests {
    /// One moment of the composer or the thread, and how it comes about.
    struct Moment: Sendable, CustomTestStringConvertible {
        var name: String
        var happens: @Sendable (inout Bench) throws -> Void
        var testDescription: String { name }
    }

    private static let letter =
        "Guten Tag,\n\nIhr Paket hat unser Lager gestern verlassen und ist bis Donnerstag bei Ihnen.\n"

    private static func made(_ bench: Bench) throws -> MachineDraft {
        MachineDraft(
            ticket: try #require(bench.model.composer?.ticket), text: letter, engine: "house-model")
    }

    private static func compose(_ text: String, _ bench: inout Bench) {
        bench.model.hasDictation = true
        bench.press("j r")
        bench.settle()
        bench.type(text)
        bench.settle()
    }

    private static func progress(_ progress: DraftProgress, _ bench: inout Bench) throws {
        let ticket = try #require(bench.model.composer?.ticket)
        bench.feed(.answered(.drafting(.fetch(ticket)), .drafting(progress)))
    }

    static let moments = [
        Moment(name: "drafting") { bench in
            compose("Guten Tag", &bench)
            bench.press("ctrl-x n")
        },
        Moment(name: "drafted") { bench in
            compose("", &bench)
            bench.press("ctrl-x n")
            try progress(.done(made(bench)), &bench)
            bench.settle()
            bench.model.composer?.show([MachineDraftRule.finding(engine: "house-model")])
        },
        Moment(name: "draft-waiting") { bench in
            compose("Guten Tag", &bench)
            bench.press("ctrl-x n")
            bench.type(", ")
            try progress(.done(made(bench)), &bench)
        },
        Moment(name: "draft-failed") { bench in
            compose("Guten Tag", &bench)
            bench.press("ctrl-x n")
            try progress(
                .failed(DeskError(.draftFailed, ["reason": "timed-out"])), &bench)
        },
        Moment(name: "dictating") { bench in
            compose("Guten Tag", &bench)
            bench.press("ctrl-x h")
        },
        Moment(name: "writing-down") { bench in
            compose("Guten Tag", &bench)
            bench.press("ctrl-x h ctrl-x h")
        },
        Moment(name: "dictation-failed") { bench in
            compose("Guten Tag", &bench)
            bench.press("ctrl-x h")
            bench.feed(.dictated(.failed("exit 3")))
        },
        Moment(name: "translating") { bench in
            compose("It left our warehouse yesterday.", &bench)
            bench.answersCalls = false
            bench.press("ctrl-x l")
        },
        Moment(name: "translated") { bench in
            bench.lostFacts = ["49.90"]
            compose("It left our warehouse yesterday, 您付的 49.90 退回。", &bench)
            bench.press("ctrl-x l")
            bench.settle()
        },
        Moment(name: "read-in-translation") { bench in
            bench.press("j enter")
            bench.settle()
            bench.press("T")
        },
        // The paste is clean, and one undo takes it out whole.
        Moment(name: "paste-undone") { bench in
            compose("Guten Tag, ", &bench)
            bench.feed(.pressed(.paste("您好\u{1B}[2J\u{202E} 荷物\u{7}\nDanke\u{13}")))
            #expect(bench.model.composer?.editor.text == "Guten Tag, 您好[2J 荷物\nDanke")
            bench.press("ctrl-_")
            bench.settle()
        },
    ]

    @Test(arguments: moments, InterfaceLanguage.allCases)
    func looksAsRecorded(_ moment: Moment, _ language: InterfaceLanguage) throws {
        for (width, height) in [(80, 24), (200, 50)] {
            var bench = Bench(width: width, height: height, language: language)
            try moment.happens(&bench)
            try expectScreen(
                bench.screen, "helper-\(moment.name)-\(width)x\(height)-\(language.rawValue)")
        }
    }

    /// Whoever sees no colours sees the same words.
    @Test(arguments: moments)
    func nothingIsSaidByColourAlone(_ moment: Moment) throws {
        var bench = Bench(width: 80, height: 24)
        try moment.happens(&bench)
        let mono = bench.screen.ansiText(theme: .mono, tier: .mono)
        #expect(!mono.contains("38;5;") && !mono.contains("\u{202E}"))
    }
}

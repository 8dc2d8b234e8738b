import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct QualityPaneTests {
    private func bench(
        _ width: Int = 100, _ height: Int = 30, _ language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = Bench(
            width: width, height: height, language: language, me: Fixture.supervisor)
        bench.answersCalls = false
        bench.press("g y")
        bench.feed(.answered(.report(.samples), .report(.samples(Self.samples))))
        return bench
    }

    private static let samples = [1, 2].map { number in
        QualitySampleView(
            sample: QualitySample(
                id: number, week: "2026-11-09", message: MessageID(number),
                ticket: TicketID(48_800 + number), store: "nova-eu", author: PersonID(1),
                repliedAt: Fixture.now - .days(3), isDouble: number == 2, seed: 1),
            authorName: "王芳", subject: "Wo ist mein Paket?",
            question: "Wo bleibt mein Paket?\nEs sollte gestern kommen.",
            answer: "Ihr Paket kommt morgen an.", scores: [], isOpen: true)
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func looksAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("2 1 0 2")
        try expectScreen(
            bench.screen, "quality-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test func marksAreGivenOnlyWhole() {
        var bench = bench()
        bench.press("2 2 0 2 a")
        #expect(!bench.calls.contains { if case .report(.score) = $0 { true } else { false } })
        bench.press("2")
        #expect(bench.text.contains("59.0 of 100"))
        bench.press("a")
        let marks = QualityMarks(
            accuracy: .met, completeness: .met, policy: .missed, language: .met,
            timeliness: .met)
        #expect(bench.calls.contains(.report(.score(1, marks, note: ""))))
    }

    @Test func anotherAnswerBeginsWithoutMarks() {
        var bench = bench()
        bench.press("2 2 j")
        #expect(bench.model.quality.marks.isEmpty)
        #expect(bench.model.quality.selected?.sample.id == 2)
    }
}

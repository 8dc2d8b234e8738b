import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct ClockPaneTests {
    private func bench(
        _ keys: String, _ call: ClockCall, _ answer: ClockAnswer, _ width: Int = 100,
        _ height: Int = 50, _ language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language)
        bench.press(keys)
        bench.feed(.answered(.clock(call), .clock(answer)))
        bench.settle()
        return bench
    }

    private func deadlines(
        _ width: Int = 100, _ height: Int = 50, _ language: InterfaceLanguage = .english
    ) -> Bench {
        bench(
            "=", .explain(Fixture.rows[0].id), .explained(ClockFixture.explained), width, height,
            language)
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func deadlinesLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        let bench = deadlines(size.0, size.1, language)
        try expectScreen(bench.screen, "deadlines-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func calendarsLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        let bench = bench(
            "g t", .calendars, .calendars([ClockFixture.calendar]), size.0, size.1, language)
        try expectScreen(bench.screen, "calendars-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func policiesLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        let bench = bench(
            "g T", .policies, .policies(ClockFixture.policies), size.0, size.1, language)
        try expectScreen(bench.screen, "policies-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test func oneKeyExplainsInListAndThread() {
        var bench = Bench()
        bench.press("=")
        #expect(bench.calls.contains(.clock(.explain(Fixture.rows[0].id))))
        #expect(bench.model.layer == .deadlines)
        bench.press("q")
        #expect(bench.model.layer == .inbox)
        bench.press("enter")
        bench.settle()
        bench.forgetEffects()
        bench.press("=")
        #expect(bench.calls.contains(.clock(.explain(Fixture.rows[0].id))))
        bench.press("q")
        #expect(bench.model.layer == .thread)
    }

    @Test func theDerivationNamesEveryStep() {
        let text = deadlines().text
        for words in [
            "estimated", "policy claims version 2", "matched by categories, flags",
            "calendar shanghai-office version 3", "target 2:00 of working time",
            "2 more open spans", "paused", "category, priority or language changed",
            "an answer should leave by", "missed at", "channel outage: mail was down", "act by",
            "nothing seen of this store",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func theBarShowsLunchNightAndHoliday() {
        let text = bench("g t", .calendars, .calendars([ClockFixture.calendar])).text
        let lines = text.split(separator: "\n")
        let work = String(repeating: "#", count: 6) + "..." + String(repeating: "#", count: 9)
        #expect(text.contains(work))
        #expect(lines.contains { $0.contains("11-17") && $0.contains("############......######") })
        #expect(lines.contains { $0.contains("holiday") && !$0.contains("#") })
    }

    @Test func controlsInNamesNeverReachTheTerminal() {
        let text = bench("g T", .policies, .policies(ClockFixture.policies)).text
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B })
        #expect(text.contains("switched off"))
    }

    @Test func theJumpKeyGoesToTheOldestNoticeAndReadsIt() {
        var bench = Bench()
        bench.press("!")
        #expect(bench.calls.contains(.clock(.notices)))
        bench.feed(.answered(.clock(.notices), .clock(.notices([ClockFixture.notice]))))
        #expect(bench.model.layer == .thread)
        #expect(bench.model.thread?.ticket == Fixture.rows[1].id)
        #expect(bench.calls.contains(.clock(.readNotices([Fixture.rows[1].id]))))
        bench.feed(
            .answered(
                .clock(.readNotices([Fixture.rows[1].id])), .clock(.counts(InboxCounts(owed: 3)))))
        #expect(bench.model.counts.notices == 0)
    }

    @Test func withoutANoticeTheJumpKeySaysSo() {
        var bench = Bench()
        bench.press("!")
        bench.feed(.answered(.clock(.notices), .clock(.notices([]))))
        #expect(bench.model.layer == .inbox)
        #expect(bench.text.contains("No deadline waits for you."))
    }

    @Test func moreNoticesAreToldOnceAMinute() {
        var bench = Bench(width: 160)
        var counts = Fixture.counts
        counts.notices = 2
        bench.feed(.pushed(.countsChanged(counts)))
        #expect(bench.effects.contains(.bell))
        #expect(bench.text.contains("2 warned (key !)"))
        bench.forgetEffects()
        counts.notices = 3
        bench.feed(.pushed(.countsChanged(counts)))
        #expect(!bench.effects.contains(.bell))
        bench.pass(.seconds(61))
        counts.notices = 4
        bench.feed(.pushed(.countsChanged(counts)))
        #expect(bench.effects.contains(.bell))
    }
}

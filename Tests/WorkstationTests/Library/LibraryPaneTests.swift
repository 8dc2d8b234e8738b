import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct LibraryPaneTests {
    private func bench(
        _ width: Int = 100, _ height: Int = 30, _ language: InterfaceLanguage = .english,
        me: Principal = Fixture.supervisor
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language, me: me)
        bench.library = [
            .list: .list(LibraryFixture.templates),
            .show("late.de"): .detail(LibraryFixture.detail),
            .macros(nil): .macros([LibraryFixture.macro]),
        ]
        bench.press("g r")
        bench.settle()
        return bench
    }

    @Test(arguments: InterfaceLanguage.allCases, [[80, 24], [200, 50]])
    func looksAsRecorded(_ language: InterfaceLanguage, _ size: [Int]) throws {
        let name = "library-\(size[0])x\(size[1])-\(language.rawValue)"
        try expectScreen(bench(size[0], size[1], language).screen, name)
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func macrosLookAsRecorded(_ language: InterfaceLanguage) throws {
        var bench = bench(80, 24, language)
        bench.press("tab tab")
        bench.settle()
        try expectScreen(bench.screen, "library-macros-80x24-\(language.rawValue)")
    }

    @Test func whatWaitsComesFirstAndWhatIsFineIsLeftOut() {
        let bench = bench()
        #expect(
            bench.model.listedTemplates.map(\.entry.key) == ["late.de", "contact.en", "okure.ja"])
        #expect(bench.text.contains("[To do 3]"))
        #expect(bench.text.contains("DIV-04") && bench.text.contains("review overdue"))
    }

    @Test func theVersionBeforeStandsBesideItWithSigns() {
        let text = bench(200, 50).text
        #expect(text.contains("- Ihr Paket ist unterwegs."))
        #expect(text.contains("+ Ihr Paket ist bis {{today+3d}} bei Ihnen."))
        #expect(text.contains("quiet 79 % (n 38, 64-89)"))
        // Twelve tickets say nothing of a share.
        #expect(text.contains("reopened -"))
    }

    /// The first version in use has nothing to differ from: only the waiting one names what changes.
    @Test func whatChangesIsSaidOfChangesOnly() {
        let text = bench(200, 50).text
        #expect(text.contains("+ Values:"))
        #expect(!text.contains("+ Title:") && !text.contains("+ Language:"))
    }

    /// Kinds of question and standings of orders go by their words, not by their codes.
    @Test(arguments: [
        (InterfaceLanguage.english, "address change", "not shipped, shipped"),
        (.simplifiedChinese, "修改地址", "未发货, 已发货"),
    ])
    func codesAreSaidInWords(
        _ language: InterfaceLanguage, _ category: String, _ standing: String
    ) {
        var bench = Bench(width: 200, height: 50, language: language, me: Fixture.supervisor)
        bench.library = [
            .list: .list([LibraryFixture.fresh.view]),
            .show("fresh.de"): .detail(LibraryFixture.fresh),
        ]
        bench.press("g r")
        bench.settle()
        #expect(bench.text.contains(category) && bench.text.contains(standing))
        #expect(!bench.text.contains("address-change") && !bench.text.contains("unshipped"))
    }

    @Test func whoKeepsATemplateIsTold() {
        let text = bench(200, 50).text
        #expect(text.contains("looked at every 30 days, not 90  Tom"))
        #expect(text.contains("→ 王芳  Tom"))
    }

    @Test func approvingAndSendingBackAreCalls() {
        var bench = bench()
        bench.press("A")
        #expect(
            bench.calls.contains(
                .library(.settle("late.de", number: 2, isApproved: true, reason: ""))))
        bench.press("X enter")
        bench.type("too vague\n")
        #expect(
            bench.calls.contains(
                .library(.settle("late.de", number: 2, isApproved: false, reason: "too vague"))))
    }

    @Test func whatIsNotMineToSettleIsRefusedWithTheReason() {
        var bench = bench()
        bench.press("j A")
        #expect(bench.text.contains("not for you to settle"))
        #expect(!bench.calls.contains { if case .library(.settle) = $0 { true } else { false } })
    }

    /// The version that waits stands against the one in use, whatever was sent back in between, and
    /// with all that it is for.
    @Test func anApproverSeesAllThatChangesAgainstWhatIsInUse() {
        var bench = bench(200, 60)
        var detail = LibraryFixture.detail
        var third = detail.versions[0]
        (third.version.number, third.version.marketplaces) = (3, ["DE", "UK"])
        third.version.title = "Paket spät"
        detail.versions[0].state = .refused
        detail.versions.insert(third, at: 0)
        bench.feed(.answered(.library(.show("late.de")), .library(.detail(detail))))
        #expect(bench.text.contains("compared with v1"))
        for line in [
            "- Title: Paket verspätet", "+ Title: Paket spät", "+ Marketplaces: DE, UK",
            "- Ihr Paket ist unterwegs.",
        ] { #expect(bench.text.contains(line), "\(line)") }
    }

    /// A list that came anew may speak of a version whose words nobody has on screen yet.
    @Test func whatIsNotOnScreenIsNotApproved() {
        var bench = bench()
        bench.answersCalls = false
        var newer = LibraryFixture.waiting
        newer.newest.version.number = 3
        bench.feed(.answered(.library(.list), .library(.list([newer]))))
        bench.forgetEffects()
        bench.press("A")
        #expect(!bench.calls.contains { if case .library(.settle) = $0 { true } else { false } })
        #expect(bench.text.contains("There is a newer version"))
        #expect(bench.calls.contains(.library(.show("late.de"))))
    }

    @Test func aMacroIsTakenOutOnlyAfterAQuestion() {
        var bench = bench()
        bench.press("tab tab")
        bench.settle()
        bench.press("R")
        #expect(!bench.calls.contains(.library(.retireMacro("late"))))
        #expect(bench.text.contains("Take this macro out of use?"))
        bench.press("enter R y")
        #expect(bench.calls.contains(.library(.retireMacro("late"))))
    }

    @Test func retiringNeedsAReasonAndBringingBackNone() {
        var bench = bench()
        bench.press("R")
        bench.type("wrong carrier\n")
        #expect(
            bench.calls.contains(
                .library(.retire("late.de", isRetired: true, reason: "wrong carrier"))))
    }

    @Test func aMacroIsApprovedTheSameWay() {
        var bench = bench()
        bench.press("tab tab")
        bench.settle()
        #expect(bench.text.contains("hold for 1 d: carrier"))
        bench.press("A")
        #expect(
            bench.calls.contains(
                .library(.settleMacro("late", number: 2, isApproved: true, reason: ""))))
    }

    @Test func nothingFromOutsideReachesTheTerminalRaw() {
        #expect(!bench(200, 50).text.contains("\u{1B}"))
    }

    /// Whoever may insert templates reads them; what asks for somebody is the keepers' work.
    @Test func anAgentReadsAndKeepsNothing() {
        var bench = bench(me: Fixture.me)
        #expect(bench.model.layer == .library)
        #expect(bench.text.contains("[All templates]") && !bench.text.contains("To do"))
        #expect(bench.model.listedTemplates.count == LibraryFixture.templates.count)
        bench.forgetEffects()
        bench.press("R Y A")
        #expect(bench.calls.isEmpty && bench.model.popups.isEmpty)
        bench.press("tab tab")
        #expect(bench.model.library.part == .templates)
    }

    @Test func whoReadsNoTicketsHasNoSuchPane() {
        let me = Principal(
            person: PersonID(1), unixUser: "li", displayName: "李伟", role: .auditor, scope: .all)
        var bench = Bench(me: me)
        bench.press("g r")
        #expect(bench.model.layer == .inbox)
        #expect(bench.text.contains("Only who reads tickets or keeps templates"))
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

struct RightsPaneTests {
    private static var owner: Principal {
        Principal(
            person: PersonID(9), unixUser: "ops", displayName: "Olga", role: .admin, scope: .all,
            rights: .everything)
    }

    private func bench(
        _ width: Int = 100, _ height: Int = 30, _ language: InterfaceLanguage = .english,
        part: RightsPane.Part = .requests
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language, me: Self.owner)
        bench.press("g v")
        for _ in 0..<(RightsPane.Part.allCases.firstIndex(of: part) ?? 0) { bench.press("tab") }
        bench.feed(
            .answered(.rights(.requests), .rights(.requests(RightsFixture.requests))))
        bench.feed(.answered(.rights(.access), .rights(.access(RightsFixture.access))))
        bench.feed(.answered(.rights(.roles), .rights(.roles(RightsFixture.roles))))
        bench.feed(.answered(.rights(.history), .rights(.history(RightsFixture.history))))
        bench.settle()
        return bench
    }

    @Test(arguments: RightsPane.Part.allCases, InterfaceLanguage.allCases)
    func looksAsRecorded(part: RightsPane.Part, language: InterfaceLanguage) throws {
        let name = "rights-\(part.rawValue)-80x24-\(language.rawValue)"
        try expectScreen(bench(80, 24, language, part: part).screen, name)
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func hasRoomOnAWideScreen(language: InterfaceLanguage) throws {
        let name = "rights-requests-200x50-\(language.rawValue)"
        try expectScreen(bench(200, 50, language).screen, name)
    }

    @Test func approvingAsksForANoteThatMayBeEmpty() {
        var bench = bench()
        bench.press("A enter")
        #expect(
            bench.calls.contains(
                .rights(.settle(GuardedRequestID(3), isApproved: true, reason: ""))))
    }

    @Test func refusingNeedsAWord() {
        var bench = bench()
        bench.press("X enter")
        #expect(!bench.calls.contains { if case .rights(.settle) = $0 { true } else { false } })
        bench.type("not spam\n")
        #expect(
            bench.calls.contains(
                .rights(.settle(GuardedRequestID(3), isApproved: false, reason: "not spam"))))
    }

    @Test func whatIsNotForMeToSettleIsNotAsked() {
        var bench = bench()
        bench.press("j A enter")
        #expect(bench.model.selectedRequest?.item.request.id == GuardedRequestID(2))
        #expect(!bench.calls.contains { if case .rights(.settle) = $0 { true } else { false } })
    }

    @Test func anAgentHasApprovalsAlone() {
        var bench = Bench()
        bench.press("g v")
        #expect(bench.model.rightsParts == [.requests])
        bench.press("g p")
        #expect(bench.model.rights.part == .requests)
        #expect(!bench.calls.contains(.rights(.access)))
    }

    @Test func nothingFromOutsideReachesTheTerminalRaw() {
        #expect(!bench(200, 50).text.contains("\u{1B}"))
    }

    @Test func unmaskingAsksWhyAndShowsTheValueOnce() throws {
        var bench = Bench()
        let ticket = try #require(bench.model.currentRow?.id)
        bench.press("U")
        bench.type("customs form\n")
        let call = RightsCall.unmask(ticket, .name, reason: "customs form")
        #expect(bench.calls.contains(.rights(call)))
        bench.feed(.answered(.rights(call), .rights(.unmasked("Jürgen \u{1B}Beispiel"))))
        #expect(bench.text.contains("Beispiel") && !bench.text.contains("\u{1B}"))
    }

    @Test func anApproverHearsOfANewRequest() {
        var bench = Bench(me: Fixture.supervisor)
        bench.feed(.pushed(.requestsChanged))
        #expect(bench.calls.contains(.rights(.requests)))
        bench.feed(
            .answered(.rights(.requests), .rights(.requests(RightsFixture.requests))))
        #expect(bench.text.contains("g v"))
        var agent = Bench()
        agent.feed(.pushed(.requestsChanged))
        #expect(!agent.calls.contains(.rights(.requests)))
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// What a supervisor sees of a reply that waits, and what everybody sees of one that was released.
@Suite struct HeldReplyTests {
    static let body = """
        Guten Tag, schreiben Sie an hilfe@nova-shop.example oder rufen Sie 0211 555 0142 an.
        Danach kümmern wir uns darum.
        """

    private static func finding(_ rule: String, _ text: String) -> Finding {
        let start = body.utf8.distance(
            from: body.startIndex, to: body.firstRange(of: text)?.lowerBound ?? body.startIndex)
        return Finding(
            rule: rule, category: "contact", severity: .block, start: start,
            end: start + text.utf8.count, text: text)
    }

    static func held(_ ticket: TicketID) -> OutboxView {
        var view = Fixture.outboxItem(ticket, state: .held, author: 2)
        view.body = body
        view.item.override = LintOverride(
            rules: ["CON-01", "CON-02"], requestedBy: PersonID(2),
            requestReason: "the buyer asked for it")
        view.findings = [
            finding("CON-01", "hilfe@nova-shop.example"), finding("CON-02", "0211 555 0142"),
        ]
        return view
    }

    private func reviewing(
        _ width: Int, _ height: Int, _ language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = Bench(
            width: width, height: height, language: language, me: Fixture.supervisor)
        bench.outbox = [Self.held(bench.rows[1].id)]
        bench.press("g o")
        bench.settle()
        return bench
    }

    @Test(arguments: InterfaceLanguage.allCases, [[80, 24], [200, 50]])
    func whatKeepsAReplyBackStandsBesideItsWords(_ language: InterfaceLanguage, _ size: [Int])
        throws
    {
        var bench = reviewing(size[0], size[1], language)
        bench.press("A")
        let text = bench.text
        #expect(text.contains("CON-01") && text.contains("“hilfe@nova-shop.example”"))
        #expect(text.contains("CON-02") && text.contains("“0211 555 0142”"))
        #expect(text.contains("the buyer asked for it"))
        #expect(text.contains("Guten Tag"))
        let name = "outbox-held-\(size[0])x\(size[1])-\(language.rawValue)"
        try expectScreen(bench.screen, name)
    }

    @Test func thePlacesAreMarkedInTheWords() {
        let bench = reviewing(80, 24)
        let rows = bench.screen.textRows
        let row = rows.lastIndex { $0.contains("Guten Tag") } ?? 0
        let column = rows[row].firstRange(of: "hilfe@").map {
            rows[row].distance(from: rows[row].startIndex, to: $0.lowerBound)
        }
        let cell = bench.screen[Point(x: column ?? 0, y: row)]
        #expect(cell?.style == Style(.markBlock, .underline))
    }

    /// News of a reply carries no findings; what is known of it stays.
    @Test func newsOfAReplyLeavesItsFindings() {
        var bench = reviewing(80, 24)
        var news = Self.held(bench.rows[1].id)
        news.findings = []
        bench.answersCalls = false
        bench.forgetEffects()
        bench.feed(.pushed(.outboxChanged(news)))
        #expect(bench.text.contains("CON-01"))
        #expect(bench.calls.contains(.listOutbox))
    }

    @Test(arguments: [
        (InterfaceLanguage.english, "released by Lin: ok once · CON-01, CON-02"),
        (.simplifiedChinese, "由Lin放行：ok once · CON-01, CON-02"),
    ])
    func aReleasedReplySaysWhoWhyAndPastWhat(_ language: InterfaceLanguage, _ line: String) {
        var bench = Bench(language: language)
        bench.press("j enter")
        bench.settle()
        var item = Self.held(bench.rows[1].id).item
        item.state = .accepted
        item.override?.rules.append(LintOverride.staleBasisRule)
        item.override?.approvedBy = PersonID(3)
        item.override?.approvalReason = "ok once"
        var detail = Fixture.detail(bench.rows[1])
        detail.messages[1].message.kind = .agentReply
        detail.messages[1].message.direction = .outbound
        detail.messages[1].outbox = item
        detail.messages[1].releasedBy = "Lin"
        let call = CoreCall.showTicket(bench.rows[1].id, refreshOrder: false)
        bench.feed(.answered(call, .ticket(detail)))
        #expect(bench.text.contains(line))
    }
}

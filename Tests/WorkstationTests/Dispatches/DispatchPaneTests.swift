import HelpDesk
import Localization
import SwiftExtensions
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

/// From the list of what an order allows to the call that leaves.
@Suite struct DispatchPaneTests {
    private func bench(_ offers: OrderOffers = Fixture.offers()) -> Bench {
        var bench = Bench(width: 120, height: 40)
        bench.offers = offers
        bench.press("j enter m")
        bench.settle()
        bench.forgetEffects()
        return bench
    }

    private func plans(_ bench: Bench) -> [DispatchPlan] {
        bench.calls.compactMap { call in
            if case .dispatch(let plan) = call { return plan }
            return nil
        }
    }

    /// Moves to an item of the list by typing a part of its name.
    private func choose(_ name: String, in bench: inout Bench) {
        bench.type(name)
        bench.press("enter")
    }

    @Test func messageNeedsItsTextAndALastYes() {
        var bench = bench()
        choose("unexpectedProblem", in: &bench)
        #expect(bench.model.layer == .composer)
        bench.type("Votre commande a du retard.")
        bench.press("ctrl-s")
        #expect(plans(bench).isEmpty)
        #expect(bench.text.contains("Send this to Amazon?"))
        bench.press("y")
        #expect(plans(bench).map(\.text) == ["Votre commande a du retard."])
        #expect(plans(bench).first?.ticket == TicketID(48_802))
        #expect(bench.model.layer == .thread)
        #expect(bench.text.contains("Queued."))
    }

    @Test func escapeSendsNothingAndKeepsTheText() {
        var bench = bench()
        choose("unexpectedProblem", in: &bench)
        bench.type("Votre commande")
        bench.press("ctrl-s esc esc")
        #expect(plans(bench).isEmpty)
        #expect(bench.model.layer == .thread)
        bench.press("m")
        choose("unexpectedProblem", in: &bench)
        #expect(bench.model.composer?.editor.text == "Votre commande")
        #expect(!bench.calls.contains { if case .saveDraft = $0 { true } else { false } })
    }

    @Test func invoiceAsksForItsFiles() throws {
        var bench = bench()
        choose("sendInvoice", in: &bench)
        bench.press("enter")
        #expect(bench.model.popups.count == 1)
        bench.type("/tmp/a.pdf ~/b\\ c.pdf")
        bench.press("enter")
        #expect(plans(bench).isEmpty)
        try examine(["/tmp/a.pdf", "~/b c.pdf"], in: &bench)
        #expect(bench.text.contains("a.pdf (PDF, 2 KB)"), "type and size before the yes")
        bench.press("y")
        #expect(plans(bench).map { $0.files.map(\.path) } == [["/tmp/a.pdf", "~/b c.pdf"]])
        #expect(plans(bench).first?.text == nil)
    }

    /// Answers the workstation's look at the files of a message.
    private func examine(_ paths: [String], in bench: inout Bench) throws {
        let asked = bench.effects.compactMap { effect -> DispatchPlan? in
            guard case .examineFiles(let plan, paths) = effect else { return nil }
            return plan
        }
        let plan = try #require(asked.last)
        let files = try paths.map {
            try PlannedFile(
                path: $0, bytes: Array("%PDF-1.7\n".utf8) + Array(repeating: 32, count: 1500))
        }
        bench.feed(.filesExamined(plan, .fine(files)))
    }

    @Test func whatAmazonWouldRefuseIsSaidBeforeTheYes() throws {
        var bench = bench()
        choose("sendInvoice", in: &bench)
        bench.type("/tmp/a.exe")
        bench.press("enter")
        let asked = bench.effects.compactMap { effect -> DispatchPlan? in
            guard case .examineFiles(let plan, _) = effect else { return nil }
            return plan
        }
        let plan = try #require(asked.last)
        let error = #expect(throws: DeskError.self) {
            _ = try PlannedFile(path: "/tmp/a.exe", bytes: Array("MZ\u{1}".utf8))
        }
        bench.feed(.filesExamined(plan, .refused(path: "/tmp/a.exe", try #require(error))))
        #expect(bench.text.contains("a.exe:"))
        bench.feed(.filesExamined(plan, .unreadable(path: "/tmp/b.pdf", "No such file")))
        #expect(bench.text.contains("b.pdf: No such file"))
        bench.feed(.filesExamined(plan, .fine([])))
        #expect(bench.model.popups.isEmpty, "an invoice needs a file")
        #expect(plans(bench).isEmpty)
    }

    @Test func tabCompletesTheLastOfSeveralPaths() {
        var bench = bench()
        choose("sendInvoice", in: &bench)
        bench.type("/tmp/a.pdf ~/my\\ in")
        bench.press("tab")
        #expect(bench.effects.last == .completePath("~/my in"))
        var completion = PathCompletion("/nowhere/at/all", home: "/")
        completion.text = "~/my invoices/"
        bench.feed(.pathCompleted("~/my in", completion))
        guard case .prompt(let state) = bench.model.popups.last else {
            Issue.record("the prompt is gone")
            return
        }
        #expect(state.field.text == "/tmp/a.pdf ~/my\\ invoices/")
    }

    @Test func aFileThatChangedSinceIsAnotherFile() throws {
        let file = try PlannedFile(path: "/tmp/a.txt", bytes: Array("one".utf8))
        #expect(file.isUnchanged(Array("one".utf8)))
        #expect(!file.isUnchanged(Array("two".utf8)))
    }

    @Test func warrantyAsksForItsDays() throws {
        var bench = bench()
        choose("warranty", in: &bench)
        bench.type("/tmp/a.pdf")
        bench.press("enter")
        try examine(["/tmp/a.pdf"], in: &bench)
        bench.type("2026-11-22")
        bench.press("enter")
        #expect(bench.text.contains("First and last day"))
        #expect(plans(bench).isEmpty)
        bench.type(" 2027-11-21")
        bench.press("enter y")
        let coverage = plans(bench).first?.coverage
        #expect(coverage?.start.iso8601 == "2026-11-22T00:00:00Z")
        #expect(coverage?.end.iso8601 == "2027-11-21T00:00:00Z")
    }

    @Test func whatIsShutSaysWhy() {
        var bench = bench()
        choose("confirmDelivery", in: &bench)
        #expect(bench.text.contains("Two were sent already."))
        #expect(bench.model.layer == .thread)
        #expect(plans(bench).isEmpty)
    }

    @Test func reviewNeedsOnlyTheYes() {
        var bench = bench(Fixture.offers(review: nil))
        choose("productReview", in: &bench)
        bench.press("n")
        #expect(plans(bench).isEmpty)
        bench.press("m")
        choose("productReview", in: &bench)
        bench.press("y")
        #expect(plans(bench).map(\.kind) == [.reviewRequest])
    }

    @Test func blockedTextStaysInTheComposer() {
        var bench = bench()
        bench.dispatchOutcome = .blocked([
            Finding(
                rule: "CON-01", category: "contact-email", severity: .block, start: 0, end: 5,
                text: "a@b.c")
        ])
        choose("unexpectedProblem", in: &bench)
        bench.type("a@b.c schreiben")
        bench.press("ctrl-s y")
        #expect(bench.model.layer == .composer)
        #expect(bench.model.composer?.isSending == false)
        bench.dispatchOutcome = nil
        bench.type("x")
        bench.press("ctrl-s")
        #expect(bench.text.contains("Send this to Amazon?"))
    }

    @Test func theTextIsJudgedWhileItIsWritten() {
        var bench = bench()
        choose("unexpectedProblem", in: &bench)
        #expect(bench.text.contains("305-7714402-1187542 · fr-FR"))
        bench.type("an desk@example.com")
        bench.settle()
        let asked = CoreCall.lintMessage(
            TicketID(48_802), Fixture.order, text: "an desk@example.com")
        #expect(bench.calls.contains(asked))
        #expect(bench.text.contains("CON-01"))
    }

    @Test func warningIsConfirmedAndThenItLeaves() {
        var bench = bench()
        bench.dispatchOutcome = .unconfirmed([
            Finding(
                rule: "LNK-02", category: "external-link", severity: .warn, start: 0, end: 4,
                text: "http")
        ])
        choose("unexpectedProblem", in: &bench)
        bench.type("http ist ein Wort")
        bench.press("ctrl-s y")
        bench.dispatchOutcome = nil
        bench.press("y")
        #expect(plans(bench).map(\.confirmedRules) == [[], ["LNK-02"]])
        #expect(bench.model.layer == .thread)
    }

    @Test func unknownOneIsSettledWithAReason() {
        let unknown = Fixture.fates[1]
        var bench = bench(Fixture.offers([unknown]))
        bench.dispatches = [unknown]
        bench.press("enter a")
        bench.type("Nothing in Seller Central")
        bench.press("enter")
        #expect(
            bench.calls.contains(
                .settleDispatch(
                    DispatchID(12), .again, reason: "Nothing in Seller Central")))
    }

    @Test func shipmentIsTypedInOneLine() {
        #expect(TypedShipment("DHL")?.carrierCode == nil)
        let typed = TypedShipment("Other/Bike T1 a=2 b=1")
        #expect(typed?.carrierCode == "Other")
        #expect(typed?.carrierName == "Bike")
        #expect(typed?.items.map(\.quantity) == [2, 1])
        #expect(TypedShipment("DHL T1 a") == nil)
        var offers = Fixture.offers()
        offers.offers[6].problem = nil
        var bench = bench(offers)
        choose("confirmShipment", in: &bench)
        bench.type("DHL T1")
        bench.press("enter y")
        #expect(plans(bench).first?.shipment?.trackingNumber == "T1")
    }

    @Test func lostConnectionSendsNothing() {
        var bench = bench()
        choose("unexpectedProblem", in: &bench)
        bench.type("Retard")
        bench.feed(.disconnected(retryAt: bench.model.now + .seconds(2)))
        bench.press("ctrl-s")
        #expect(plans(bench).isEmpty)
        #expect(bench.model.composer?.editor.text == "Retard")
    }
}

/// How it looks.
@Suite struct DispatchScreenTests {
    static let sizes = [(80, 24), (200, 50)]

    static let cases: [ScreenCase] = sizes.flatMap { width, height in
        InterfaceLanguage.allCases.flatMap { language in
            [("order-actions", "j enter m"), ("dispatched", "j enter G")].map { pane, keys in
                ScreenCase(
                    pane: pane, width: width, height: height, language: language, keys: keys)
            }
        }
    }

    @Test(arguments: cases)
    func looksAsRecorded(_ screen: ScreenCase) throws {
        var bench = Bench(width: screen.width, height: screen.height, language: screen.language)
        bench.dispatches = Fixture.fates
        bench.offers = Fixture.offers([Fixture.fates[1]])
        bench.press(screen.keys)
        bench.settle()
        try expectScreen(bench.screen, screen.name)
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func lastQuestionLooksAsRecorded(_ language: InterfaceLanguage) throws {
        var bench = Bench(language: language)
        bench.offers = Fixture.offers()
        bench.press("j enter m")
        bench.type("unexpectedProblem")
        bench.press("enter")
        bench.type("Votre commande a deux jours de retard.")
        bench.press("ctrl-s")
        bench.settle()
        try expectScreen(bench.screen, "dispatch-question-80x24-\(language.rawValue)")
    }
}

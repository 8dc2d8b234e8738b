import HelpDesk
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct ComposerTests {
    private func writing(_ text: String = "", width: Int = 80) -> Bench {
        var bench = Bench(width: width)
        bench.press("j r")
        bench.type(text)
        bench.settle()
        bench.forgetEffects()
        return bench
    }

    @Test func replyOpensTheTicketAndThenTheComposer() {
        let bench = writing()
        #expect(bench.model.layers == [.inbox, .thread, .composer])
        #expect(bench.model.composer?.ticket == bench.rows[1].id)
    }

    /// Of several threads one is answered; after it is sent the next one is.
    @Test(arguments: [80, 200])
    func theHeadingSaysWhomOfSeveralTheReplyAnswers(_ width: Int) {
        var bench = Bench(width: width)
        bench.aim = ReplyAim(
            message: MessageID(1), buyerName: "Mara Voss", order: "305-2222222-2222222")
        bench.press("j r")
        bench.settle()
        #expect(bench.text.contains("Reply to Mara Voss · 305-2222222-2222222 only"))
        bench.aim = ReplyAim(message: MessageID(2), buyerName: "Kai Lenz", order: nil)
        bench.press("esc ctrl-r r")
        bench.settle()
        #expect(bench.text.contains("Reply to Kai Lenz only"))
    }

    @Test func theDraftIsSavedWithinASecondOfAPress() {
        var bench = writing()
        bench.type("B")
        bench.pass(.milliseconds(500))
        bench.type("o")
        bench.pass(.milliseconds(500))
        let drafts = bench.calls.compactMap { call -> LocalDraft? in
            if case .saveDraft(let draft) = call { draft } else { nil }
        }
        #expect(drafts.map(\.text) == ["Bo"])
        #expect(bench.model.composer?.pendingDraft(now: bench.model.now) == nil)
    }

    @Test func whileTheCoreIsAwayTheDraftGoesToAFileAndLaterToTheCore() {
        var bench = writing()
        bench.feed(.disconnected(retryAt: bench.model.now + .seconds(1)))
        bench.type("Bonjour")
        bench.pass(.seconds(1))
        let kept = bench.effects.compactMap { effect -> String? in
            if case .keepDraft(let draft) = effect { draft.text } else { nil }
        }
        #expect(kept == ["Bonjour"])
        #expect(bench.text.contains("The core is away"))
        bench.feed(.connected(Fixture.hello()))
        bench.settle()
        #expect(bench.effects.contains { if case .forgetDraft = $0 { true } else { false } })
        #expect(bench.model.unsavedDrafts.isEmpty)
        #expect(bench.model.composer?.editor.text == "Bonjour")
    }

    @Test func hangupKeepsTheDraftInBothPlacesAndLeaves() {
        var bench = writing()
        bench.answersCalls = false
        bench.type("Bonjour")
        bench.feed(.pressed(.hangup))
        let suffix = bench.effects.suffix(3)
        guard case .call(.saveDraft(let sent))? = suffix.first, suffix.last == .quit else {
            Issue.record("a draft must be sent before leaving")
            return
        }
        #expect(sent.text == "Bonjour")
        #expect(suffix.contains(.keepDraft(sent)))
    }

    @Test func aDraftOfAnEarlierSessionComesBack() {
        var bench = Bench()
        let draft = LocalDraft(
            ticket: bench.rows[1].id, basis: EventSequence(102), text: "Bonjour Camille",
            savedAt: bench.model.now)
        bench.feed(.foundDrafts([draft]))
        #expect(bench.text.contains("#48802"))
        bench.press("j r")
        #expect(bench.model.composer?.editor.text == "Bonjour Camille")
        bench.pass(.seconds(2))
        #expect(bench.model.keptDrafts.isEmpty)
        #expect(bench.effects.contains { if case .forgetDraft = $0 { true } else { false } })
    }

    @Test func aNewerDraftInTheCoreWins() {
        var bench = Bench()
        bench.draft = DraftView(
            ticket: bench.rows[1].id, text: "newer", basis: EventSequence(102),
            savedAt: bench.model.now)
        let old = LocalDraft(
            ticket: bench.rows[1].id, basis: EventSequence(102), text: "older",
            savedAt: bench.model.now - .hours(1))
        bench.feed(.foundDrafts([old]))
        bench.press("j r")
        #expect(bench.model.composer?.editor.text == "newer")
        #expect(bench.effects.contains(.forgetDraft(old)))
    }

    @Test func findingsMarkTheAgentsOwnWordsAndAFixReplacesThem() {
        var bench = writing("Écrivez à desk@example.com, merci")
        #expect(bench.model.composer?.findings.map(\.rule) == ["CON-01"])
        #expect(bench.text.contains("CON-01"))
        bench.press("ctrl-f")
        #expect(bench.model.composer?.editor.text == "Écrivez à répondez à ce message, merci")
        bench.settle()
        #expect(bench.model.composer?.findings == [])
    }

    @Test func findingsOfAnOlderTextAreDropped() {
        var bench = writing("a")
        let stale = Finding(
            rule: "CON-01", category: "contact-email", severity: .block, start: 0, end: 1, text: "b"
        )
        bench.feed(.answered(.lint(bench.rows[1].id, text: "b"), .findings([stale])))
        #expect(bench.model.composer?.findings == [])
    }

    @Test func sendingShowsTheCountdownAndUTakesItBack() {
        var bench = writing("Bonjour")
        bench.press("ctrl-s")
        #expect(bench.model.layer == .thread)
        #expect(bench.model.undo?.what == .reply(OutboxID(7)))
        bench.pass(.seconds(7))
        #expect(bench.text.contains("leaves in 3 s"))
        bench.forgetEffects()
        bench.press("u")
        #expect(bench.calls == [.undo(OutboxID(7))])
        let draft = DraftView(
            ticket: bench.rows[1].id, text: "Bonjour", basis: EventSequence(102),
            savedAt: bench.model.now)
        bench.feed(.answered(.undo(OutboxID(7)), .draft(draft)))
        #expect(bench.model.layer == .composer)
        #expect(bench.model.composer?.editor.text == "Bonjour")
        #expect(bench.model.undo == nil)
    }

    @Test func theCountdownEndsByItself() {
        var bench = writing("Bonjour")
        bench.press("ctrl-s")
        bench.pass(.seconds(11))
        #expect(bench.model.undo == nil)
    }

    @Test func aBlockedReplyStaysWithItsReasons() {
        var bench = writing("Écrivez à desk@example.com")
        bench.sendOutcome = .blocked(Bench.findings(in: "Écrivez à desk@example.com"))
        bench.press("ctrl-x s")
        #expect(bench.model.layer == .composer)
        #expect(bench.text.contains("Not sent"))
        #expect(bench.model.composer?.isSending == false)
    }

    @Test func aBlockedReplyCanGoToASupervisorWithAReason() {
        var bench = writing("Écrivez à desk@example.com")
        bench.press("ctrl-r")
        bench.type("carrier asked for it")
        bench.forgetEffects()
        bench.sendOutcome = .held(Fixture.outboxItem(bench.rows[1].id, state: .held))
        bench.press("enter")
        guard case .send(let request)? = bench.calls.first else {
            Issue.record("the reply must be sent for review")
            return
        }
        #expect(request.reviewReason == "carrier asked for it")
        #expect(bench.model.layer == .thread)
    }

    @Test func eachWarningIsConfirmedByAKeyOfItsOwn() {
        var bench = writing("see http: now")
        bench.sendOutcome = .unconfirmed(Bench.findings(in: "see http: now"))
        bench.press("ctrl-s")
        #expect(bench.text.contains("LNK-02"))
        bench.press("enter")
        #expect(bench.model.popups.isEmpty)
        bench.press("ctrl-s")
        bench.forgetEffects()
        bench.sendOutcome = nil
        bench.press("y")
        guard case .send(let request)? = bench.calls.first else {
            Issue.record("the confirmed reply must be sent")
            return
        }
        #expect(request.confirmedRules == ["LNK-02"])
    }

    private static func warning(_ rule: String, _ place: Int) -> Finding {
        Finding(
            rule: rule, category: "order", severity: .warn, start: place, end: place + 2,
            text: "place-\(rule)-\(place)")
    }

    /// Every place is put to the author before its rule counts as confirmed, and the count is that
    /// of the keys to press.
    @Test(arguments: [1, 2, 6, 7, 13])
    func everyPlaceOfAWarningIsShownBeforeItIsConfirmed(_ places: Int) {
        let findings =
            (0..<places).map { Self.warning("ORD-02", $0) } + [Self.warning("LNK-02", 99)]
        var bench = writing("two numbers")
        bench.sendOutcome = .unconfirmed(findings)
        bench.press("ctrl-s")
        bench.sendOutcome = nil
        bench.forgetEffects()
        var seen: Set<Int> = []
        var left = (places + 5) / 6 + 1
        while left > 0, !bench.model.popups.isEmpty {
            #expect(bench.text.contains("(\(left) left)"))
            seen.formUnion(
                findings.indices.filter { bench.text.contains("“\(findings[$0].text)”") })
            bench.press("y")
            left -= 1
        }
        #expect(left == 0 && bench.model.popups.isEmpty)
        #expect(seen.count == findings.count)
        guard case .send(let request)? = bench.calls.first else {
            Issue.record("the confirmed reply must be sent")
            return
        }
        #expect(request.confirmedRules == ["ORD-02", "LNK-02"])
    }

    @Test func anotherTextIsConfirmedAnew() {
        var bench = writing("two numbers")
        bench.sendOutcome = .unconfirmed([Self.warning("ORD-02", 0)])
        bench.press("ctrl-s")
        bench.sendOutcome = .blocked([Self.warning("ORD-02", 0)])
        bench.press("y")
        #expect(bench.model.composer?.confirmedRules == ["ORD-02"])
        bench.type("x")
        #expect(bench.model.composer?.confirmedRules == [])
    }

    /// The key that fixes acts on what is in sight.
    @Test(arguments: [0, 1, 4, 8])
    func theChosenFindingIsInSightOnASmallScreen(_ chosen: Int) throws {
        let text = (0..<9).map { "word\($0)x" }.joined(separator: " ")
        var bench = writing(text)
        let findings = (0..<9).map { number in
            Finding(
                rule: "FMT-0\(number)", category: "form", severity: .block,
                start: number * 7, end: number * 7 + 6, text: "word\(number)x",
                suggestion: "better")
        }
        let ticket = bench.rows[1].id
        bench.feed(.answered(.lint(ticket, text: text, nil), .findings(findings)))
        bench.model.composer?.editor.move(to: chosen * 7 + 1)
        let rows = bench.screen.textRows
        let row = try #require(rows.first { $0.contains("FMT-0\(chosen)") })
        #expect(row.contains(">"))
        let shown = findings.count { finding in
            rows.contains { $0.contains("\(finding.rule) ") }
        }
        #expect(bench.text.contains("\(9 - shown) more findings"))
        #expect(bench.text.contains("^F apply"))
    }

    @Test func aStaleReplyShowsTheNewerItemsAndReadingMovesTheBasis() {
        var bench = writing("Bonjour")
        var newer = Fixture.detail(bench.rows[1]).messages[0]
        newer.message.sequence = EventSequence(900)
        bench.sendOutcome = .stale([newer])
        bench.press("ctrl-s")
        #expect(bench.text.contains("something new"))
        bench.press("r")
        #expect(bench.model.composer?.basis == EventSequence(900))
        bench.sendOutcome = .stale([newer])
        bench.press("ctrl-s s")
        bench.type("same question")
        bench.sendOutcome = nil
        bench.forgetEffects()
        bench.press("enter")
        guard case .send(let request)? = bench.calls.first else {
            Issue.record("the reply must be sent with the reason")
            return
        }
        #expect(request.staleReason == "same question")
    }

    @Test func theTemplateFillsTheEmptyComposer() {
        var bench = writing()
        bench.press("ctrl-t")
        #expect(bench.text.contains("Facture envoyée"))
        bench.press("enter")
        #expect(bench.model.composer?.editor.text == "Bonjour Camille,")
        #expect(bench.model.composer?.template == "invoice.fr")
    }

    @Test func theStateAfterSendingIsChosen() {
        var bench = writing("Bonjour")
        bench.press("ctrl-o ctrl-o ctrl-o ctrl-s")
        guard case .send(let request)? = bench.calls.first else {
            Issue.record("the reply must be sent")
            return
        }
        #expect(request.stateAfter == .resolved)
    }

    @Test(arguments: ["", "  \n "])
    func anEmptyReplyIsNotSent(_ text: String) {
        var bench = writing(text)
        bench.press("ctrl-s")
        #expect(!bench.calls.contains { if case .send = $0 { true } else { false } })
    }

    @Test func escapeAndControlCKeepTheDraftAndLeaveTheComposerOnly() {
        for key in ["escape", "ctrl-c"] {
            var bench = writing()
            bench.type("Bonjour")
            bench.press(key)
            #expect(bench.model.layer == .thread)
            #expect(bench.calls.contains { if case .saveDraft = $0 { true } else { false } })
            #expect(!bench.effects.contains(.quit))
        }
    }

    @Test func discardingAsksFirst() {
        var bench = writing("Bonjour")
        bench.press("ctrl-x d enter")
        #expect(bench.model.composer?.editor.text == "Bonjour")
        bench.press("ctrl-x d y")
        #expect(bench.model.composer == nil)
        guard
            case .saveDraft(let draft)? = bench.calls.last(where: {
                if case .saveDraft = $0 { true } else { false }
            })
        else {
            Issue.record("the core must forget the draft")
            return
        }
        #expect(draft.text.isEmpty)
    }

    /// The screen says that a draft is kept here once it is, and it is as soon as the core goes.
    @Test func aDraftIsKeptHereAsSoonAsTheCoreGoes() {
        var bench = writing()
        bench.answersCalls = false
        bench.type("Bonjour")
        bench.forgetEffects()
        bench.feed(.disconnected(retryAt: bench.model.now + .seconds(60)))
        func kept() -> [String] {
            bench.effects.compactMap { effect in
                if case .keepDraft(let draft) = effect { draft.text } else { nil }
            }
        }
        #expect(kept().last == bench.model.composer?.editor.text)
        #expect(bench.text.contains("draft kept on this machine"))
        bench.type("!")
        #expect(bench.text.contains("not saved yet"))
        #expect(!bench.text.contains("draft kept on this machine"))
        bench.settle()
        bench.settle()
        #expect(kept().last == bench.model.composer?.editor.text)
        #expect(bench.text.contains("draft kept on this machine"))
        // A full disk keeps nothing, and the screen says so.
        let ticket = bench.rows[1].id
        bench.feed(.draftKept(ticket, false))
        #expect(bench.text.contains("not saved yet"))
        bench.feed(.draftKept(ticket, true))
        #expect(bench.text.contains("draft kept on this machine"))
    }

    @Test func pastedTextNeverActsAsCommands() {
        var bench = writing()
        bench.feed(.pressed(.paste("q\u{1B}[31m\ny")))
        #expect(bench.model.layer == .composer)
        #expect(bench.model.composer?.editor.text.contains("\u{1B}") == false)
        bench.press("escape")
        bench.feed(.pressed(.paste("D\n")))
        #expect(!bench.calls.contains { if case .resolve = $0 { true } else { false } })
    }

    @Test func aNoteGoesOutWithoutLint() {
        var bench = Bench()
        bench.press("j i")
        bench.type("carrier called")
        bench.settle()
        bench.press("ctrl-s")
        #expect(bench.calls.contains(.note(bench.rows[1].id, text: "carrier called")))
        #expect(!bench.calls.contains { if case .lint = $0 { true } else { false } })
    }
}

import HelpDesk
import SwiftExtensions
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

@Suite struct MachineDraftTests {
    private func composing() -> Bench {
        var bench = Bench(width: 100, height: 30)
        bench.press("j r")
        bench.settle()
        return bench
    }

    private func draft(_ bench: Bench) throws -> (DraftingCall, MachineDraft) {
        let ticket = try #require(bench.model.composer?.ticket)
        return (
            .fetch(ticket),
            MachineDraft(ticket: ticket, text: "Hello,\n\nit left.", engine: "house-model")
        )
    }

    @Test func itArrivesInTheComposerMarkedAndOneUndoTakesItOut() throws {
        var bench = composing()
        bench.press("ctrl-x n")
        let (fetch, made) = try draft(bench)
        #expect(bench.calls.contains(.drafting(.ask(made.ticket))))
        bench.feed(.answered(.drafting(.ask(made.ticket)), .drafting(.running)))
        #expect(bench.text.contains("drafting"))
        bench.feed(.answered(.drafting(fetch), .drafting(.done(made))))
        #expect(bench.model.composer?.editor.text == made.text)
        #expect(bench.text.contains("Drafted by house-model"))
        let finding = MachineDraftRule.finding(engine: "house-model")
        bench.model.composer?.show([finding])
        #expect(bench.text.contains("machine's draft"))
        bench.model.composer?.editor.undo()
        #expect(bench.model.composer?.editor.isEmpty == true)
    }

    @Test func whoWritesOnIsNotInterrupted() throws {
        var bench = composing()
        bench.press("ctrl-x n")
        let (fetch, made) = try draft(bench)
        bench.feed(.answered(.drafting(.ask(made.ticket)), .drafting(.running)))
        bench.type("Mine.")
        bench.feed(.answered(.drafting(fetch), .drafting(.done(made))))
        #expect(bench.model.composer?.editor.text == "Mine.")
        #expect(bench.text.contains("A draft is ready"))
        bench.press("ctrl-x n")
        #expect(bench.model.composer?.editor.text == "Mine." + made.text)
    }

    @Test func itIsGivenUpByTheSameKeyAndFailuresAreSaid() throws {
        var bench = composing()
        bench.press("ctrl-x n")
        let (fetch, made) = try draft(bench)
        bench.press("ctrl-x n")
        #expect(bench.calls.contains(.drafting(.cancel(made.ticket))))
        bench.feed(.answered(.drafting(fetch), .drafting(.done(made))))
        #expect(bench.model.composer?.editor.isEmpty == true)
        bench.press("ctrl-x n")
        bench.feed(
            .answered(
                .drafting(fetch),
                .drafting(.failed(DeskError(.draftFailed, ["reason": "timed-out"])))))
        #expect(bench.text.contains("The engine took too long. Try again, or write it yourself."))
        bench.press("ctrl-x n")
        bench.feed(.refused(.drafting(.ask(made.ticket)), DeskError(.draftOff)))
        #expect(bench.text.contains("No engine for drafts is set up."))
        #expect(bench.model.composer?.machine == nil)
    }

    /// The question that was on its way when the core went has no answer; the next one has.
    @Test func itIsAskedForAgainAfterALostConnection() throws {
        var bench = composing()
        bench.press("ctrl-x n")
        let (fetch, made) = try draft(bench)
        bench.feed(.answered(.drafting(.ask(made.ticket)), .drafting(.running)))
        bench.answersCalls = false
        bench.pass(.seconds(2))
        #expect(bench.calls.count { $0 == .drafting(fetch) } == 1)
        bench.feed(.disconnected(retryAt: Fixture.now + .seconds(60)))
        bench.pass(.seconds(2))
        // Nothing is due while the core is away: the loop must not spin.
        #expect(bench.model.nextTimer > bench.model.now)
        bench.feed(.connected(Fixture.hello()))
        bench.pass(.seconds(1))
        #expect(bench.calls.count { $0 == .drafting(fetch) } == 2)
        bench.feed(.answered(.drafting(fetch), .drafting(.done(made))))
        #expect(bench.model.composer?.editor.text == made.text)
    }

    /// A core that began anew knows of no draft; the author is told and can ask again.
    @Test func aDraftThatTheCoreForgotIsNotWaitedFor() throws {
        var bench = composing()
        bench.press("ctrl-x n")
        let (fetch, made) = try draft(bench)
        bench.feed(.answered(.drafting(.ask(made.ticket)), .drafting(.running)))
        bench.feed(.disconnected(retryAt: Fixture.now + .seconds(60)))
        bench.feed(.connected(Fixture.hello()))
        bench.feed(.refused(.drafting(fetch), DeskError(.draftNotAsked)))
        #expect(bench.model.composer?.machine == nil)
        #expect(bench.text.contains("No draft is being made"))
    }

    @Test func aRefusalLeavesADraftThatIsHere() throws {
        var bench = composing()
        bench.press("ctrl-x n")
        let (fetch, made) = try draft(bench)
        bench.feed(.answered(.drafting(.ask(made.ticket)), .drafting(.running)))
        bench.type("Mine.")
        bench.feed(.answered(.drafting(fetch), .drafting(.done(made))))
        bench.feed(.refused(.drafting(fetch), DeskError(.draftNotAsked)))
        #expect(bench.model.composer?.machine == .waiting(made))
    }

    /// What the core was handed is what leaves: nothing changes the text until it has answered.
    @Test func nothingChangesATextThatIsBeingHandedOver() throws {
        var bench = composing()
        bench.type("Hello.")
        bench.press("ctrl-x n")
        let (fetch, made) = try draft(bench)
        bench.feed(.answered(.drafting(.ask(made.ticket)), .drafting(.running)))
        bench.answersCalls = false
        bench.press("ctrl-s")
        #expect(bench.model.composer?.isSending == true)
        bench.model.composer?.machine = .asked(over: "Hello.", pollAt: nil)
        bench.feed(.answered(.drafting(fetch), .drafting(.done(made))))
        let filled = RenderTemplate.Reply(text: "Template", missing: [], number: 1)
        bench.feed(.answered(.renderTemplate("late.de", made.ticket), .rendered(filled)))
        bench.press("ctrl-f ctrl-o ctrl-x e ctrl-x n")
        #expect(bench.model.composer?.editor.text == "Hello.")
        #expect(bench.model.composer?.template == nil)
        #expect(bench.model.composer?.stateAfter == .pending)
        #expect(bench.text.contains("being handed over"))
        // The draft is not lost: it waits until the text is in hand again.
        bench.model.composer?.isSending = false
        bench.press("ctrl-x n")
        #expect(bench.model.composer?.editor.text == "Hello." + made.text)
    }
}

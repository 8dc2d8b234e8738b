import HelpDesk
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct CollisionTests {
    private static let wang = ComposeHolder(
        person: PersonID(2), name: "王芳", since: Fixture.now - .minutes(3), characters: 214)

    private func beats(_ bench: Bench) -> [BeatPresence] {
        bench.calls.compactMap { if case .collision(.beat(let beat)) = $0 { beat } else { nil } }
    }

    /// A composer whose author got this answer about the lease.
    private func writing(_ text: String = "", _ answer: ComposeAnswer? = nil) -> Bench {
        var bench = Bench()
        bench.press("j r")
        if let answer { hear(answer, &bench) }
        bench.type(text)
        bench.settle()
        bench.forgetEffects()
        return bench
    }

    private func hear(_ answer: ComposeAnswer, _ bench: inout Bench) {
        guard let beat = beats(bench).last else { return }
        bench.feed(.answered(.collision(.beat(beat)), .collision(.beat(answer))))
    }

    private func mine(_ token: String = "t") -> ComposeAnswer {
        .granted(token: token, since: Fixture.now)
    }

    private func present(
        _ activity: PresenceActivity, on row: TicketRow, _ person: Int64 = 2
    ) -> TicketPresence {
        TicketPresence(
            ticket: row.id, store: row.ticket.store,
            people: [
                PresentPerson(
                    person: PersonID(person), name: "王芳", activity: activity,
                    since: Fixture.now - .minutes(3))
            ])
    }

    @Test func whereSomebodyIsIsToldAfterAMomentAndThenEveryTenSeconds() {
        var bench = Bench()
        bench.forgetEffects()
        bench.press("enter")
        #expect(beats(bench) == [])
        bench.pass(.milliseconds(300))
        #expect(beats(bench) == [BeatPresence(viewing: bench.rows[0].id)])
        bench.forgetEffects()
        bench.pass(.milliseconds(9_900))
        #expect(beats(bench) == [])
        bench.pass(.milliseconds(200))
        #expect(beats(bench).count == 1)
    }

    @Test func whoWalksThroughAListIsToldWhereTheyStop() {
        var bench = Bench()
        bench.press("enter")
        bench.forgetEffects()
        bench.press("J J J")
        bench.pass(.milliseconds(400))
        #expect(beats(bench).map(\.viewing) == [bench.rows[3].id])
    }

    @Test func leavingIsToldOnceAndThenNothing() {
        var bench = Bench()
        bench.press("enter")
        bench.settle()
        bench.forgetEffects()
        bench.press("escape")
        bench.pass(.seconds(30))
        #expect(beats(bench) == [BeatPresence()])
    }

    @Test func theComposerAsksForTheAnswerAtOnceAndGoesOnWithItsToken() {
        var bench = Bench()
        bench.press("j r")
        #expect(beats(bench).last?.writing?.activity == .composing)
        #expect(beats(bench).last?.writing?.token == nil)
        hear(mine("abc"), &bench)
        bench.type("Bonjour")
        bench.forgetEffects()
        bench.pass(.seconds(11))
        #expect(beats(bench).last?.writing?.token == "abc")
        #expect(beats(bench).last?.writing?.characters == 7)
    }

    @Test func aNoteAsksForNothing() {
        var bench = Bench()
        bench.press("j i")
        bench.settle()
        #expect(beats(bench).last?.writing?.activity == .noting)
    }

    @Test func whoComesSecondIsAskedWhatToDo() {
        let bench = writing("", .held(Self.wang))
        #expect(bench.text.contains("王芳 has been writing since"))
        #expect(bench.text.contains("214 characters"))
        #expect(bench.model.layer == .composer)
    }

    /// Letters typed at once must not answer a question that was not there when they were typed.
    @Test func whereItIsKnownThatSomebodyWritesTheQuestionComesFirst() {
        var bench = Bench()
        bench.feed(.pushed(.presenceChanged([present(.composing, on: bench.rows[1])])))
        bench.press("j r")
        #expect(bench.text.contains("王芳 has been writing since"))
        #expect(beats(bench).last?.writing?.activity == .drafting)
    }

    @Test func theSafeAnswerIsADraftBesideThatCannotBeSent() {
        var bench = writing("", .held(Self.wang))
        bench.press("enter")
        bench.type("Bonjour")
        bench.settle()
        #expect(bench.text.contains("draft only"))
        bench.pass(.seconds(11))
        #expect(beats(bench).last?.writing?.activity == .drafting)
        bench.refusal = { call in
            if case .send = call {
                DeskError(.composeHeld, ["holder": "王芳", "minutes": "3"])
            } else {
                nil
            }
        }
        bench.press("ctrl-s")
        #expect(bench.text.contains("Somebody writes this answer"))
        #expect(bench.model.composer?.editor.text == "Bonjour")
    }

    @Test func insteadOfTheAnswerANoteCanBeWritten() {
        var bench = writing("", .held(Self.wang))
        bench.press("n")
        #expect(bench.model.composer?.kind == .note)
        #expect(bench.model.layer == .composer)
    }

    @Test func goingBackClosesTheComposer() {
        var bench = writing("", .held(Self.wang))
        bench.press("b")
        #expect(bench.model.composer == nil)
        #expect(bench.model.layer == .thread)
    }

    @Test func takingOverAsksWhyAndThenTheAnswerIsYours() {
        var bench = writing("", .held(Self.wang))
        bench.press("t")
        bench.press("enter")
        #expect(!bench.model.popups.isEmpty)
        bench.type("on leave")
        bench.forgetEffects()
        bench.press("enter")
        let call = CollisionCall.takeOver(bench.rows[1].id, reason: "on leave")
        #expect(bench.calls.first == .collision(call))
        let former = PresentPerson(
            person: PersonID(2), name: "王芳", activity: .composing, since: Fixture.now)
        let reply = TakeOverCompose.Reply(token: "new", since: Fixture.now, former: former)
        bench.feed(.answered(.collision(call), .collision(.taken(reply))))
        #expect(bench.model.composer?.lease == .held(token: "new"))
        #expect(beats(bench).last?.writing?.token == "new")
        #expect(bench.text.contains("王芳 was told"))
    }

    @Test func theCommandOfTheComposerTakesOverTooAndOnlyWhatIsAnothers() {
        var bench = writing("", mine())
        bench.press("ctrl-x p")
        #expect(bench.text.contains("The answer is yours already."))
        bench = writing("", .held(Self.wang))
        bench.press("d ctrl-x p")
        #expect(bench.text.contains("Why do you take the answer over?"))
    }

    @Test func whoIsTakenOverHearsItAndKeepsTheDraft() {
        var bench = writing("Bonjour", mine())
        bench.type("!")
        bench.forgetEffects()
        let taken = ComposeTaken(
            ticket: bench.rows[1].id, by: "王芳", reason: "on leave", isReassigned: false)
        bench.feed(.pushed(.composeTaken(taken)))
        #expect(bench.effects.contains(.bell))
        #expect(bench.model.composer?.lease == .beside(waits: true))
        #expect(bench.model.composer?.editor.text == "Bonjour!")
        let drafts = bench.calls.compactMap { call -> String? in
            if case .saveDraft(let draft) = call { draft.text } else { nil }
        }
        #expect(drafts == ["Bonjour!"])
        #expect(bench.text.contains("王芳 took the answer on #48802 over: on leave"))
    }

    @Test func onceTheOthersAreGoneTheAnswerIsAskedForAgain() {
        var bench = writing("", .held(Self.wang))
        bench.press("d")
        bench.feed(.pushed(.presenceChanged([present(.composing, on: bench.rows[1])])))
        bench.forgetEffects()
        bench.feed(.pushed(.presenceChanged([present(.viewing, on: bench.rows[1])])))
        #expect(beats(bench).last?.writing?.activity == .composing)
        hear(mine("mine"), &bench)
        #expect(bench.model.composer?.lease == .held(token: "mine"))
        #expect(bench.text.contains("The answer is yours now"))
    }

    /// Who lost the whole ticket does not take its answer from the new owner.
    @Test func aTicketThatMovedIsNotWaitedFor() {
        var bench = writing("Bonjour", mine())
        bench.feed(.pushed(.presenceChanged([present(.viewing, on: bench.rows[1])])))
        let taken = ComposeTaken(
            ticket: bench.rows[1].id, by: "Tom", reason: "on leave", isReassigned: true)
        bench.feed(.pushed(.composeTaken(taken)))
        #expect(bench.text.contains("Tom moved #48802: on leave"))
        bench.forgetEffects()
        bench.feed(.pushed(.presenceChanged([present(.noting, on: bench.rows[1])])))
        #expect(beats(bench) == [])
        #expect(bench.model.composer?.lease == .beside(waits: false))
    }

    /// Somebody else was faster: no second question, the text just stays a draft.
    @Test func aRaceForTheFreeAnswerIsLostQuietly() {
        var bench = writing("", .held(Self.wang))
        bench.press("d")
        bench.feed(.pushed(.presenceChanged([present(.viewing, on: bench.rows[1])])))
        hear(.held(Self.wang), &bench)
        #expect(bench.model.popups.isEmpty)
        #expect(bench.model.composer?.lease == .beside(waits: true))
    }

    @Test func anAnswerThatWasLostMeanwhileSaysWhy() {
        var bench = writing("Bonjour", mine())
        bench.pass(.seconds(11))
        var holder = Self.wang
        holder.reason = "on leave"
        hear(.held(holder), &bench)
        #expect(bench.model.composer?.lease == .beside(waits: true))
        #expect(bench.text.contains("王芳 took the answer over: on leave"))
    }

    @Test func theListAndTheConversationShowTheOthersAndNotOneself() {
        var bench = Bench()
        bench.feed(.pushed(.presenceChanged([present(.composing, on: bench.rows[1])])))
        bench.feed(.pushed(.presenceChanged([present(.viewing, on: bench.rows[2], 1)])))
        #expect(bench.text.contains("[> 王芳]"))
        #expect(!bench.text.contains("[o "))
        bench.press("j enter")
        #expect(bench.text.contains("> 王芳 writes 3m"))
        bench.feed(
            .pushed(
                .presenceChanged([
                    TicketPresence(
                        ticket: bench.rows[1].id, store: bench.rows[1].ticket.store, people: [])
                ])))
        #expect(!bench.text.contains("王芳 writes"))
    }

    @Test func aLostCoreShowsNobody() {
        var bench = Bench()
        bench.feed(.pushed(.presenceChanged([present(.composing, on: bench.rows[1])])))
        bench.feed(.disconnected(retryAt: bench.model.now + .seconds(1)))
        #expect(!bench.text.contains("[> 王芳]"))
        bench.forgetEffects()
        bench.feed(.connected(Fixture.hello()))
        #expect(bench.calls.contains(.collision(.list)))
    }

    @Test func aDraftGoesOnWithItsTokenAfterTheLineBroke() {
        var bench = writing("Bonjour", mine("abc"))
        bench.feed(.disconnected(retryAt: bench.model.now + .seconds(1)))
        bench.pass(.seconds(5))
        bench.forgetEffects()
        bench.feed(.connected(Fixture.hello()))
        bench.pass(.milliseconds(400))
        #expect(beats(bench).last?.writing?.token == "abc")
    }

    @Test func aSecondAnswerTakesAKeyOfItsOwn() {
        var bench = writing("Bonjour", mine())
        let answer = RecentAnswer(
            mark: .reply(OutboxID(9)), ticket: bench.rows[1].id, author: PersonID(2),
            authorName: "王芳", at: bench.model.now - .seconds(14), body: "Voici la facture.")
        bench.sendOutcome = .answered([answer])
        bench.press("ctrl-s")
        #expect(bench.text.contains("王芳 answered 14s ago."))
        bench.press("enter")
        #expect(bench.model.popups.isEmpty)
        bench.press("ctrl-s")
        bench.sendOutcome = nil
        bench.forgetEffects()
        bench.press("y")
        guard case .send(let request)? = bench.calls.first else {
            Issue.record("the second answer must be sent")
            return
        }
        #expect(request.knownAnswers == [.reply(OutboxID(9))])
    }

    @Test func aReasonToSendPastNamesWhatWasShown() {
        var bench = writing("Bonjour", mine())
        var newer = Fixture.detail(bench.rows[1]).messages[0]
        newer.message.sequence = EventSequence(900)
        var waiting = newer
        waiting.message.sequence = .zero
        waiting.message.outbox = OutboxID(9)
        bench.sendOutcome = .stale([newer, waiting])
        bench.press("ctrl-s s")
        bench.type("same question")
        bench.sendOutcome = nil
        bench.forgetEffects()
        bench.press("enter")
        guard case .send(let request)? = bench.calls.first else {
            Issue.record("the reply must be sent with the reason")
            return
        }
        #expect(request.staleThrough == EventSequence(900))
        #expect(request.knownAnswers == [.reply(OutboxID(9))])
    }

    @Test func movingATicketFromAWritingOwnerAsksWhy() {
        var bench = Bench(me: Fixture.supervisor)
        bench.press("j j")
        bench.refusal = { call in
            if case .assign = call {
                DeskError(.takeoverNeedsReason, ["holder": "王芳", "minutes": "3"])
            } else {
                nil
            }
        }
        bench.press(":")
        bench.type("assign li")
        bench.press("enter")
        #expect(bench.text.contains("The owner writes an answer. Why move it?"))
        bench.type("on leave")
        bench.forgetEffects()
        bench.press("enter")
        #expect(
            bench.calls.first
                == .collision(
                    .reassign(
                        bench.rows[2].id, to: PersonID(1), expected: PersonID(2),
                        reason: "on leave")))
    }
}

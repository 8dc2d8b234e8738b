import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct MacroTests {
    /// Written by the lead, approved by the administrator.
    @discardableResult
    private func macro(
        _ world: World, _ acts: MacroAct..., name: MacroName = "late",
        categories: [InquiryCategory] = []
    ) async throws -> MacroName {
        let view = try await world.desk.perform(
            SaveMacro(name: name, title: "Late parcel", categories: categories, acts: acts),
            as: world.sue)
        _ = try await world.desk.perform(
            SettleMacro(name: name, number: view.version.number, isApproved: true),
            as: world.ops)
        return name
    }

    private func run(
        _ name: MacroName, on ticket: TicketID, _ world: World, isDryRun: Bool = false
    ) async throws -> RunMacro.Reply {
        try await world.desk.perform(
            RunMacro(name: name, ticket: ticket, isDryRun: isDryRun), as: world.ana)
    }

    @Test func allActsAreDoneByWhoeverRunsIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(
            SaveTag(tag: Tag(name: "late")), as: world.sue)
        let name = try await macro(
            world, .assignToMe, .template("late.en"), .tag("late"), .priority(.high),
            .note("carrier asked"), .watch, .afterSend(.resolved))
        let reply = try await run(name, on: ticket, world)
        #expect(reply.isDone && reply.steps.allSatisfy { $0.error == nil })
        #expect(reply.rendered?.text == "Hello, it comes soon." && reply.rendered?.number == 1)
        #expect(reply.template == "late.en" && reply.stateAfter == .resolved)
        let found = try await world.ticket(ticket)
        #expect(found.owner == world.ana.person && found.priority == .high)
        let (tags, watchers) = try await world.database.read {
            (try $0.tags(of: ticket), try $0.watchers(of: ticket))
        }
        #expect(tags == ["late"] && watchers.contains(world.ana.person))
        #expect(try await world.messages(ticket).contains { $0.kind == .note })
        let events = try await world.database.read { try $0.events(of: ticket) }
        #expect(
            events.contains { record in
                if case .library(.macroRun(let run)) = record.event {
                    run.name == name && record.actor == .person(world.ana.person)
                } else {
                    false
                }
            })
        try await world.checkRecord()
    }

    @Test func oneRefusalUndoesEverythingAndIsNamed() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        // An agent may not make up a tag.
        let name = try await macro(world, .priority(.urgent), .tag("made-up"), .watch)
        let before = try await world.database.read { try $0.lastSequence() }
        let reply = try await run(name, on: ticket, world)
        #expect(!reply.isDone)
        #expect(reply.steps.map(\.error?.code) == [nil, .tagUnknown, nil])
        #expect(try await world.ticket(ticket).priority == .normal)
        #expect(try await world.database.read { try $0.lastSequence() } == before)
        try await world.checkRecord()
    }

    @Test func aDryRunDoesNothing() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let name = try await macro(world, .priority(.high), .template("late.en"))
        let before = try await world.database.read { try $0.lastSequence() }
        let reply = try await run(name, on: ticket, world, isDryRun: true)
        #expect(!reply.isDone && reply.steps.allSatisfy { $0.error == nil })
        #expect(reply.rendered?.text == "Hello, it comes soon.")
        #expect(try await world.database.read { try $0.lastSequence() } == before)
        let figures = try await world.desk.perform(ShowTemplateFigures(), as: world.sue).figures
        #expect(figures.isEmpty)
    }

    /// What was shown is what runs, or nothing.
    @Test func aMacroThatChangedSinceItWasShownIsRefused() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let name = try await macro(world, .priority(.high))
        let seen = try await run(name, on: ticket, world, isDryRun: true)
        #expect(seen.number == 1)
        try await macro(world, .priority(.urgent))
        let call = RunMacro(name: name, ticket: ticket, number: seen.number)
        let refusal = await #expect(throws: DeskError.self) {
            try await world.desk.perform(call, as: world.ana)
        }
        #expect(refusal?.code == .macroChanged && refusal?.arguments["number"] == "2")
        #expect(try await world.ticket(ticket).priority == .normal)
        var now = call
        now.number = 2
        #expect(try await world.desk.perform(now, as: world.ana).isDone)
    }

    /// Each act asks for the right of whoever runs it, not of whoever wrote it.
    @Test func nobodyGainsARightByAMacro() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ben)
        let name = try await macro(world, .assign(world.ana.person), .priority(.high))
        let reply = try await run(name, on: ticket, world)
        #expect(reply.steps.map(\.error?.code) == [.notAllowed, nil])
        #expect(try await world.ticket(ticket).owner == world.ben.person)
        let stranger = await code {
            _ = try await world.desk.perform(
                RunMacro(name: name, ticket: ticket), as: world.mia)
        }
        #expect(stranger == .ticketNotFound)
    }

    /// What the rules of tickets forbid, a macro cannot do either.
    @Test func anOwedAnswerKeepsTheTicketOpen() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let name = try await macro(world, .priority(.high), .resolve)
        let reply = try await run(name, on: ticket, world)
        #expect(reply.steps.map(\.error?.code) == [nil, .ticketDebtOwed])
        #expect(try await world.ticket(ticket).priority == .normal)
    }

    @Test func aMacroIsWrittenByOneAndApprovedByAnother() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let save = SaveMacro(name: "late", title: "Late", acts: [.watch])
        let view = try await world.desk.perform(save, as: world.sue)
        #expect(await code { _ = try await run("late", on: ticket, world) } == .macroNotFound)
        let settle = SettleMacro(name: "late", number: view.version.number, isApproved: true)
        #expect(
            await code { _ = try await world.desk.perform(settle, as: world.sue) }
                == .libraryOwnText)
        _ = try await world.desk.perform(settle, as: world.ops)
        #expect(try await run("late", on: ticket, world).isDone)
        #expect(
            await code { _ = try await world.desk.perform(save, as: world.sue) }
                == .libraryUnchanged)
        _ = try await world.desk.perform(RetireMacro(name: "late"), as: world.sue)
        #expect(await code { _ = try await run("late", on: ticket, world) } == .macroNotFound)
        try await world.checkRecord()
    }

    @Test func whatAnActNamesMustBeThere() async throws {
        let world = try await World.make()
        func saving(_ act: MacroAct) async -> DeskError.Code? {
            await code {
                _ = try await world.desk.perform(
                    SaveMacro(name: "late", title: "Late", acts: [act]), as: world.sue)
            }
        }
        #expect(await saving(.template("none.en")) == .templateNotFound)
        #expect(await saving(.assign(PersonID(99))) == .personNotFound)
        #expect(await saving(.hold(reason: "", seconds: 3600)) == .badRequest)
    }

    @Test func theListFitsTheTicket() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await macro(world, .watch, name: "any")
        try await macro(world, .watch, name: "zz-late", categories: [.whereIsMyOrder])
        try await macro(world, .watch, name: "return", categories: [.returnRefund])
        let list = try await world.desk.perform(ListMacros(ticket: ticket), as: world.ana)
        #expect(list.macros.map(\.version.name) == ["zz-late", "any"])
    }
}

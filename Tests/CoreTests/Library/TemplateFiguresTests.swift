import Core
import HelpDesk
import SwiftExtensions
import Store
import Testing
import Wire

@Suite struct TemplateFiguresTests {
    private func question(_ world: World) async throws -> TicketID {
        try await world.question("Where is my parcel? I have waited for it for a week now.")
    }

    /// A minute later: the window ends before now.
    private func figures(_ world: World) async throws -> [TemplateFigures] {
        world.clock.advance(by: .minutes(1))
        return try await world.desk.perform(ShowTemplateFigures(), as: world.sue).figures
    }

    /// Fills the template in, and sends what `change` makes of it.
    private func send(
        _ world: World, on ticket: TicketID, then state: TicketState = .pending,
        _ change: (String) -> String = { $0 }
    ) async throws -> OutboxItem {
        let filled = try await world.desk.perform(
            RenderTemplate(template: "late.en", ticket: ticket), as: world.ana)
        var call = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem,
            text: change(filled.text), template: "late.en", stateAfter: state)
        call.templateVersion = filled.number
        call.confirmedRules = try await world.desk.perform(
            LintReply(ticket: ticket, text: call.text), as: world.ana
        ).findings.map(\.rule)
        let reply = try await world.desk.perform(call, as: world.ana)
        let item = try #require(reply.item)
        world.clock.advance(by: .seconds(15))
        _ = try await world.desk.runDue()
        return try await world.outboxItem(item.id)
    }

    @Test func theVersionStaysOnTheLetterWithWhatWasChanged() async throws {
        let world = try await World.make()
        let ticket = try await question(world)
        let item = try await send(world, on: ticket) { $0 + "!!" }
        #expect(item.template == "late.en" && item.templateVersion == 1)
        #expect(item.templateEdit == 87)
        let detail = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
        #expect(detail.messages.compactMap(\.outbox?.templateVersion) == [1])
        let all = try await figures(world)
        #expect(all.map(\.inserted) == [1] && all.map(\.sent) == [1])
        #expect(all.first?.unchanged == TemplateShare(0, of: 1))
        // What takes three days to tell is not told earlier.
        #expect(all.first?.quiet == TemplateShare(0, of: 0))
        try await world.checkRecord()
    }

    @Test func quietAndReopenedCountOnceTheirTimeIsOver() async throws {
        let world = try await World.make()
        let ticket = try await question(world)
        _ = try await send(world, on: ticket, then: .resolved)
        world.clock.advance(by: .hours(20))
        try await world.receive(RelayMails().buyer("Still nothing!", at: world.clock.now))
        world.clock.advance(by: .days(8))
        let found = try #require(try await figures(world).first)
        #expect(found.unchanged == TemplateShare(1, of: 1))
        #expect(found.quiet == TemplateShare(0, of: 1))
        #expect(found.reopened == TemplateShare(1, of: 1))
        #expect(found.quiet.told == nil, "one letter says nothing")
    }

    @Test func takenSuggestionsCountAmongTheInsertions() async throws {
        let world = try await World.make()
        let ticket = try await question(world)
        for isSuggested in [true, nil, false, true] {
            _ = try await world.desk.perform(
                RenderTemplate(template: "late.en", ticket: ticket, isSuggested: isSuggested),
                as: world.ana)
        }
        let found = try #require(try await figures(world).first)
        #expect(found.inserted == 4 && found.suggested == 2)
        try await world.checkRecord()
    }

    /// Whoever's reports are of their own sees no colleague's letters in the figures either.
    @Test func figuresReachAsFarAsReportsDo() async throws {
        let world = try await World.make()
        _ = try await send(world, on: try await question(world))
        world.clock.advance(by: .minutes(1))
        func told(_ caller: Principal) async throws -> ShowTemplateFigures.Reply {
            try await world.desk.perform(ShowTemplateFigures(), as: caller)
        }
        let (mine, others) = (try await told(world.ana), try await told(world.ben))
        #expect(mine.isOwn && mine.figures.map(\.sent) == [1] && mine.figures[0].inserted == 1)
        #expect(others.isOwn && others.figures.isEmpty)
        let all = try await told(world.sue)
        #expect(!all.isOwn && all.figures.map(\.sent) == [1])
        let stores = try await world.database.read { transaction in
            try [StoreScope.only([World.america]), .only([World.europe])].map { scope in
                try transaction.templateFigures(
                    from: all.from, to: all.to, reopenDays: 7, scope: scope
                ).map(\.sent)
            }
        }
        #expect(stores == [[], [1]])
    }

    @Test func aBlockedLetterCountsOnce() async throws {
        let world = try await World.make()
        let ticket = try await question(world)
        let filled = try await world.desk.perform(
            RenderTemplate(template: "late.en", ticket: ticket), as: world.ana)
        var call = SendReply(
            ticket: ticket, basis: try await world.ticket(ticket).lastItem,
            text: filled.text + " Write to me@example.com", template: "late.en")
        call.templateVersion = filled.number
        for _ in 0..<3 {
            let reply = try await world.desk.perform(call, as: world.ana)
            guard case .blocked = reply else { return #expect(Bool(false), "not blocked") }
        }
        #expect(try await figures(world).map(\.blocked) == [1])
        try await world.checkRecord()
    }
}

import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@Suite struct ReportTests {
    private func report(
        _ world: World, _ kind: ReportKind, as caller: Principal,
        by dimensions: [ReportDimension] = []
    ) async throws -> ReportView {
        let request = ReportRequest(
            kind: kind, from: world.clock.now - .days(7), to: world.clock.now + .days(1),
            by: dimensions)
        return try await world.desk.perform(RunReport(request: request), as: caller).report
    }

    /// One answered, one still waiting: both stand in the curve, and each figure opens into as many
    /// rows as it is of.
    @Test func figuresFollowTheWorkAndOpenIntoTheirRows() async throws {
        let world = try await World.make()
        let answered = try await world.question()
        _ = try await world.answer(on: answered)
        _ = try await world.question("Und wann genau kommt es?", at: world.clock.now)
        try await world.pass(.hours(30))
        let report = try await report(world, .kpi, as: world.sue)
        let first = try #require(report.total[.firstMedian])
        let next = try #require(report.total[.nextMedian])
        #expect((first.n + next.n, first.censored + next.censored) == (2, 1))
        #expect(report.total[.lateRate]?.value == 0.5)
        #expect(report.total[.replies]?.value == 1)
        #expect(report.arrivalsByHour.joined().reduce(0, +) == 2)
        for figure in report.total.figures where figure.kind.source != nil {
            let open = OpenFigure(request: report.request, figure: figure.kind)
            let rows = try await world.desk.perform(open, as: world.sue)
            #expect(rows.count == figure.n, "\(figure.kind)")
            #expect(rows.rows.count == rows.count)
        }
        let late = OpenFigure(request: report.request, figure: .noResponse)
        let tickets = try await world.desk.perform(late, as: world.sue).rows.map(\.ticket)
        #expect(Set(tickets).contains(answered))
        try await world.checkRecord()
    }

    /// What came into one ticket and was answered on another is answered, and counts once.
    @Test func figuresFollowItemsThroughMergesAndSplits() async throws {
        let world = try await World.make()
        let pair = try await MergeTicketsTests.pair(world)
        _ = try await report(world, .kpi, as: world.sue)
        _ = try await world.desk.perform(
            MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
        // Each reply goes to one thread: two orders are two answers.
        _ = try await world.answer(on: pair.old)
        world.clock.advance(by: .minutes(5))
        _ = try await world.answer("Das andere kommt am Freitag.", on: pair.old)
        try await world.receive(pair.oldMails.buyer("Und noch etwas.", at: world.clock.now))
        let message = try #require(try await world.messages(pair.old).last)
        let split = try await world.desk.perform(
            SplitTicket(ticket: pair.old, messages: [message.id]), as: world.sue)
        _ = try await report(world, .kpi, as: world.sue)
        world.clock.advance(by: .minutes(5))
        _ = try await world.answer("Auch das kommt.", on: split.id)
        try await world.pass(.hours(30))
        let total = try await report(world, .kpi, as: world.sue).total
        #expect(total[.arrivals]?.value == 3)
        #expect(total[.replies]?.value == 3)
        #expect((total[.lateRate]?.value, total[.lateRate]?.n) == (0, 3))
        #expect(total[.noResponse]?.value == 0)
        try await world.checkRecord()
    }

    @Test func aResolveThatWasTakenBackCountsNoMore() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
        #expect(try await report(world, .kpi, as: world.sue).total[.resolves]?.value == 1)
        _ = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.ana)
        #expect(try await report(world, .kpi, as: world.sue).total[.resolves]?.value == 0)
    }

    @Test func rehearsalsCountInNoFigure() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        for (isDrill, arrivals) in [(true, 0.0), (false, 1.0)] {
            _ = try await world.desk.perform(
                FlagTicket(ticket: ticket, flag: .drill, isOn: isDrill), as: world.sue)
            let total = try await report(world, .kpi, as: world.sue).total
            #expect(total[.arrivals]?.value == arrivals)
        }
    }

    @Test func agentsSeeTheirOwnFiguresAlone() async throws {
        let world = try await World.make()
        _ = try await world.answer(on: try await world.question())
        let all = try await report(world, .agents, as: world.sue)
        #expect(all.groups.contains { $0.labels.first == world.ana.displayName })
        let own = try await report(world, .agents, as: world.ben)
        #expect(own.request.person == world.ben.person)
        #expect(own.total[.replies]?.value == 0)
        let others = ReportRequest(
            kind: .kpi, from: world.clock.now - .days(7), to: world.clock.now,
            person: world.ana.person)
        #expect(
            await code {
                _ = try await world.desk.perform(RunReport(request: others), as: world.ben)
            } == .notAllowed)
    }

    /// An hour of work is a row like any other, though it is about no ticket.
    @Test func activeHoursOpenIntoTheHours() async throws {
        let world = try await World.make()
        _ = try await world.answer(on: try await world.question())
        world.clock.advance(by: .hours(3))
        _ = try await world.desk.perform(
            AddNote(ticket: try await world.question("Noch da?"), text: "Ruft zurück."),
            as: world.ana)
        let report = try await report(world, .agents, as: world.sue)
        let ana = try #require(
            report.groups.first { $0.keys == [String(world.ana.person.rawValue)] })
        let open = OpenFigure(request: report.request, figure: .activeHours, keys: ana.keys)
        let reply = try await world.desk.perform(open, as: world.sue)
        #expect(reply.count == 2)
        #expect(ana[.activeHours]?.value == 2)
        #expect(reply.rows.map(\.ticket) == [nil, nil])
        #expect(Set(reply.rows.map(\.person)) == ["Ana"])
        #expect(reply.rows.map { $0.end.map { $0.seconds % 3600 } } == [0, 0])
        // Whoever sees only their own figures opens nobody else's hours.
        let mine = OpenFigure(
            request: ReportRequest(
                kind: .agents, from: report.request.from, to: report.request.to),
            figure: .activeHours, keys: ana.keys)
        #expect(try await world.desk.perform(mine, as: world.ben).count == 0)
        #expect(try await world.desk.perform(mine, as: world.ana).count == 2)
        // Hours of nobody in particular compare nobody, as in the figure.
        let all = OpenFigure(request: report.request, figure: .activeHours)
        #expect(try await world.desk.perform(all, as: world.sue).count == 0)
    }

    @Test func likeQuestionsStandTogether() async throws {
        let world = try await World.make()
        _ = try await world.question()
        _ = try await world.question("Wo bleibt denn mein Paket?", at: world.clock.now)
        let report = try await report(world, .faq, as: world.sue)
        let questions = try #require(report.questions)
        #expect(questions.population == 2)
        #expect(questions.categories.map(\.all).reduce(0, +) == 2)
        #expect(questions.clusters.map(\.count) == [2])
        let open = OpenFigure(request: report.request, figure: .questions)
        let rows = try await world.desk.perform(open, as: world.sue)
        #expect(rows.count == questions.population)
    }

    @Test func answersAreJudgedByOthersOnce() async throws {
        let world = try await World.make()
        _ = try await world.answer(on: try await world.question())
        let draw = DrawQualitySample(day: "2026-03-06")
        #expect(
            await code { _ = try await world.desk.perform(draw, as: world.sue) }
                == .qualityWeekRuns)
        world.clock.advance(by: .days(3))
        let drawn = try await world.desk.perform(draw, as: world.sue)
        #expect((drawn.week, drawn.drawn) == ("2026-03-02", 1))
        #expect(try await world.desk.perform(draw, as: world.sue).drawn == 0)
        let open = try await world.desk.perform(ListQualitySamples(), as: world.sue).samples
        let sample = try #require(open.first)
        #expect(sample.answer.contains("Paket"))
        #expect(sample.isOpen)
        let marks = QualityMarks(
            accuracy: .met, completeness: .met, policy: .missed, language: .met,
            timeliness: .met)
        let score = ScoreQualitySample(sample: sample.sample.id, marks: marks, note: "Host named.")
        _ = try await world.desk.perform(score, as: world.sue)
        #expect(
            await code { _ = try await world.desk.perform(score, as: world.sue) }
                == .qualitySampleClosed)
        let judged = try await report(world, .quality, as: world.sue)
        #expect(judged.total[.qualityScore]?.value == 59)
        let behind = OpenFigure(request: judged.request, figure: .qualityScore)
        let rows = try await world.desk.perform(behind, as: world.sue)
        #expect(rows.count == judged.total[.qualityScore]?.n)
        #expect(rows.rows.map(\.points) == [59])
        // Nobody sees the first judge's marks before a second one has given theirs.
        let others = try await world.desk.perform(behind, as: world.ops).rows.map(\.points)
        #expect(others == [sample.sample.isDouble ? nil : 59])
        #expect(rows.rows.map(\.ticket) == [sample.sample.ticket])
        #expect(rows.rows.map(\.person) == ["Ana"])
        let quality = try #require(judged.quality)
        #expect(quality.lines.map(\.standing.mean.mean) == [59])
        #expect(quality.lines.map(\.standing.rank) == [nil])
        #expect(quality.lines.map(\.policyFails) == [1])
        try await world.checkRecord()
    }

    /// Whoever draws for one store leaves the others' answers to those who see them, and nobody
    /// gets more than five of a week.
    @Test func aDrawForOneStoreClosesNoOther() async throws {
        let world = try await World.make()
        var settings = World.settings
        settings.people += [
            World.person("liz", .supervisor, .only([World.america])),
            World.person("tom", .agent, .all),
        ]
        let desk = try await World.make(database: world.database, settings: settings)
        let tom = try await desk.desk.principal(unixUser: "tom")
        let liz = try await desk.desk.principal(unixUser: "liz")
        for number in 0..<7 {
            let ticket = try await desk.inquiry(number)
            _ = try await desk.send("Antwort \(number).", on: ticket, as: tom)
            desk.clock.advance(by: .seconds(20))
            _ = try await desk.desk.runDue()
        }
        desk.clock.advance(by: .days(3))
        let draw = DrawQualitySample(day: "2026-03-06")
        #expect(try await desk.desk.perform(draw, as: liz).drawn == 0)
        #expect(try await desk.desk.perform(draw, as: desk.sue).drawn == 5)
        #expect(try await desk.desk.perform(draw, as: desk.sue).drawn == 0)
        try await desk.checkRecord()
    }

    @Test func amazonsNumbersStandBesideTheDesks() async throws {
        let world = try await World.make()
        _ = try await world.question()
        try await world.pass(.hours(30))
        let figure = AmazonFigure(
            store: World.europe, day: "2026-03-07", days: 30, lateRate: 0.5)
        _ = try await world.desk.perform(NoteAmazonFigure(figure: figure), as: world.sue)
        let lines = try await report(world, .reconcile, as: world.sue).reconciliation
        let line = try #require(lines.first)
        #expect(line.desk.rate == 1)
        #expect(line.difference == -0.5)
        let bad = AmazonFigure(store: World.europe, day: "2026-02-30", days: 30, lateRate: 0.5)
        #expect(
            await code {
                _ = try await world.desk.perform(NoteAmazonFigure(figure: bad), as: world.sue)
            } == .badRequest)
    }
}

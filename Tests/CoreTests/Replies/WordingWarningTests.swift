import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct WordingWarningTests {
    private static let letter =
        "Guten Tag,\n\nes tut uns leid, dass Ihr Paket im Verteilzentrum liegt. Wir haben heute beim Zusteller nachgefragt und melden uns morgen mit einer Antwort."

    private func report(_ world: World) async throws -> WordingReport? {
        let now = world.clock.now
        return try await world.desk.perform(
            RunReport(
                request: ReportRequest(
                    kind: .quality, from: now - .days(1), to: now + .days(1))),
            as: world.sue
        ).report.wording
    }

    private func warned() async throws -> (world: World, ticket: TicketID) {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(Self.letter, on: ticket)
        try await world.pass(.hours(2))
        _ = try await world.question("Und jetzt?")
        for _ in 0..<2 {
            guard case .unconfirmed = try await world.send(Self.letter, on: ticket) else {
                Issue.record("Nobody was told.")
                break
            }
        }
        return (world, ticket)
    }

    @Test func aLetterWrittenAnewHeedsTheWarning() async throws {
        let it = try await warned()
        #expect(try await report(it.world)?.lines.map(\.open) == [1])
        _ = try #require(
            try await it.world.send(
                "Guten Tag,\n\nIhr Paket ist seit heute früh unterwegs.", on: it.ticket
            )
            .item)
        let line = try #require(try await report(it.world)?.lines.first)
        #expect(line.rule == "ORI-01" && line.heeded == 1 && line.kept == 0 && line.open == 0)
        #expect(line.precision == 1)
        try await it.world.checkRecord()
    }

    @Test func aLetterSentAsItWasIsCountedToo() async throws {
        let it = try await warned()
        let basis = try await it.world.ticket(it.ticket).lastItem
        _ = try await it.world.desk.perform(
            SendReply(
                ticket: it.ticket, basis: basis, text: Self.letter, confirmedRules: ["ORI-01"]),
            as: it.world.ana)
        let line = try #require(try await report(it.world)?.lines.first)
        #expect(line.heeded == 0 && line.kept == 1 && line.precision == 0)
    }

    /// Any rule that keeps a letter back is counted, once however often somebody tries, and what was
    /// asked to be sent as it was is named.
    @Test func everyRuleThatWarnsOrBlocksHasItsPrecision() async throws {
        let world = try await World.make()
        let first = try await world.question()
        for _ in 0..<2 {
            guard case .blocked = try await world.send(LintGateTests.blocked, on: first) else {
                Issue.record("Nothing stood against it.")
                return
            }
        }
        #expect(try await report(world)?.lines.isEmpty == true)
        let waiting = try #require(try await report(world)?.rules?.first)
        #expect(waiting.open == 1 && waiting.precision == nil)
        _ = try #require(try await world.send(on: first).item)
        let second = try await world.question(
            "Und meins?", from: RelayMails(alias: "other", caseID: "c9", order: "305-1-1"))
        _ = try await world.send(LintGateTests.blocked, on: second)
        _ = try await world.desk.perform(
            SendReply(
                ticket: second, basis: try await world.ticket(second).lastItem,
                text: LintGateTests.blocked, reviewReason: "The buyer asked for it."),
            as: world.ana)
        let line = try #require(
            try await report(world)?.rules?.first { $0.rule == waiting.rule })
        #expect(line.heeded == 1 && line.kept == 1 && line.open == 0)
        #expect(line.precision == 0.5 && line.keptTickets == [second] && !line.isDoubtful)
        try await world.checkRecord()
    }

    @Test func ofFewLettersNothingIsSaidOfARule() {
        func line(_ heeded: Int, _ kept: Int) -> WordingReport.Line {
            WordingReport.Line(rule: "CON-01", heeded: heeded, kept: kept, open: 0)
        }
        #expect(!line(5, 4).isDoubtful && line(6, 4).isDoubtful && !line(7, 3).isDoubtful)
    }

    @Test func whoDoesNotSuperviseSeesNone() async throws {
        let it = try await warned()
        let now = it.world.clock.now
        let report = try await it.world.desk.perform(
            RunReport(
                request: ReportRequest(
                    kind: .quality, from: now - .days(1), to: now + .days(1))),
            as: it.world.ana
        ).report
        #expect(report.wording == nil)
    }
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// A mailbox that renumbers its mails hands all of them over again, from other places.
@Suite struct RescanTests {
    /// The second reply to the same buyer must not be undone by the first one's report.
    @Test func aReportSeenAgainIsNotLaidAtALaterRepliesDoor() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let first = try await world.answer("Es kommt morgen.", on: ticket)
        let id = try #require(
            await world.database.read { try $0.outboxContent(first.id)?.internetMessageID })
        let report = RelayMails().bounce(of: id, at: world.clock.now)
        // One whose head was cut off: only the address is left to match by.
        let cut = Self.withoutOriginal(report)
        for mail in [report, cut] { try await world.receive(mail) }
        #expect(try await world.outboxItem(first.id).state == .bounced)
        let items = try await world.messages(ticket).count
        world.clock.advance(by: .hours(1))
        let second = try await world.answer("Es kommt wirklich morgen.", on: ticket)
        for mail in [report, cut] { try await world.receive(mail) }
        #expect(try await world.outboxItem(second.id).state == .accepted)
        #expect(try await world.debts(ticket).map(\.state) == [.answerPending])
        #expect(try await world.messages(ticket).count == items + 1)
        try await world.checkRecord()
    }

    @Test func everyKindOfMailIsTakenInOnce() async throws {
        let world = try await World.make()
        let time = world.clock.now - .hours(2)
        let other = RelayMails(
            alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa",
            order: "305-1111111-2222222")
        let mails = [
            RelayMails().buyer("Wo ist es?", at: time), RelayMails().unreadable("???", at: time),
            RelayMails().ownCopy("Es kommt morgen.", at: time + .minutes(5)),
            other.notice("RETURN_REQUEST", at: time), other.notice("REFUND_ISSUED", at: time),
            RelayMails().lookAlike(at: time),
        ]
        try await world.receive(together: mails)
        let before = try await picture(world)
        try await world.receive(together: mails)
        world.clock.advance(by: .days(2))
        try await world.receive(together: mails.reversed())
        #expect(try await picture(world) == before)
        try await world.checkRecord()
    }

    /// What waits in quarantine, or was let out of it, is not set aside a second time.
    @Test func aHeldMailIsHeldOnce() async throws {
        let world = try await World.make()
        let forged = RelayMails().lookAlike(at: world.clock.now - .hours(2))
        let copy = RelayMails().ownCopy(
            "Es kommt morgen.", at: world.clock.now - .hours(1), results: nil)
        try await world.question()
        try await world.receive(together: [forged, copy])
        #expect(try await held(world) == 2)
        let first = try #require(
            try await world.desk.perform(ListQuarantine(), as: world.sue).mails.first)
        _ = try await world.desk.perform(
            ReleaseQuarantine(mail: first.id, reason: "ours"), as: world.sue)
        #expect(try await held(world) == 1)
        let counts = try await world.receive(together: [forged, copy])
        #expect(counts.duplicates == 2)
        #expect(try await held(world) == 1)
        try await world.checkRecord()
    }

    private func held(_ world: World) async throws -> Int {
        try await world.desk.perform(ListQuarantine(), as: world.sue).total
    }

    private struct Picture: Equatable {
        var tickets: [TicketID]
        var kinds: [[MessageKind]]
        var debts: [[DebtState]]
        var cases: [[DeskCase]]
    }

    private func picture(_ world: World) async throws -> Picture {
        let tickets = try await world.tickets().map(\.id).sorted()
        var picture = Picture(tickets: tickets, kinds: [], debts: [], cases: [])
        for ticket in tickets {
            picture.kinds.append(try await world.messages(ticket).map(\.kind))
            picture.debts.append(try await world.debts(ticket).map(\.state))
            picture.cases.append(try await world.cases(ticket))
        }
        return picture
    }

    private static func withoutOriginal(_ report: [UInt8]) -> [UInt8] {
        let lines = String(decoding: report, as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        let kept = lines.enumerated().filter { index, line in
            // The report's own id stands in its head, that of our mail in its last part.
            index < 8 || !line.hasPrefix("Message-ID:")
        }
        let text = kept.map { String($0.element) }.joined(separator: "\r\n")
        return Array(text.replacing("<dsn", with: "<dsncut").utf8)
    }
}

import Core
import Foundation
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// The calls that can look back show what was, to whom they would have shown it.
@Suite struct PastTests {
    private func inFolder(_ body: (World) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("past-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let database = try DeskDatabase(path: path + "/desk.sqlite", key: .forTests)
        try await body(try await World.make(database: database))
        try database.close()
    }

    @Test func aQueueAndATicketAsTheyWere() async throws {
        try await inFolder { world in
            let ticket = try await world.question()
            let asked = world.clock.now
            world.clock.advance(by: .minutes(5))
            _ = try await world.answer(on: ticket)
            try await world.pass(.hours(1))
            let list = ListTickets(queue: .owed)
            #expect(try await world.desk.perform(list, as: world.ana).total == 0)
            var past = list
            past.asOf = asked
            let then = try await world.desk.perform(past, as: world.ana)
            #expect(then.rows.map(\.id) == [ticket] && then.counts.owed == 1)
            let shown = try await world.desk.perform(
                ShowTicket(ticket: ticket, refreshOrder: true, asOf: asked), as: world.ana)
            #expect(shown.row.ticket.state == .new && shown.messages.count == 1)
            #expect(shown.messages.first?.debt?.state == .owed)
            #expect(shown.outbox.isEmpty)
            let now = try await world.desk.perform(
                ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana)
            #expect(now.messages.count == 2)
        }
    }

    @Test func theScopeIsThatOfNow() async throws {
        try await inFolder { world in
            let ticket = try await world.question()
            let asked = world.clock.now
            world.clock.advance(by: .minutes(5))
            let list = ListTickets(queue: .all, asOf: asked)
            #expect(try await world.desk.perform(list, as: world.mia).rows.isEmpty)
            let refused = await code {
                _ = try await world.desk.perform(
                    ShowTicket(ticket: ticket, refreshOrder: false, asOf: asked), as: world.mia)
            }
            #expect(refused == .ticketNotFound)
        }
    }

    @Test func beforeTheBeginningNothingIsKnown() async throws {
        try await inFolder { world in
            let before = world.clock.now - .days(400)
            let refused = await code {
                _ = try await world.desk.perform(
                    ListTickets(queue: .all, asOf: before), as: world.ana)
            }
            #expect(refused == .pastUnknown)
        }
    }
}

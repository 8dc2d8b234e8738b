import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

@Suite struct HelloTests {
    @Test func aStrangerHearsWhomToAsk() async throws {
        let world = try await World.make()
        do {
            _ = try await world.desk.principal(unixUser: "nobody")
            Issue.record("A stranger came in.")
        } catch let error as DeskError {
            #expect(error == DeskError(.unknownUser, ["user": "nobody", "admins": "ops"]))
        }
    }

    @Test func anAdminOfTheConfigurationBecomesAPerson() async throws {
        let world = try await World.make()
        #expect(world.ops.role == .admin)
        let again = try await world.desk.principal(unixUser: "ops")
        #expect(again == world.ops)
        try await world.checkRecord()
    }

    @Test func anotherVersionIsRefused() async throws {
        let world = try await World.make()
        let hello = Hello(client: "test", wantsEvents: false, version: wireVersion + 1)
        #expect(
            await code { _ = try await world.desk.hello(hello, unixUser: "ana") }
                == .versionMismatch)
        let fine = Hello(client: "test", wantsEvents: false)
        let reply = try await world.desk.hello(fine, unixUser: "ana")
        #expect(reply.me == world.ana)
        #expect(reply.undoSeconds == 15)
    }

    @Test func everyLineGetsAnAnswer() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let line = try WireCodec.line(RequestFrame(id: 7, call: ClaimTicket(ticket: ticket)))
        let answer = await world.desk.answer(line: line, as: world.ana)
        let result = try WireCodec.read(ResultFrame<TicketRow>.self, from: answer)
        #expect(result.id == 7)
        #expect(result.result.ticket.owner == world.ana.person)
    }

    @Test(arguments: [
        ("{", DeskError.Code.badRequest), ("{\"id\":1}", .badRequest),
        ("{\"id\":1,\"method\":\"no.such\"}", .unknownMethod),
        ("{\"id\":1,\"method\":\"ticket.claim\",\"params\":{}}", .badRequest),
        ("{\"id\":1,\"method\":\"ticket.claim\",\"params\":{\"ticket\":4711}}", .ticketNotFound),
    ])
    func badLines(line: String, code: DeskError.Code) async throws {
        let world = try await World.make()
        let answer = await world.desk.answer(line: Array(line.utf8), as: world.ana)
        #expect(try WireCodec.read(ErrorFrame.self, from: answer).error.data.code == code)
    }
}

import Core
import HelpDesk
import SwiftExtensions
import Synchronization
import Testing
import Wire

@Suite struct AssignmentTests {
    @Test func aClaimOpensTheTicketAndTheLoserHearsWhoWasFaster() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let row = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        #expect(row.ticket.state == .open)
        #expect(row.ownerName == "Ana")
        world.clock.advance(by: .seconds(14))
        do {
            _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ben)
            Issue.record("Both got it.")
        } catch let error as DeskError {
            #expect(error.code == .ticketTaken)
            #expect(error.arguments == ["owner": "Ana", "secondsAgo": "14"])
        }
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        try await world.checkRecord()
    }

    @Test func fiftyAgentsRacingNeverGetOneTwice() async throws {
        let world = try await World.make()
        try await world.receive(
            together: (0..<100).map { number in
                RelayMails(alias: "buyer\(number)abcdefg", order: nil)
                    .buyer("Frage \(number)?", at: world.clock.now)
            })
        var agents: [Principal] = []
        for number in 0..<50 {
            let person = try await world.desk.perform(
                SavePerson(
                    unixUser: "agent\(number)", displayName: "Agent \(number)", role: .agent,
                    scope: .all), as: world.ops)
            agents.append(person.principal)
        }
        let tickets = try await world.tickets().map(\.id)
        let wins = Wins()
        await withTaskGroup(of: Void.self) { group in
            for (offset, agent) in agents.enumerated() {
                group.addTask {
                    for index in tickets.indices {
                        let ticket = tickets[(index + offset * 2) % tickets.count]
                        let row = try? await world.desk.perform(
                            ClaimTicket(ticket: ticket), as: agent)
                        if row != nil { wins.note(ticket) }
                    }
                }
            }
        }
        let counts = wins.counts
        #expect(counts.count == 100)
        #expect(counts.values.allSatisfy { $0 == 1 })
        try await world.checkRecord()
    }

    @Test func aTicketGoesOnlyToSomebodyWhoMaySeeIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let toMia = AssignTicket(ticket: ticket, to: world.mia.person, expectedOwner: nil)
        #expect(
            await code { _ = try await world.desk.perform(toMia, as: world.sue) }
                == .personNotFound)
        let toNobody = AssignTicket(ticket: ticket, to: PersonID(99), expectedOwner: nil)
        #expect(
            await code { _ = try await world.desk.perform(toNobody, as: world.sue) }
                == .personNotFound)
        let toBen = AssignTicket(ticket: ticket, to: world.ben.person, expectedOwner: nil)
        #expect(try await world.desk.perform(toBen, as: world.ana).ticket.owner == world.ben.person)
    }

    @Test func takingAnothersTicketNeedsASupervisorWhoSawTheOwner() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
        let seen = AssignTicket(
            ticket: ticket, to: world.ben.person, expectedOwner: world.ana.person)
        #expect(await code { _ = try await world.desk.perform(seen, as: world.ben) } == .notAllowed)
        let unseen = AssignTicket(ticket: ticket, to: world.ben.person, expectedOwner: nil)
        #expect(
            await code { _ = try await world.desk.perform(unseen, as: world.sue) } == .ticketTaken)
        #expect(try await world.desk.perform(seen, as: world.sue).ownerName == "Ben")
        let release = AssignTicket(ticket: ticket, to: nil, expectedOwner: world.ben.person)
        #expect(try await world.desk.perform(release, as: world.ben).ticket.owner == nil)
        try await world.checkRecord()
    }
}

/// Who got what, from many tasks.
private final class Wins: Sendable {
    private let tally = Mutex<[TicketID: Int]>([:])

    func note(_ ticket: TicketID) { tally.withLock { $0[ticket, default: 0] += 1 } }
    var counts: [TicketID: Int] { tally.withLock { $0 } }
}

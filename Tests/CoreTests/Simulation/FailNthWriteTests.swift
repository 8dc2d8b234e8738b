import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// A conversation in which the n-th commit fails, for every n until it passes: nothing is half
/// done, nothing is lost and nothing leaves twice.
@Suite struct FailNthWriteTests {
    @Test func aConversationSurvivesEveryFailedCommit() async throws {
        var number = 1
        while try await !passes(failing: number) {
            number += 1
            try #require(number < 60, "The conversation never passed.")
        }
        #expect(number > 6)
    }

    /// Plays the conversation, with people and services trying again; true when nothing failed.
    private func passes(failing number: Int) async throws -> Bool {
        let fault = CommitFault()
        let world = try await World.make(commitGate: fault.gate)
        fault.arm(number)
        let mail = FetchedMail(origin: "f1", bytes: RelayMails().buyer("Wo?", at: world.clock.now))
        world.feed.put(.mails([mail], cursor: "1"), .caughtUp)
        try await again(fault) { _ = try await world.desk.syncOnce() }
        try await again(fault) { _ = try await world.desk.syncOnce() }
        let ticket = try #require(try await world.tickets().first?.id)
        let basis = try await world.ticket(ticket).lastItem
        let reply = SendReply(ticket: ticket, basis: basis, text: "Morgen.")
        try await again(fault) { _ = try await world.desk.perform(reply, as: world.ana) }
        world.clock.advance(by: .seconds(15))
        try await again(fault) { _ = try await world.desk.runDue() }
        try await again(fault) { try await world.pass(.hours(1)) }
        #expect(world.sender.sent.count == 1, "commit \(number)")
        #expect(try await world.debts(ticket).map(\.state) == [.answered], "commit \(number)")
        #expect(try await world.tickets().count == 1, "commit \(number)")
        try await world.checkRecord()
        return !fault.hasFailed
    }

    private func again(_ fault: CommitFault, _ body: () async throws -> Void) async throws {
        do { try await body() } catch is CommitFault.Refusal { try await body() }
    }
}

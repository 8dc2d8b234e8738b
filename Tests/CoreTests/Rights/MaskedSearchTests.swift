import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Search obeys the masks: a hit in a masked field reveals nothing (helpdesk section 12.5).
@Suite struct MaskedSearchTests {
    private func found(_ words: String, _ world: World, as caller: Principal) async throws -> Int {
        let call = ListTickets(queue: .all, search: words)
        return try await world.desk.perform(call, as: caller).total
    }

    @Test(arguments: [
        ("Kai Lenz", "Kai", ["Lenz", "lenz", "Len", "Kai Lenz", "kai lenz wo"]),
        ("王小明", "王", ["小明", "王小明", "明"]),
    ])
    func aMaskedPartOfANameFindsNothing(
        _ name: String, _ shown: String, _ masked: [String]
    ) async throws {
        let world = try await World.make()
        var mails = RelayMails(order: nil)
        mails.name = name
        try await world.question("Wo ist es?", from: mails)
        try await world.question(
            "Hallo?", from: RelayMails(alias: "someotheralias", name: "Ada", order: nil))
        #expect(try await found(shown, world, as: world.ana) == 1)
        for words in masked {
            #expect(try await found(words, world, as: world.ana) == 0, "\(words)")
            #expect(try await found(words, world, as: world.ops) == 1, "\(words)")
        }
        var rights = Role.agent.builtInRights
        rights[.readPII] = .stores
        try await world.desk.setRights(rights, of: .agent, as: world.ops)
        #expect(try await found(masked[0], world, as: world.ana) == 1)
        #expect(try await found(masked[0], world, as: world.mia) == 0, "another store's")
    }

    /// What the buyer wrote is not masked, the name among it.
    @Test func wordsOfAMessageAreFound() async throws {
        let world = try await World.make()
        try await world.question("Gruss, Lenz", from: RelayMails(order: nil))
        #expect(try await found("lenz", world, as: world.ana) == 1)
    }
}

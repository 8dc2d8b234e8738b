import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Buyers' names leave the desk only with two rights and two people.
@Suite struct ExportLeaveTests {
    private let export = DeskExport(
        what: .tickets, format: .jsonl, store: nil, hasPersonalData: true, reason: "a lawsuit",
        madeBy: "sue", software: "1.0")

    private func take(_ user: String, _ world: World) async throws -> PersonID {
        try await ExportLeave(unixUser: user, admins: ["ops"])
            .take(for: export, from: world.database, at: world.clock.now)
    }

    @Test func itTakesTheRightsAndASecondPerson() async throws {
        let world = try await World.make()
        #expect(await code { _ = try await take("nobody", world) } == .unknownUser)
        #expect(await code { _ = try await take("sue", world) } == .notAllowed)
        var rights = Role.supervisor.builtInRights
        rights[.readPII] = .stores
        try await world.desk.setRights(rights, of: .supervisor, as: world.ops)
        #expect(await code { _ = try await take("sue", world) } == .secondPerson)
        let shown = try await world.desk.perform(ListRequests(isOpenOnly: true), as: world.ops)
        let request = try #require(shown.requests.first?.item.request)
        #expect(request.act.kind == .personalExport)
        #expect(request.requester == world.sue.person)
        _ = try await world.desk.perform(
            SettleRequest(request: request.id, isApproved: true, reason: "seen"), as: world.ops)
        #expect(try await take("sue", world) == world.sue.person)
        // One leave, one export.
        #expect(await code { _ = try await take("sue", world) } == .secondPerson)
        try await world.checkRecord()
    }

    @Test func withoutLeaveBuyersAreNumbers() async throws {
        let world = try await World.make()
        try await world.question("Mein Name ist Lenz.")
        let found = Lines()
        try await world.database.exportTickets(hasPersonalData: false) { document in
            found.add("\(document.buyer) \(document.messages?.map(\.body) ?? [])")
        }
        #expect(found.all == ["buyer-1 [\"\"]"])
    }
}

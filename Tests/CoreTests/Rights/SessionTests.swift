import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Who came in, from where, and who was turned away.
@Suite struct SessionTests {
    private func sessions(_ world: World) async throws -> [RightsEntry] {
        try await world.desk.perform(ListRightsHistory(part: .sessions), as: world.ops).entries
            .reversed()
    }

    private func screen(_ origin: String?) -> Hello {
        Hello(client: "deskhand", wantsEvents: true, origin: origin)
    }

    @Test func screensComeAndGoOnRecord() async throws {
        let world = try await World.make()
        let me = try await world.desk.hello(screen("192.0.2.7"), unixUser: "ana").me
        await world.desk.noteSignOut(of: me, origin: "192.0.2.7")
        let entries = try await sessions(world)
        #expect(entries.map(\.kind) == ["signed-in", "signed-out"])
        #expect(entries.allSatisfy { $0.subject == "ana" && $0.reason == "192.0.2.7" })
    }

    @Test func oneAccountOnTwoHostsIsNamed() async throws {
        let world = try await World.make()
        for origin in ["192.0.2.7", "192.0.2.7", "192.0.2.8"] {
            _ = try await world.desk.hello(screen(origin), unixUser: "ana")
        }
        let entries = try await sessions(world)
        let also = PersonChange("also_at", from: "", to: "192.0.2.7")
        #expect(entries.map(\.changes) == [[], [], [also]])
        let list = try await world.desk.perform(ListAccess(), as: world.ops)
        #expect(
            list.people.first { $0.person.unixUser == "ana" }?.places
                == ["192.0.2.7", "192.0.2.8"])
    }

    @Test func aScriptIsWrittenDownOnceAnHour() async throws {
        let world = try await World.make()
        let script = Hello(client: "deskhand", wantsEvents: false)
        for _ in 0..<5 { _ = try await world.desk.hello(script, unixUser: "ana") }
        #expect(try await sessions(world).count == 1)
        world.clock.advance(by: .hours(1))
        _ = try await world.desk.hello(script, unixUser: "ana")
        #expect(try await sessions(world).count == 2)
    }

    @Test func whoActsForAnotherIsNamedToo() async throws {
        let world = try await World.make()
        _ = try await world.desk.hello(screen(nil), unixUser: "ana", peerUser: "root")
        #expect(try await sessions(world).map(\.second) == ["root"])
    }

    @Test func strangersAreWrittenDownWithoutFillingTheRecord() async throws {
        let world = try await World.make()
        for _ in 0..<20 {
            #expect(
                await code { _ = try await world.desk.hello(screen(nil), unixUser: "eve") }
                    == .unknownUser)
        }
        let entries = try await sessions(world)
        #expect(entries.map(\.subject) == ["eve"] && entries.map(\.actor) == ["door"])
        world.clock.advance(by: .minutes(1))
        _ = await code { _ = try await world.desk.hello(screen(nil), unixUser: "eve") }
        #expect(try await sessions(world).count == 2)
    }

    @Test func anAutomationGetsNoScreen() async throws {
        let world = try await World.make()
        _ = try await world.desk.perform(
            SavePerson(unixUser: "bot", displayName: "Bot", role: .service, scope: .all),
            as: world.ops)
        #expect(
            await code { _ = try await world.desk.hello(screen(nil), unixUser: "bot") }
                == .notAllowed)
        let script = Hello(client: "bot", wantsEvents: false)
        #expect(try await world.desk.hello(script, unixUser: "bot").me.rights == RightSet())
    }

    @Test func theListOfAccessIsSignedAsItStands() async throws {
        let world = try await World.make()
        let list = try await world.desk.perform(ListAccess(), as: world.ops)
        #expect(list.lastReview == nil && list.dueAt == nil)
        let signed = try await world.desk.perform(
            ReviewAccess(digest: list.digest), as: world.ops)
        #expect(signed.dueAt == world.clock.now + .days(90))
        _ = try await world.desk.perform(
            SavePerson(unixUser: "new", displayName: "New", role: .agent, scope: .all),
            as: world.ops)
        #expect(
            await code {
                _ = try await world.desk.perform(
                    ReviewAccess(digest: list.digest), as: world.ops)
            } == .requestOver)
    }
}

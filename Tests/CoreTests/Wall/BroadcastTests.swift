import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct BroadcastTests {
    private func unread(_ world: World, _ caller: Principal) async throws -> [String] {
        try await world.desk.perform(ListBroadcasts(onlyUnread: true), as: caller)
            .broadcasts.map(\.words)
    }

    @Test func everybodyInScopeSeesItUntilTheyAcknowledge() async throws {
        let world = try await World.make()
        let sent = try await world.desk.perform(
            SendBroadcast(words: "  DHL strike\u{202E} today. ", stores: [World.europe]),
            as: world.sue)
        #expect(sent.words == "DHL strike today.")
        #expect(Set(sent.unread).isSuperset(of: ["Ana", "Ben"]))
        #expect(!sent.unread.contains("Sue"))
        #expect(try await unread(world, world.ana) == ["DHL strike today."])
        #expect(try await unread(world, world.mia) == [])
        let counts = try await world.desk.perform(ListTickets(queue: .all), as: world.ana).counts
        #expect(counts.broadcasts == 1)
        let read = ReadBroadcast(broadcast: sent.broadcast.id)
        _ = try await world.desk.perform(read, as: world.ana)
        // Once is enough, twice is no second entry.
        _ = try await world.desk.perform(read, as: world.ana)
        #expect(try await unread(world, world.ana) == [])
        let seen = try await world.desk.perform(ListBroadcasts(), as: world.sue).broadcasts
        #expect(seen.first?.read.map(\.name) == ["Ana"])
        #expect(seen.first?.unread.contains("Ben") == true)
        try await world.checkRecord()
    }

    @Test func whoReadsDoesNotSeeWhoElseHas() async throws {
        let world = try await World.make()
        _ = try await world.desk.perform(SendBroadcast(words: "Hello."), as: world.sue)
        let view = try #require(
            try await world.desk.perform(ListBroadcasts(), as: world.ana).broadcasts.first)
        #expect(view.unread.isEmpty)
        #expect(view.isUnread)
    }

    @Test func itEndsByTimeOrIsTakenBack() async throws {
        let world = try await World.make()
        _ = try await world.desk.perform(
            SendBroadcast(words: "One hour.", until: world.clock.now + .hours(1)), as: world.sue)
        let second = try await world.desk.perform(SendBroadcast(words: "Two."), as: world.sue)
        #expect(try await unread(world, world.ana) == ["One hour.", "Two."])
        world.clock.advance(by: .hours(1))
        #expect(try await unread(world, world.ana) == ["Two."])
        let withdraw = WithdrawBroadcast(broadcast: second.broadcast.id)
        _ = try await world.desk.perform(withdraw, as: world.sue)
        #expect(try await unread(world, world.ana) == [])
        let again = await code { _ = try await world.desk.perform(withdraw, as: world.sue) }
        #expect(again == .broadcastNotFound)
        try await world.checkRecord()
    }

    @Test func aGroupsWordIsItsPeoplesAlone() async throws {
        let world = try await World.make()
        let group = try await world.group(members: [world.ana])
        let sent = try await world.desk.perform(
            SendBroadcast(words: "Team only.", group: group.id), as: world.ops)
        #expect(sent.groupName == "Europe")
        #expect(try await unread(world, world.ana) == ["Team only."])
        #expect(try await unread(world, world.ben) == [])
        // Its lead belongs to it.
        #expect(try await unread(world, world.sue) == ["Team only."])
        let strange = ReadBroadcast(broadcast: sent.broadcast.id)
        let refusal = await code { _ = try await world.desk.perform(strange, as: world.ben) }
        #expect(refusal == .broadcastNotFound)
    }

    @Test func nobodySpeaksBeyondTheirStores() async throws {
        let world = try await World.make()
        let narrow = try await world.narrowed()
        let outside = SendBroadcast(words: "Hello.", stores: [World.europe])
        #expect(
            await code { _ = try await world.desk.perform(outside, as: narrow) }
                == .storeOutOfScope)
        let sent = try await world.desk.perform(SendBroadcast(words: "Hello."), as: narrow)
        #expect(sent.broadcast.stores == [World.america])
        #expect(try await unread(world, world.ana) == [])
        #expect(try await unread(world, world.mia) == ["Hello."])
    }

    @Test func nonsenseIsRefused() async throws {
        let world = try await World.make()
        let now = world.clock.now
        for call in [
            SendBroadcast(words: " \u{202E} "), SendBroadcast(words: "a", stores: []),
            SendBroadcast(words: "a", until: now),
            SendBroadcast(words: "a", until: now + .days(99)),
        ] {
            let refusal = await code { _ = try await world.desk.perform(call, as: world.sue) }
            #expect(refusal == .badRequest)
        }
        let group = SendBroadcast(words: "a", group: GroupID(44))
        #expect(
            await code { _ = try await world.desk.perform(group, as: world.sue) } == .groupNotFound)
    }

    @Test func listenersAreTold() async throws {
        let world = try await World.make()
        let heard = Heard()
        _ = world.desk.subscribe(as: world.ana) { heard.add($0) }
        _ = try await world.desk.perform(SendBroadcast(words: "Hello."), as: world.sue)
        try await world.desk.flushEvents()
        #expect(heard.counts.last?.broadcasts == 1)
    }
}

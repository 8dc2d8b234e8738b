import HelpDesk
import SwiftExtensions
import Synchronization
import Testing
import Wire

@testable import Core

/// A pass that somebody asks the running core for.
@Suite struct SyncPassTests {
    private final class Counts: Sendable {
        let state = Mutex((now: 0, most: 0, done: 0))
    }

    @Test func countsMailsAndOrders() async throws {
        let world = try await World.make()
        let letter = RelayMails().buyer("Wo?", at: world.clock.now)
        world.feed.put(.mails([FetchedMail(origin: "a", bytes: letter)], cursor: nil), .caughtUp)
        let first = try await world.desk.perform(RunSyncPass(), as: world.sue)
        #expect(first.ok)
        #expect(first.stores.map(\.id) == [World.europe, World.america])
        #expect(first.stores.first?.messages.created == 1)
        #expect((first.stores.first?.orders.requests ?? 0) > 0)
        let second = try await world.desk.perform(
            RunSyncPass(store: World.europe), as: world.sue)
        #expect(second.stores.map(\.id) == [World.europe])
        #expect(second.stores.first?.messages.created == 0)
    }

    @Test func anUnknownStoreIsRefused() async throws {
        let world = try await World.make()
        let code = await code {
            _ = try await world.desk.perform(RunSyncPass(store: "none"), as: world.sue)
        }
        #expect(code == .storeOutOfScope)
    }

    /// Two stores in one mailbox: both hear that it cannot be read.
    @Test func troubleOfASharedMailboxIsEveryStores() async throws {
        var settings = World.settings
        settings.stores = settings.stores.map { store in
            var store = store
            store.mailbox = "desk-eu"
            return store
        }
        let world = try await World.make(settings: settings)
        world.feed.put(
            .failed(SyncFailure(errorClass: .mailbox, operation: "imap", message: "refused")))
        let summary = try await world.desk.perform(RunSyncPass(), as: world.sue)
        #expect(summary.stores.map { $0.errors?.map(\.code) } == [["mailbox"], ["mailbox"]])
        #expect(!summary.ok)
        let lanes = try await world.desk.perform(ShowSyncOverview(), as: world.sue).lanes
        let troubled = lanes.filter { $0.kind == .messages && $0.trouble != nil }
        #expect(Set(troubled.compactMap(\.store)) == [World.europe, World.america])
    }

    /// Work of one key never overlaps, work of different keys does not wait.
    @Test func turnsOfOneKeyNeverOverlap() async throws {
        let turns = Turns()
        let inside = Counts()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    await turns.run("one") {
                        inside.state.withLock { state in
                            state.now += 1
                            state.most = max(state.most, state.now)
                        }
                        for _ in 0..<10 { await Task.yield() }
                        inside.state.withLock { state in
                            state.now -= 1
                            state.done += 1
                        }
                    }
                }
            }
        }
        let (most, done) = inside.state.withLock { ($0.most, $0.done) }
        #expect(most == 1)
        #expect(done == 20)
        await turns.run("one") {
            await turns.run("other") { inside.state.withLock { $0.done += 1 } }
        }
        #expect(inside.state.withLock { $0.done } == 21)
    }
}

import Core
import HelpDesk
import SwiftExtensions
import Testing

/// A pass that could ask nothing does not call a dead store sound.
@Suite struct HeldBackPassTests {
    @Test func whatThePlatformSaidLastStands() async throws {
        let world = try await World.make()
        world.orders.fail(
            SyncFailure(
                errorClass: .authorisationExpired, operation: "searchOrders",
                message: "unauthorized_client", trouble: .foreignToken))
        let first = try await world.desk.syncOnce(store: World.europe)
        #expect(!first.ok)
        #expect(first.stores.first?.orders.errors.first?.trouble == "foreign-token")
        world.orders.fail(
            SyncFailure(
                errorClass: .throttled, operation: "searchOrders", message: "",
                code: SyncFailure.ownPace))
        let second = try await world.desk.syncOnce(store: World.europe)
        #expect(second.stores.first?.orders.pages == 0)
        #expect(!second.ok)
        #expect(second.stores.first?.orders.errors.first?.trouble == "foreign-token")
    }

    @Test func aSoundStoreThatWaitsForItsRateIsSound() async throws {
        let world = try await World.make()
        world.orders.fail(
            SyncFailure(
                errorClass: .throttled, operation: "searchOrders", message: "",
                code: SyncFailure.ownPace))
        #expect(try await world.desk.syncOnce(store: World.europe).ok)
    }
}

import Core
import HelpDesk
import Settings
import Simulator
import SwiftExtensions

/// A desk with one store on a pretend platform.
struct AmazonPatient {
    static let sellerID = "A1NOVAEXAMPLE"
    static let refreshToken = "Atzr|token-that-nobody-may-see"
    static let clientSecret = "secret-that-nobody-may-see"

    let platform: PretendAmazon
    var patient: Patient

    /// Starts the platform, runs the test, stops it.
    static func run(
        marketplaces: [MarketplaceCode] = ["DE", "FR"],
        roles: Set<PretendRole> = Set(PretendRole.allCases), hasSuspendedListings: Bool = false,
        orders: [SimulatedOrder] = [.example(1)],
        _ body: (inout AmazonPatient) async throws -> Void
    ) async throws {
        var seller = PretendSeller(
            sellerID: sellerID, storeName: "Nova Home", refreshToken: refreshToken,
            marketplaces: marketplaces.compactMap { PretendMarketplace.named($0) }, roles: roles)
        seller.hasSuspendedListings = hasSuspendedListings
        let platform = PretendAmazon(
            PretendConfiguration(
                clientID: "client", clientSecret: clientSecret, sellers: [seller],
                now: { SystemClock().now }))
        for order in orders { platform.upsert(order, of: sellerID) }
        let port = try await platform.start()
        let outcome: Result<Void, any Error>
        do {
            var patient = AmazonPatient(
                platform: platform, patient: try Self.patient(port: port))
            outcome = .success(try await body(&patient))
        } catch {
            outcome = .failure(error)
        }
        await platform.stop()
        try outcome.get()
    }

    private static func patient(port: Int) throws -> Patient {
        var patient = try Patient()
        let base = "http://127.0.0.1:\(port)"
        patient.configuration.amazon = AmazonSettings(
            clientID: "client",
            clientSecret: .file(try patient.folder.write(clientSecret, to: "lwa")),
            applicationID: nil, lwa: "\(base)/auth/o2/token",
            endpoints: ["eu": base, "na": base, "fe": base])
        patient.configuration.stores = [
            try store("nova-eu", token: refreshToken, in: patient.folder)
        ]
        return patient
    }

    static func store(
        _ id: String, token: String, in folder: TemporaryFolder
    ) throws -> StoreSettings {
        StoreSettings(
            id: id, channel: "amazon", sellerID: sellerID, region: "eu",
            marketplaces: ["DE", "FR"],
            refreshToken: .file(try folder.write(token, to: id)), mailbox: nil, address: nil)
    }

    func codes() async -> [DoctorCode] { await patient.codes("amazon") }
}

extension SimulatedOrder {
    static func example(_ number: Int) -> SimulatedOrder {
        let updatedAt = SystemClock().now - .hours(1)
        return SimulatedOrder(
            order: Order(
                id: OrderID("305-000000\(number)-7000000"), store: "nova-eu", channel: "amazon",
                marketplace: "DE", status: .shipped, platformStatus: "SHIPPED",
                createdAt: updatedAt - .hours(2), updatedAt: updatedAt,
                isFulfilledByPlatform: false, programs: []),
            contact: OrderContact())
    }
}

import ChannelAmazon
import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing
import Wire

/// A desk whose European store's account is asked about at the pretend platform, over loopback
/// HTTP, on one clock.
struct AccountDesk {
    static let sellerID = "A1NOVAEXAMPLE"
    static let health = "GET_V2_SELLER_PERFORMANCE_REPORT"
    static let feedback = "GET_SELLER_FEEDBACK_DATA"
    static let settlement = "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2"

    let clock: VirtualClock
    let platform: PretendAmazon
    let database: DeskDatabase
    let account: AmazonAccountPlatform
    let orders = ScriptedOrders()
    private(set) var desk: Desk
    private(set) var sue: Principal
    private(set) var ana: Principal

    static func run(
        roles: Set<PretendRole> = Set(PretendRole.allCases),
        commitGate: @escaping Desk.CommitGate = {},
        _ body: (inout AccountDesk) async throws -> Void
    ) async throws {
        let clock = VirtualClock(start: World.start)
        let seller = PretendSeller(
            sellerID: sellerID, storeName: "Nova Home", refreshToken: "Atzr|nova",
            marketplaces: ["DE", "FR"].compactMap { PretendMarketplace.named($0) }, roles: roles)
        let platform = PretendAmazon(
            PretendConfiguration(
                clientID: "client", clientSecret: "hush-hush", sellers: [seller],
                now: { clock.now }))
        let port = try await platform.start()
        let network = NetworkTransport()
        let outcome: Result<Void, any Error>
        do {
            var desk = try await AccountDesk(port, network, clock, platform, commitGate)
            outcome = .success(try await body(&desk))
        } catch {
            outcome = .failure(error)
        }
        await network.shutdown()
        await platform.stop()
        try outcome.get()
    }

    private init(
        _ port: Int, _ network: NetworkTransport, _ clock: VirtualClock, _ platform: PretendAmazon,
        _ commitGate: @escaping Desk.CommitGate
    ) async throws {
        self.clock = clock
        self.platform = platform
        database = try .inMemory()
        let surroundings = Surroundings(
            now: { clock.now }, sleep: { clock.advance(by: $0) }, randomNumber: { 5 })
        let base = "http://127.0.0.1:\(port)"
        let client = SellingPartnerClient(
            login: LoginWithAmazon(
                credentials: LoginCredentials(
                    endpoint: try #require(PlatformEndpoint("\(base)/auth/o2/token")),
                    clientID: "client", clientSecret: Secret(value: "hush-hush")),
                transport: network, surroundings: surroundings),
            transport: network, limiter: CallLimiter(), surroundings: surroundings)
        account = AmazonAccountPlatform(
            client: client,
            account: SellingPartnerAccount(
                store: World.europe, endpoint: try #require(PlatformEndpoint(base)),
                refreshToken: Secret(value: "Atzr|nova")),
            sellerID: Self.sellerID, marketplaceIDs: ["A1PA6795UKMFR9", "A13V1IB3VIYZZH"],
            countryCode: "DE")
        desk = try await Self.open(database, account, orders, clock, commitGate)
        sue = try await desk.principal(unixUser: "sue")
        ana = try await desk.principal(unixUser: "ana")
    }

    private static func open(
        _ database: DeskDatabase, _ account: AmazonAccountPlatform, _ orders: ScriptedOrders,
        _ clock: VirtualClock, _ commitGate: @escaping Desk.CommitGate = {}
    ) async throws -> Desk {
        try await Desk.open(
            database: database, settings: World.settings,
            ports: DeskPorts(
                orders: [World.europe: orders], accounts: [World.europe: account]),
            digestKey: Array(repeating: 7, count: 32), clock: clock, commitGate: commitGate)
    }

    /// The core starts anew on the same database.
    mutating func restart() async throws {
        desk = try await Self.open(database, account, orders, clock)
        sue = try await desk.principal(unixUser: "sue")
        ana = try await desk.principal(unixUser: "ana")
    }

    /// Works off what comes due within a span.
    func work(for span: Duration) async throws {
        let end = clock.now + span
        for _ in 0..<500 {
            let next = try await desk.runDue()
            guard let next, next <= end else { break }
            clock.advance(to: max(next, clock.now))
        }
        if clock.now < end { clock.advance(to: end) }
    }

    func view(as caller: Principal? = nil) async throws -> AccountView {
        let reply = try await desk.perform(
            ShowAccount(store: World.europe), as: caller ?? sue)
        return try #require(reply.accounts.first)
    }

    func task(_ topic: AccountTopic) async throws -> AccountTask {
        try #require(try await view().task(topic))
    }

    /// Orders that were shipped some days ago, on the platform and in the desk.
    func place(count: Int) async throws {
        for number in 0..<count {
            let digits = String(1_000_000 + number)
            let time = clock.now - .days(Int64(12 + number % 10))
            let total = Money(amount: "\(20 + number).90", currency: "EUR")
            let order = Order(
                id: OrderID("305-\(digits)-\(digits)"), store: World.europe, channel: "amazon",
                marketplace: "DE", status: .shipped, platformStatus: "SHIPPED", createdAt: time,
                updatedAt: time, isFulfilledByPlatform: number % 4 == 0, total: total,
                items: [
                    OrderItem(
                        itemID: "1", sku: "SKU-\(number % 7)", asin: "B0TEST0001",
                        title: "Leselampe", quantity: 1, quantityShipped: 1, unitPrice: total)
                ])
            platform.upsert(
                SimulatedOrder(order: order, contact: OrderContact(buyerName: "Buyer")),
                of: Self.sellerID)
            orders.put(order)
        }
        _ = try await desk.syncOnce(store: World.europe)
    }

    func checkRecord(_ location: SourceLocation = #_sourceLocation) async throws {
        let report = try await database.rebuild()
        #expect(report.differences == [:], sourceLocation: location)
        #expect(try database.checkIntegrity() == [], sourceLocation: location)
    }
}

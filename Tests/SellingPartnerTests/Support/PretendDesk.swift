import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

/// A client and a pretend platform that talk over real loopback HTTP and share one clock.
struct PretendDesk {
    static let sellerID = "A1NOVAEXAMPLE"
    static let refreshToken = "Atzr|nova"

    let clock: ManualClock
    let platform: PretendAmazon
    let network: NetworkTransport
    let limiter: CallLimiter
    let client: SellingPartnerClient
    let account: SellingPartnerAccount
    let records = RecordBook()

    /// Starts both, runs the test, stops both.
    static func run(
        limiter: CallLimiter = CallLimiter(), clock: ManualClock = ManualClock(),
        roles: Set<PretendRole> = Set(PretendRole.allCases), tokenLifetime: Duration = .hours(1),
        clientSecret: String = "hush-hush", patience: SellingPartnerClient.Patience? = nil,
        faultShare: Double = 0, seed: UInt64 = 1,
        _ body: (PretendDesk) async throws -> Void
    ) async throws {
        let seller = PretendSeller(
            sellerID: sellerID, storeName: "Nova Home", refreshToken: refreshToken,
            marketplaces: ["DE", "FR", "JP"].compactMap { PretendMarketplace.named($0) },
            roles: roles)
        let platform = PretendAmazon(
            PretendConfiguration(
                clientID: "client", clientSecret: "hush-hush", sellers: [seller], seed: seed,
                tokenLifetime: tokenLifetime, faults: .passing(share: faultShare),
                now: { clock.now }))
        let port = try await platform.start()
        let desk = try PretendDesk(
            port: port, clock: clock, platform: platform, limiter: limiter,
            clientSecret: clientSecret, patience: patience)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(desk))
        } catch {
            outcome = .failure(error)
        }
        await desk.network.shutdown()
        await platform.stop()
        try outcome.get()
    }

    private init(
        port: Int, clock: ManualClock, platform: PretendAmazon, limiter: CallLimiter,
        clientSecret: String, patience: SellingPartnerClient.Patience?
    ) throws {
        self.clock = clock
        self.platform = platform
        self.limiter = limiter
        network = NetworkTransport()
        let base = "http://127.0.0.1:\(port)"
        let login = LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: try #require(PlatformEndpoint("\(base)/auth/o2/token")),
                clientID: "client", clientSecret: Secret(value: clientSecret)),
            transport: network, surroundings: clock.surroundings)
        client = SellingPartnerClient(
            login: login, transport: network, limiter: limiter, surroundings: clock.surroundings,
            patience: patience ?? .init(rateWait: .minutes(10), timeout: .seconds(20)),
            observer: records.add)
        account = SellingPartnerAccount(
            store: "nova-eu", endpoint: try #require(PlatformEndpoint(base)),
            refreshToken: Secret(value: Self.refreshToken))
    }

    /// Puts an order on the platform.
    func place(_ order: SimulatedOrder) {
        platform.upsert(order, of: Self.sellerID)
    }

    /// Orders one minute apart, the last changed an hour ago.
    func place(count: Int) {
        for number in 0..<count {
            let time = clock.now - .hours(1) - .minutes(Int64(count - number))
            place(.example(number, updatedAt: time))
        }
    }

    func page(
        token: String? = nil, size: Int = 100, after: Duration = .days(3)
    ) async throws -> OrderPage {
        try await client.searchOrders(search(token: token, size: size, after: after), for: account)
    }

    func search(
        token: String? = nil, size: Int = 100, after: Duration = .days(3)
    ) -> OrderSearch {
        OrderSearch(
            field: .lastUpdated, after: Timestamp(seconds: 1_800_000_000) - after, pageSize: size,
            pageToken: token)
    }
}

extension SimulatedOrder {
    static func example(
        _ number: Int, updatedAt: Timestamp, marketplace: MarketplaceCode = "DE",
        total: Money = Money(amount: "19.90", currency: "EUR")
    ) -> SimulatedOrder {
        let digits = String(String(10_000_000 + number).dropFirst())
        let order = Order(
            id: OrderID("305-\(digits)-7000000"), store: "nova-eu", channel: "amazon",
            marketplace: marketplace, status: .shipped, platformStatus: "SHIPPED",
            createdAt: updatedAt - .hours(2), updatedAt: updatedAt, isFulfilledByPlatform: false,
            programs: ["PRIME"], total: total, shipBy: updatedAt + .days(1),
            deliverFrom: updatedAt + .days(2), deliverBy: updatedAt + .days(4),
            items: [
                OrderItem(
                    itemID: "item-\(number)", sku: "LAMP-\(number)", asin: "B0TEST0001",
                    title: "Leselampe „Nova“ 灯", quantity: 2, quantityShipped: 2, unitPrice: total)
            ],
            packages: [
                OrderPackage(
                    reference: "1", carrier: "DHL", trackingNumber: "TEST\(number)",
                    status: "IN_TRANSIT", detailedStatus: "OUT_FOR_DELIVERY",
                    shippedAt: updatedAt)
            ])
        return SimulatedOrder(
            order: order,
            contact: OrderContact(
                buyerName: "Buyer \(number)",
                buyerEmail: "buyer\(digits)@marketplace.amazon.de", city: "Musterstadt",
                postalCode: "00000", countryCode: "DE"))
    }
}

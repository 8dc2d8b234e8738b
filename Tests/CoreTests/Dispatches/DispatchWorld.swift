import ChannelAmazon
import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

/// A desk whose European store talks over real loopback HTTP to the pretend platform; both read one
/// clock, and waits of the client move it.
struct DispatchWorld: Sendable {
    static let order: OrderID = "305-7683573-2694036"
    static let seller = "A1NOVAEXAMPLE"

    let world: TalkingDesk
    let amazon: PretendAmazon
    private let ports: (any OrderPlatform, any DispatchPlatform)

    var clock: VirtualClock { world.clock }
    var desk: Desk { world.desk }

    static func run(
        roles: Set<PretendRole> = Set(PretendRole.allCases), actions: [String]? = nil,
        undoSeconds: Int = 0,
        commitGate: @escaping Desk.CommitGate = {},
        _ body: (DispatchWorld) async throws -> Void
    ) async throws {
        let clock = VirtualClock(start: World.start)
        let amazon = PretendAmazon(
            PretendConfiguration(
                clientID: "client", clientSecret: "hush",
                sellers: [
                    PretendSeller(
                        sellerID: seller, storeName: "Nova", refreshToken: "Atzr|nova",
                        marketplaces: ["DE"].compactMap { PretendMarketplace.named($0) },
                        roles: roles)
                ], now: { clock.now }))
        let port = try await amazon.start()
        let network = NetworkTransport()
        let outcome: Result<Void, any Error>
        do {
            let ports = try ports(port, clock, network)
            let world = try await TalkingDesk.open(
                .inMemory(), clock, ports.0, ports.1, undoSeconds: undoSeconds,
                commitGate: commitGate)
            let tested = DispatchWorld(world: world, amazon: amazon, ports: ports)
            amazon.upsert(
                SimulatedOrder(
                    order: parcel(at: clock.now - .days(1)), contact: OrderContact(),
                    messagingActions: actions), of: seller)
            _ = try await world.desk.syncOnce()
            outcome = .success(try await body(tested))
        } catch {
            outcome = .failure(error)
        }
        await network.shutdown()
        await amazon.stop()
        try outcome.get()
    }

    private static func ports(
        _ port: Int, _ clock: VirtualClock, _ network: NetworkTransport
    ) throws -> (any OrderPlatform, any DispatchPlatform) {
        let base = "http://127.0.0.1:\(port)"
        let surroundings = Surroundings(
            now: { clock.now }, sleep: { clock.advance(by: $0) }, randomNumber: { 7 })
        let login = LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: try #require(PlatformEndpoint("\(base)/auth/o2/token")),
                clientID: "client", clientSecret: Secret(value: "hush")),
            transport: network, surroundings: surroundings)
        let counter = CallCounter()
        let client = SellingPartnerClient(
            login: login, transport: network, limiter: CallLimiter(), surroundings: surroundings,
            observer: { counter.note($0) })
        let account = SellingPartnerAccount(
            store: World.europe, endpoint: try #require(PlatformEndpoint(base)),
            refreshToken: Secret(value: "Atzr|nova"))
        return (
            AmazonOrderPlatform(
                client: client, account: account, marketplaceIDs: ["A1PA6795UKMFR9"],
                counter: counter), AmazonDispatchPlatform(client: client, account: account)
        )
    }

    /// Two units of one item and one of another, nothing of it shipped.
    static func parcel(at time: Timestamp) -> Order {
        Order(
            id: order, store: World.europe, channel: "amazon", marketplace: "DE",
            status: .unshipped, platformStatus: "UNSHIPPED", createdAt: time - .days(1),
            updatedAt: time, isFulfilledByPlatform: false, deliverFrom: time + .days(2),
            deliverBy: time + .days(4),
            items: [
                OrderItem(itemID: "a", sku: "A", asin: "B0TEST0001", title: "Lampe", quantity: 2),
                OrderItem(itemID: "b", sku: "B", asin: "B0TEST0002", title: "Birne", quantity: 1),
            ])
    }

    /// How often an operation was called.
    func calls(_ operation: String) -> Int {
        amazon.log.filter { $0.operation == operation }.count
    }

    func dispatch(_ id: DispatchID) async throws -> Dispatch {
        try #require(await world.database.read { try $0.dispatch(id) })
    }

    /// Queues a message that tells of a problem.
    func message(
        _ text: String = "Ihre Bestellung verzögert sich um zwei Tage.", as author: Principal? = nil
    ) async throws -> DispatchID {
        let reply = try await desk.perform(
            SendOrderMessage(order: Self.order, action: "unexpectedProblem", text: text),
            as: author ?? world.ana)
        guard case .queued(let view) = reply else {
            Issue.record("\(reply)")
            throw UnexpectedReply()
        }
        return view.id
    }

    /// Queues a shipment of everything that has not left.
    func shipment(items: [ShippedItem] = [], tracking: String = "TEST-1") async throws -> DispatchID
    {
        try await desk.perform(
            ConfirmShipment(
                order: Self.order, carrierCode: "DHL", trackingNumber: tracking, items: items),
            as: world.sue
        ).id
    }

    /// The desk as a new process finds it, on the same database and platform.
    func restarted() async throws -> DispatchWorld {
        DispatchWorld(
            world: try await TalkingDesk.open(world.database, clock, ports.0, ports.1),
            amazon: amazon, ports: ports)
    }
}

struct UnexpectedReply: Error {}

/// A desk with the team and stores of `World` and platforms of its own.
struct TalkingDesk: Sendable {
    let database: DeskDatabase
    let desk: Desk
    let clock: VirtualClock
    let rules: ExtraRules
    let ana: Principal
    let ben: Principal
    let sue: Principal

    static func open(
        _ database: DeskDatabase, _ clock: VirtualClock, _ orders: any OrderPlatform,
        _ dispatches: any DispatchPlatform, undoSeconds: Int = 0,
        commitGate: @escaping Desk.CommitGate = {}
    ) async throws -> TalkingDesk {
        var settings = World.settings
        settings.undoSeconds = undoSeconds
        let rules = ExtraRules()
        var ports = DeskPorts(orders: [World.europe: orders])
        ports.dispatches = [World.europe: dispatches]
        let desk = try await Desk.open(
            database: database, settings: settings, ports: ports,
            digestKey: Array(repeating: 7, count: 32), clock: clock, random: DeskRandom(seed: 1),
            lintText: { rules.lint($0, $1) }, commitGate: commitGate)
        return TalkingDesk(
            database: database, desk: desk, clock: clock, rules: rules,
            ana: try await desk.principal(unixUser: "ana"),
            ben: try await desk.principal(unixUser: "ben"),
            sue: try await desk.principal(unixUser: "sue"))
    }

    /// Moves the clock in steps, carrying out what falls due on the way.
    func pass(_ duration: Duration) async throws {
        let end = clock.now + duration
        while let next = try await desk.runDue(), next <= end {
            clock.advance(to: max(next, clock.now + .milliseconds(1)))
        }
        clock.advance(to: end)
        _ = try await desk.runDue()
    }

    /// The rows are the fold of the record, and the file is sound.
    func checkRecord(_ location: SourceLocation = #_sourceLocation) async throws {
        let report = try await database.rebuild()
        #expect(report.differences == [:], sourceLocation: location)
        #expect(try database.checkIntegrity() == [], sourceLocation: location)
    }
}

import ChannelAmazon
import HelpDesk
import Settings
import SwiftExtensions

/// The doors of `[amazon]` and its stores: one client and one limiter for all accounts.
struct AmazonPorts {
    private let amazon: AmazonSettings
    private let client: SellingPartnerClient
    private let limiter = CallLimiter()
    private let counter = CallCounter()
    private let journal = CallJournal()
    private let network = NetworkTransport()

    init(_ amazon: AmazonSettings, _ options: DeskOptions) throws {
        self.amazon = amazon
        guard let endpoint = PlatformEndpoint(amazon.lwa) else {
            throw Self.refused("amazon.lwa", amazon.lwa)
        }
        let clock = options.clock
        let random = options.random
        let surroundings = Surroundings(
            now: { clock.now }, sleep: { try await clock.sleep(until: clock.now + $0) },
            randomNumber: { random.next() })
        let secret = amazon.clientSecret
        let login = LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: endpoint, clientID: amazon.clientID,
                clientSecret: ChannelAmazon.Secret { try secret.load() }),
            transport: network, surroundings: surroundings)
        let (counter, journal) = (counter, journal)
        client = SellingPartnerClient(
            login: login, transport: network, limiter: limiter, surroundings: surroundings,
            observer: { call in
                counter.note(call)
                journal.note(call)
            })
    }

    /// Adds the order platform of every Amazon store that syncs orders.
    func add(_ stores: [StoreSettings], to ports: inout DeskPorts) throws {
        ports.limiter = limiter
        ports.journal = journal
        ports.network = network
        var owners: [String: StoreID] = [:]
        for store in stores where store.channel == "amazon" && store.syncsOrders {
            guard let token = store.refreshToken else { continue }
            let address = amazon.endpoints[store.region] ?? ""
            guard let endpoint = PlatformEndpoint(address) else {
                throw Self.refused("amazon.endpoints.\(store.region)", address)
            }
            let marketplaces = store.marketplaces.compactMap {
                MarketplaceTable.standard.marketplace(code: MarketplaceCode($0))?.id
            }
            let owner = owners[
                "\(store.region)/\(store.sellerID)", default: StoreID(store.id)]
            owners["\(store.region)/\(store.sellerID)"] = owner
            ports.orders[StoreID(store.id)] = AmazonOrderPlatform(
                client: client,
                account: SellingPartnerAccount(
                    store: StoreID(store.id), endpoint: endpoint,
                    refreshToken: ChannelAmazon.Secret { try token.load() },
                    region: store.region, budgetOwner: owner),
                marketplaceIDs: marketplaces, counter: counter)
        }
    }

    private static func refused(_ key: String, _ value: String) -> DeskError {
        DeskError(.configuration, ["key": key], detail: "'\(value)' is no https address")
    }
}

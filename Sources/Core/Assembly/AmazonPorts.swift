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
    private let surroundings: Surroundings

    init(_ amazon: AmazonSettings, _ options: DeskOptions) throws {
        self.amazon = amazon
        let clock = options.clock
        let random = options.random
        surroundings = Surroundings(
            now: { clock.now }, sleep: { try await clock.sleep(until: clock.now + $0) },
            randomNumber: { random.next() })
        guard let endpoint = PlatformEndpoint(amazon.lwa) else {
            throw Self.refused("amazon.lwa", amazon.lwa)
        }
        let secret = amazon.clientSecret
        let (counter, journal) = (counter, journal)
        let login = LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: endpoint, clientID: amazon.clientID,
                clientSecret: ChannelAmazon.Secret { try secret.load() }),
            transport: network, surroundings: surroundings, observer: { journal.note($0) })
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
        ports.notifications = try notifications()
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
            let account = SellingPartnerAccount(
                store: StoreID(store.id), endpoint: endpoint,
                refreshToken: ChannelAmazon.Secret { try token.load() },
                region: store.region, budgetOwner: owner)
            ports.orders[StoreID(store.id)] = AmazonOrderPlatform(
                client: client, account: account, marketplaceIDs: marketplaces, counter: counter)
            ports.dispatches[account.store] = AmazonDispatchPlatform(
                client: client, account: account)
            ports.accounts[StoreID(store.id)] = AmazonAccountPlatform(
                client: client, account: account, sellerID: store.sellerID,
                marketplaceIDs: marketplaces, countryCode: Self.country(of: store))
        }
    }

    private static func country(of store: StoreSettings) -> String {
        let code = store.marketplaces.first.map { MarketplaceCode($0) }
        return code.flatMap { MarketplaceTable.standard.marketplace(code: $0)?.country } ?? ""
    }

    /// The queue of the platform's notifications, where one is configured.
    private func notifications() throws -> (any NotificationSource)? {
        guard let settings = amazon.notifications else { return nil }
        let secret = settings.secretKey
        let queue = NotificationQueue(
            queueURL: settings.queueURL,
            credentials: QueueCredentials(
                accessKeyID: settings.accessKeyID,
                secretKey: ChannelAmazon.Secret { try secret.load() }, region: settings.region),
            transport: network, surroundings: surroundings)
        guard let queue else {
            throw Self.refused("amazon.notifications.queue", settings.queueURL)
        }
        return queue
    }

    private static func refused(_ key: String, _ value: String) -> DeskError {
        DeskError(.configuration, ["key": key], detail: "'\(value)' is no https address")
    }
}

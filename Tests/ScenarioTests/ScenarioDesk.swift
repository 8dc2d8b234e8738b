import ChannelAmazon
import Core
import Foundation
import HelpDesk
import Jobs
import MailKit
import Simulator
import Store
import SwiftExtensions
import Synchronization
import Wire

/// A desk with its database in memory, the real client over HTTP, real Maildirs and real SMTP, in
/// front of a pretend platform and a pretend mail host. One virtual clock moves them all.
struct ScenarioDesk: Sendable {
    let stores: [ScenarioStore]
    let clock: VirtualClock
    let platform: PretendAmazon
    let sink: MailSink
    let network: NetworkTransport
    let database: DeskDatabase
    let desk: Desk
    let agent: Principal
    let maildirs: [Maildir]

    /// `folder` is new and empty. The mail host's connections end with `close`.
    static func open(
        _ size: ScenarioSize, _ stores: [ScenarioStore], folder: String, at start: Timestamp
    ) async throws -> ScenarioDesk {
        let clock = VirtualClock(start: start)
        let platform = PretendAmazon(
            PretendConfiguration(
                clientID: "client", clientSecret: "hush-hush", sellers: stores.map(seller),
                seed: size.seed, now: { clock.now }))
        let sink = MailSink()
        let (platformPort, sinkPort) = (try await platform.start(), try await sink.start())
        let network = NetworkTransport()
        let maildirs = stores.map { Maildir(path: "\(folder)/\($0.id)") }
        for maildir in maildirs { try maildir.create() }
        let database = try DeskDatabase.inMemory()
        let ports = try ports(
            stores, maildirs, network, clock, platformPort: platformPort, sinkPort: sinkPort)
        let desk = try await Desk.open(
            database: database,
            settings: DeskSettings(
                stores: stores.map(\.profile),
                orderSync: Dictionary(
                    uniqueKeysWithValues: stores.map {
                        ($0.id, OrderSyncSettings(backfillDays: size.days + 2))
                    }),
                admins: ["ops"]),
            ports: ports, digestKey: Array(repeating: 7, count: 32), clock: clock,
            random: DeskRandom(seed: size.seed))
        return ScenarioDesk(
            stores: stores, clock: clock, platform: platform, sink: sink, network: network,
            database: database, desk: desk, agent: try await desk.principal(unixUser: "ops"),
            maildirs: maildirs)
    }

    func close() async throws {
        await network.shutdown()
        await platform.stop()
        await sink.stop()
        try database.close()
    }

    private static func seller(_ store: ScenarioStore) -> PretendSeller {
        PretendSeller(
            sellerID: store.sellerID, storeName: store.id.rawValue,
            refreshToken: store.refreshToken,
            marketplaces: [PretendMarketplace.named(store.words.code)].compactMap { $0 })
    }

    private static func ports(
        _ stores: [ScenarioStore], _ maildirs: [Maildir], _ network: NetworkTransport,
        _ clock: VirtualClock, platformPort: Int, sinkPort: Int
    ) throws -> DeskPorts {
        let random = RandomSource(seed: 11)
        let surroundings = Surroundings(
            now: { clock.now }, sleep: { clock.advance(by: $0) }, randomNumber: { random.next() })
        let base = "http://127.0.0.1:\(platformPort)"
        guard let endpoint = PlatformEndpoint(base),
            let login = PlatformEndpoint("\(base)/auth/o2/token"),
            let smtpPort = UInt16(exactly: sinkPort)
        else { throw CocoaError(.fileNoSuchFile) }
        let (limiter, counter) = (CallLimiter(), CallCounter())
        let client = SellingPartnerClient(
            login: LoginWithAmazon(
                credentials: LoginCredentials(
                    endpoint: login, clientID: "client", clientSecret: Secret(value: "hush-hush")),
                transport: network, surroundings: surroundings),
            transport: network, limiter: limiter, surroundings: surroundings,
            observer: counter.note)
        let sender = SmtpSender(
            server: MailServer(host: "127.0.0.1", port: smtpPort, security: .plain),
            credentials: { .password(user: "desk", MailSecret("open sesame")) })
        var ports = DeskPorts(limiter: limiter)
        for (store, maildir) in zip(stores, maildirs) {
            var port = MailboxPort(from: store.address, sender: sender, feed: MaildirFeed(maildir))
            port.goLive = Timestamp(milliseconds: 0)
            ports.mailboxes[store.mailbox] = port
            ports.orders[store.id] = AmazonOrderPlatform(
                client: client,
                account: SellingPartnerAccount(
                    store: store.id, endpoint: endpoint,
                    refreshToken: Secret(value: store.refreshToken)),
                marketplaceIDs: [store.words.marketplaceID], counter: counter)
        }
        return ports
    }
}

/// Repeatable numbers for many callers.
final class RandomSource: Sendable {
    private let random: Mutex<SeededRandom>

    init(seed: UInt64) {
        random = Mutex(SeededRandom(seed: seed))
    }

    func next() -> UInt64 { random.withLock { $0.next() } }
}

package import ChannelAmazon
package import HelpDesk
package import Settings
package import SwiftExtensions

/// The wizard's own line to the platform: it exchanges codes and tries tokens and secrets before
/// anything is kept.
package struct SetupPlatform: Sendable {
    private let amazon: AmazonSettings
    private let transport: any HTTPTransport
    private let now: @Sendable () -> Timestamp
    private let clientSecret: ChannelAmazon.Secret

    /// `clientSecret` stands in for the configured one while a new one is tried.
    package init(
        _ amazon: AmazonSettings, clientSecret: ChannelAmazon.Secret? = nil,
        transport: any HTTPTransport, now: @escaping @Sendable () -> Timestamp
    ) {
        let configured = amazon.clientSecret
        self.amazon = amazon
        self.transport = transport
        self.now = now
        self.clientSecret = clientSecret ?? ChannelAmazon.Secret { try configured.load() }
    }

    /// Exchanges a consent's code for the store's refresh token.
    package func redeem(
        code: ChannelAmazon.Secret
    ) async throws(SetupTrouble) -> ChannelAmazon.Secret {
        let login = try login()
        do {
            return try await login.redeem(code: code, redirect: amazon.redirect)
        } catch {
            throw SetupTrouble(error)
        }
    }

    /// Tries a refresh token at the store's region; the marketplaces that the account sells in.
    /// A denied one is tried at the other regions too, so that a wrong region has its name.
    package func marketplaces(
        of store: StoreID, region: String, token: ChannelAmazon.Secret
    ) async throws(SetupTrouble) -> [MarketplaceParticipation] {
        let client = try client()
        let home = try account(store, region, token)
        do {
            return try await client.marketplaceParticipations(for: home)
        } catch {
            guard error.trouble == .accessDenied || error.trouble == .wrongRegion else {
                throw SetupTrouble(error)
            }
            if let found = await otherRegion(of: store, token, except: region) {
                throw SetupTrouble(.wrongRegion, ["region": found, "configured": region])
            }
            throw SetupTrouble(error)
        }
    }

    private func otherRegion(
        of store: StoreID, _ token: ChannelAmazon.Secret, except region: String
    ) async -> String? {
        let home = amazon.endpoints[region]
        for other in amazon.endpoints.keys.sorted()
        where other != region && amazon.endpoints[other] != home {
            guard let client = try? client(), let account = try? account(store, other, token)
            else { continue }
            if (try? await client.marketplaceParticipations(for: account)) != nil { return other }
        }
        return nil
    }

    func account(
        _ store: StoreID, _ region: String, _ token: ChannelAmazon.Secret
    ) throws(SetupTrouble) -> SellingPartnerAccount {
        guard let endpoint = PlatformEndpoint(amazon.endpoints[region] ?? "") else {
            throw SetupTrouble(.endpointMissing, ["key": "amazon.endpoints.\(region)"])
        }
        return SellingPartnerAccount(store: store, endpoint: endpoint, refreshToken: token)
    }

    private func login() throws(SetupTrouble) -> LoginWithAmazon {
        guard let endpoint = PlatformEndpoint(amazon.lwa) else {
            throw SetupTrouble(.endpointMissing, ["key": "amazon.lwa"])
        }
        return LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: endpoint, clientID: amazon.clientID, clientSecret: clientSecret),
            transport: transport, surroundings: surroundings)
    }

    /// A client of its own for each trial: nothing is remembered from the one before.
    func client() throws(SetupTrouble) -> SellingPartnerClient {
        SellingPartnerClient(
            login: try login(), transport: transport, limiter: CallLimiter(),
            surroundings: surroundings,
            patience: .init(rateWait: .seconds(5), timeout: .seconds(20), attempts: 2))
    }

    private var surroundings: Surroundings {
        let random = DeskRandom.system
        return Surroundings(
            now: now, sleep: { try await Task.sleep(for: $0) },
            randomNumber: { random.next() })
    }
}

import ChannelAmazon
import Core
import HelpDesk
import Localization
import Settings

extension SetupWizard {
    /// Puts a new client secret into use once a store's login has worked with it. Until then, and
    /// when it does not, the old one stays.
    func rotateSecret() async throws -> Bool {
        guard let configuration, let amazon = configuration.amazon else {
            say(SetupStrings.needsAmazon)
            return false
        }
        let tested = configuration.stores.first {
            $0.channel == "amazon" && (try? $0.refreshToken?.load()) != nil
        }
        guard let store = tested, let token = store.refreshToken else {
            say(SetupNews.secretUntried)
            return false
        }
        guard
            let secret = try ask(
                "amazon.client_secret", SetupQuestions.newSecret, isSecret: true,
                check: SetupChecks.token)
        else { return false }
        let platform = SetupPlatform(
            amazon, clientSecret: ChannelAmazon.Secret(value: secret), transport: transport,
            now: { SystemClock().now })
        do {
            _ = try await platform.marketplaces(
                of: StoreID(store.id), region: store.region,
                token: ChannelAmazon.Secret { try token.load() })
        } catch {
            complain(error, about: "amazon.client_secret")
            say(SetupNews.nothingChanged)
            return false
        }
        guard case .file(let path) = amazon.clientSecret else {
            say(SetupNews.nothingChanged)
            return false
        }
        try saveSecret(secret, path, keepsPrevious: true)
        say(SetupNews.secretWorks)
        await renewed(.clientSecret, at: now)
        return true
    }
}

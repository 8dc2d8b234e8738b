import ChannelAmazon
import HelpDesk
import Synchronization
import Testing

/// A client over a scripted transport.
struct ScriptedDesk {
    let clock = ManualClock()
    let transport: ScriptedTransport
    let limiter = CallLimiter()
    let client: SellingPartnerClient
    private(set) var account: SellingPartnerAccount
    let records = RecordBook()
    let logins = RecordBook()

    init(_ script: [ScriptedTransport.Step]) throws {
        transport = ScriptedTransport(script)
        account = SellingPartnerAccount(
            store: "nova-eu",
            endpoint: try #require(PlatformEndpoint("https://platform.example.com")),
            refreshToken: Secret(value: "Atzr|refresh-of-nova"))
        let login = LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: try #require(PlatformEndpoint("https://login.example.com/auth/o2/token")),
                clientID: "client-of-the-desk", clientSecret: Secret(value: "hush-hush")),
            transport: transport, surroundings: clock.surroundings, observer: logins.add)
        client = SellingPartnerClient(
            login: login, transport: transport, limiter: limiter,
            surroundings: clock.surroundings, observer: records.add)
    }

    /// The same desk with another refresh token.
    func with(refreshToken: Secret) -> ScriptedDesk {
        var copy = self
        copy.account.refreshToken = refreshToken
        return copy
    }

    /// What getOrder threw.
    func failureOfGetOrder() async throws -> SyncFailure {
        do {
            _ = try await client.getOrder("305-0000001-0000001", for: account)
        } catch {
            return error
        }
        throw UnexpectedSuccess()
    }
}

struct UnexpectedSuccess: Error {}

/// Collects the lines of the sync log.
final class RecordBook: Sendable {
    private let lines = Mutex<[CallRecord]>([])

    var all: [CallRecord] { lines.withLock { $0 } }

    @Sendable func add(_ record: CallRecord) {
        lines.withLock { $0.append(record) }
    }
}

import ChannelAmazon
import Settings

/// What a check may use.
struct DoctorContext: Sendable {
    var configuration: Configuration
    var surroundings: DoctorSurroundings
    /// The network, with each exchange held to the limit.
    var transport: any HTTPTransport
    /// Nil without `[amazon]`, or when its token endpoint is no usable address.
    var platform: SellingPartnerClient?

    init(
        _ configuration: Configuration, _ surroundings: DoctorSurroundings,
        network: any HTTPTransport
    ) {
        self.configuration = configuration
        self.surroundings = surroundings
        let transport = HurriedTransport(network: network, limit: surroundings.networkLimit)
        self.transport = transport
        platform = configuration.amazon.flatMap {
            Self.platform($0, surroundings, transport)
        }
    }

    /// One attempt at each call: the doctor reports trouble instead of waiting it out.
    private static func platform(
        _ amazon: AmazonSettings, _ surroundings: DoctorSurroundings,
        _ transport: any HTTPTransport
    ) -> SellingPartnerClient? {
        guard let endpoint = PlatformEndpoint(amazon.lwa) else { return nil }
        let secret = amazon.clientSecret
        let random = DeskRandom.system
        let platform = Surroundings(
            now: surroundings.now, sleep: { try await Task.sleep(for: $0) },
            randomNumber: { random.next() })
        return SellingPartnerClient(
            login: LoginWithAmazon(
                credentials: LoginCredentials(
                    endpoint: endpoint, clientID: amazon.clientID,
                    clientSecret: ChannelAmazon.Secret { try secret.load() }),
                transport: transport, surroundings: platform),
            transport: transport, limiter: CallLimiter(), surroundings: platform,
            patience: .init(
                rateWait: .seconds(1), timeout: surroundings.networkLimit, attempts: 1))
    }
}

/// Holds every exchange to a limit, whatever its caller would wait.
private struct HurriedTransport: HTTPTransport {
    let network: any HTTPTransport
    let limit: Duration

    func exchange(_ call: OutgoingCall) async throws(TransportFailure) -> IncomingAnswer {
        var call = call
        call.timeout = min(call.timeout, limit)
        return try await network.exchange(call)
    }
}

import ChannelAmazon
import HelpDesk
import SwiftExtensions
import Synchronization
import Testing

/// The real client over a transport that gives one answer to everything.
struct ConformanceDesk: Sendable {
    static let endpoint = "https://platform.example.com"
    static let now = Timestamp(seconds: 1_800_000_000)

    let client: SellingPartnerClient
    let account: SellingPartnerAccount
    private let transport: AnsweringTransport
    private let records = Mutexed<[CallRecord]>([])

    /// Later calls get the same answer without a further page.
    init(answer: Json? = .object([:]), status: Int = 200) throws {
        let answers = try [answer, answer?.withoutNextPage].map { answer in
            IncomingAnswer(
                status: status, headers: [("x-amzn-RequestId", "request-1")],
                body: try answer?.bytes ?? [])
        }
        transport = AnsweringTransport(
            endpoint: Self.endpoint, login: "https://login.example.com", answers: answers)
        let surroundings = Surroundings(
            now: { Self.now }, sleep: { _ in }, randomNumber: { 0x5555_5555_5555_5555 })
        let login = LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: try #require(PlatformEndpoint("https://login.example.com/auth/o2/token")),
                clientID: "client", clientSecret: Secret(value: "hush-hush")),
            transport: transport, surroundings: surroundings)
        let records = records
        client = SellingPartnerClient(
            login: login, transport: transport, limiter: CallLimiter(), surroundings: surroundings,
            patience: .init(attempts: 1), observer: { call in records.change { $0.append(call) } })
        account = SellingPartnerAccount(
            store: "nova-eu", endpoint: try #require(PlatformEndpoint(Self.endpoint)),
            refreshToken: Secret(value: "Atzr|nova"))
    }

    /// The requests that went out, as they stood on the line.
    var requests: [WireRequest] {
        transport.calls.map { WireRequest($0, endpoint: Self.endpoint) }
    }

    /// The operations by which the client counted its calls against the rates.
    var operations: [String] { records.value.map(\.operation) }
}

extension Json {
    /// The answer as the last page.
    fileprivate var withoutNextPage: Json {
        guard case .object(var members) = self else { return self }
        members["pagination"] = nil
        members["nextToken"] = nil
        members["payload"] = members["payload"]?.withoutNextPage
        return .object(members)
    }
}

/// A value behind a lock, to be shared with a closure.
final class Mutexed<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) {
        mutex = Mutex(value)
    }

    var value: Value { mutex.withLock { $0 } }

    func change(_ body: (inout Value) -> Void) {
        mutex.withLock { body(&$0) }
    }
}

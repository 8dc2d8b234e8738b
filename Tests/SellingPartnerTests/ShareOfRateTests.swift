import HelpDesk
import Jobs
import SwiftExtensions
import Synchronization
import Testing

@testable import ChannelAmazon
@testable import Simulator

/// How much of what the platform permits the desk uses, against the pretend platform's own bucket,
/// which is written apart from the desk's. Time stands still except where somebody waits; each call
/// is under way for a random while before and after the platform counts it.
@Suite struct ShareOfRateTests {
    /// A platform that counts calls as the real one publishes it, and nothing else.
    private final class EnforcingPlatform: HTTPTransport {
        struct Figures: Sendable {
            var served = 0
            var refused = 0
            var firstAt: Timestamp?
            var lastAt: Timestamp?
        }

        private struct State {
            var bucket: PretendBucket?
            var random: SeededRandom
            var figures = Figures()
        }

        private let clock: ManualClock
        private let slowest: Int64
        /// Of the platform's clock against ours, in parts per million.
        private let drift: Double
        private let published: (rate: Double, burst: Double)
        private let state: Mutex<State>

        init(
            clock: ManualClock, operation: String, seed: UInt64, slowest: Duration, drift: Double
        ) {
            self.clock = clock
            self.slowest = slowest.wholeMilliseconds
            self.drift = drift
            published = PretendBucket.published(operation)
            state = Mutex(State(random: SeededRandom(seed: seed)))
        }

        var figures: Figures { state.withLock { $0.figures } }

        func exchange(_ call: OutgoingCall) async throws(TransportFailure) -> IncomingAnswer {
            if call.method == "POST" { return .token }
            pass()
            let isServed = count(at: clock.now)
            pass()
            guard isServed else { return .refusal(429, "QuotaExceeded", "Too fast.") }
            return .json(
                #"{"orders":[],"pagination":{"nextToken":"more"}}"#,
                headers: [("x-amzn-RateLimit-Limit", "\(published.rate)")])
        }

        private func pass() {
            let way = state.withLock { Int64.random(in: 0...slowest, using: &$0.random) }
            clock.advance(by: .milliseconds(way))
        }

        private func count(at now: Timestamp) -> Bool {
            let theirs = Timestamp(
                milliseconds: Int64(Double(now.milliseconds) * (1 + drift / 1_000_000)))
            return state.withLock { state in
                var bucket =
                    state.bucket
                    ?? PretendBucket(
                        ratePerSecond: published.rate, burst: published.burst, at: theirs)
                let isServed = bucket.admits(at: theirs)
                state.bucket = bucket
                if isServed { state.figures.served += 1 } else { state.figures.refused += 1 }
                state.figures.firstAt = state.figures.firstAt ?? now
                state.figures.lastAt = now
                return isServed
            }
        }

        /// Served calls as a share of what the bucket allowed until the last one.
        var share: Double {
            guard let first = figures.firstAt, let last = figures.lastAt else { return 0 }
            let seconds = Double((last - first).wholeMilliseconds) / 1000
            return Double(figures.served) / (published.burst + seconds * published.rate)
        }
    }

    /// A client over the platform, with a ledger that a restart reads again.
    private final class Desk: Sendable {
        let clock: ManualClock
        let platform: EnforcingPlatform
        let account: SellingPartnerAccount
        let ledger = Mutex<[BudgetKey: CallBudget]>([:])

        init(clock: ManualClock, platform: EnforcingPlatform, account: SellingPartnerAccount) {
            self.clock = clock
            self.platform = platform
            self.account = account
        }

        func client() throws -> SellingPartnerClient {
            let limiter = CallLimiter()
            limiter.restore(ledger.withLock { Array($0.values) }, at: clock.now)
            limiter.keep { budget in self.ledger.withLock { $0[budget.key] = budget } }
            let login = LoginWithAmazon(
                credentials: LoginCredentials(
                    endpoint: try #require(PlatformEndpoint("https://login.example.com/token")),
                    clientID: "client", clientSecret: Secret(value: "hush")),
                transport: platform, surroundings: clock.surroundings)
            return SellingPartnerClient(
                login: login, transport: platform, limiter: limiter,
                surroundings: clock.surroundings,
                patience: .init(rateWait: .hours(1), timeout: .seconds(30)))
        }
    }

    private static func desk(
        _ operation: String, seed: UInt64, slowest: Duration, drift: Double
    ) throws -> Desk {
        let clock = ManualClock()
        return Desk(
            clock: clock,
            platform: EnforcingPlatform(
                clock: clock, operation: operation, seed: seed, slowest: slowest, drift: drift),
            account: SellingPartnerAccount(
                store: "nova-eu",
                endpoint: try #require(PlatformEndpoint("https://platform.example.com")),
                refreshToken: Secret(value: "Atzr|nova"), region: "eu"))
    }

    /// The back-fill of a store with 60,000 orders: 600 pages, with restarts at random places.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func aBackfillUsesTheRateWithoutARefusal(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let desk = try Self.desk(
            "searchOrders", seed: seed, slowest: .seconds(Int64.random(in: 1...8, using: &random)),
            drift: Double.random(in: -300...300, using: &random))
        let after = desk.clock.now - .days(90)
        var client = try desk.client()
        for page in 0..<600 {
            if Int.random(in: 0..<40, using: &random) == 0 { client = try desk.client() }
            _ = try await client.searchOrders(
                OrderSearch(
                    field: .lastUpdated, after: after, before: desk.clock.now - .hours(1),
                    pageToken: page == 0 ? nil : "more", reserve: 2), for: desk.account)
        }
        #expect(desk.platform.figures.refused == 0, "seed \(seed)")
        #expect(desk.platform.share >= 0.95, "seed \(seed): \(desk.platform.share)")
    }

    /// Single orders, two seconds apart: here the way to the platform takes as long as the pause.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func singleOrdersKeepTheirRateOverASlowLine(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let desk = try Self.desk(
            "getOrder", seed: seed, slowest: .milliseconds(400),
            drift: Double.random(in: -300...300, using: &random))
        var client = try desk.client()
        for number in 0..<1500 {
            if Int.random(in: 0..<100, using: &random) == 0 { client = try desk.client() }
            // The stand-in has no orders; what counts is that the call was let through.
            _ = try? await client.getOrder(OrderID("305-\(number)"), for: desk.account)
        }
        #expect(desk.platform.figures.refused == 0, "seed \(seed)")
        #expect(desk.platform.figures.served == 1500)
        #expect(desk.platform.share >= 0.95, "seed \(seed): \(desk.platform.share)")
    }

    /// A crash between the departure of a call and its answer costs its token, never a second one.
    @Test func aCrashWhileACallIsUnderWayGivesNoTokenBack() async throws {
        let desk = try Self.desk("searchOrders", seed: 5, slowest: .zero, drift: 0)
        let key = desk.account.budget("searchOrders")
        for _ in 0..<20 {
            let limiter = CallLimiter()
            limiter.restore(desk.ledger.withLock { Array($0.values) }, at: desk.clock.now)
            limiter.keep { budget in desk.ledger.withLock { $0[budget.key] = budget } }
            #expect(try await limiter.depart(key, at: desk.clock.now) == .taken)
        }
        let last = CallLimiter()
        last.restore(desk.ledger.withLock { Array($0.values) }, at: desk.clock.now)
        #expect(last.wait(key, at: desk.clock.now) > .seconds(170))
    }

    @Test func aBudgetThatCannotBeWrittenDownIsNotSpent() async throws {
        struct DiskFull: Error {}
        let limiter = CallLimiter()
        limiter.keep { _ in throw DiskFull() }
        let key = BudgetKey(store: "nova-eu", operation: "searchOrders")
        let now = Timestamp(seconds: 1_800_000_000)
        await #expect(throws: DiskFull.self) { try await limiter.depart(key, at: now) }
    }

    @Test func aRefusalHalvesTheRateAndTheNamedWaitIsKept() async throws {
        let desk = try ScriptedDesk([
            .success(.token),
            .success(
                IncomingAnswer(
                    status: 429, headers: [("Retry-After", "40")],
                    body: Array(#"{"errors":[{"code":"QuotaExceeded","message":""}]}"#.utf8))),
        ])
        let failure = try await desk.failureOfGetOrder()
        #expect(failure.errorClass == .throttled)
        #expect(failure.code == "QuotaExceeded")
        #expect((failure.retryAfterSeconds ?? 0) >= 40 && (failure.retryAfterSeconds ?? 0) <= 44.1)
        let bucket = try #require(desk.limiter.export().first).bucket
        #expect(bucket.caution.share == 0.5)
        #expect(bucket.available == 0)
    }

    @Test func storesOfOneAccountShareItsRate() async throws {
        let endpoint = try #require(PlatformEndpoint("https://platform.example.com"))
        let one = SellingPartnerAccount(
            store: "nova-de", endpoint: endpoint, refreshToken: Secret(value: "a"), region: "eu")
        let two = SellingPartnerAccount(
            store: "nova-fr", endpoint: endpoint, refreshToken: Secret(value: "b"), region: "eu",
            budgetOwner: "nova-de")
        #expect(one.budget("getOrder") == two.budget("getOrder"))
        #expect(one.budget("getOrder") != one.budget("searchOrders"))
    }
}

@Suite struct PlatformClockTests {
    @Test func datesOfHeaders() {
        let date = HTTPDateProbe.offset("Sun, 22 Nov 2026 02:10:18 GMT")
        #expect(date != nil)
        #expect(HTTPDateProbe.offset("Sunday, 22-Nov-26 02:10:18 GMT") == nil)
        #expect(HTTPDateProbe.offset("Sun, 22 Nov 2026 02:10:99 GMT") == nil)
        #expect(HTTPDateProbe.offset("Sun, 32 Nov 2026 02:10:18 GMT") == nil)
        #expect(HTTPDateProbe.offset("") == nil)
    }

    /// Reads a header by way of a client, as the product does.
    private enum HTTPDateProbe {
        static func offset(_ header: String) -> Duration? {
            let clocks = PlatformClocks()
            let now = Timestamp(seconds: 0)
            clocks.note(
                IncomingAnswer(status: 200, headers: [("Date", header)]), for: "nova-eu",
                between: now, and: now)
            let offset = clocks.offset(of: "nova-eu")
            return offset == .zero ? nil : offset
        }
    }

    @Test func aDifferenceWithinTheAnswersOwnTimeIsNone() {
        let clocks = PlatformClocks()
        // 2026-11-22T02:10:18Z
        let instant = Timestamp(iso8601: "2026-11-22T02:10:18Z") ?? Timestamp(seconds: 0)
        let answer = IncomingAnswer(
            status: 200, headers: [("Date", "Sun, 22 Nov 2026 02:10:18 GMT")])
        clocks.note(
            answer, for: "nova-eu", between: instant - .seconds(2), and: instant + .seconds(2))
        #expect(clocks.offset(of: "nova-eu") == .zero)
        clocks.note(
            answer, for: "nova-eu", between: instant - .minutes(5),
            and: instant - .minutes(5) + .seconds(1))
        #expect(clocks.offset(of: "nova-eu") == .minutes(5) - .seconds(1))
        clocks.note(
            answer, for: "nova-eu", between: instant + .minutes(5), and: instant + .minutes(6))
        #expect(clocks.offset(of: "nova-eu") == .milliseconds(999) - .minutes(5))
    }
}

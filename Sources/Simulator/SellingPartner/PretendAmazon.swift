package import HelpDesk
import Hummingbird
import HTTPTypes
import Logging
import NIOCore
import SwiftExtensions
import Synchronization

/// A pretend token endpoint and Selling Partner API on this machine, for demonstrations and tests.
/// One server stands for all regions. It is safe to change while it runs.
package final class PretendAmazon: Sendable {
    private let configuration: PretendConfiguration
    private let world: Mutex<PretendWorld>
    private let server = Mutex<Task<Void, any Error>?>(nil)

    package init(_ configuration: PretendConfiguration) {
        self.configuration = configuration
        world = Mutex(PretendWorld(configuration))
    }

    /// Listens on a free loopback port, which is returned. Throws when the port cannot be opened.
    package func start() async throws -> Int {
        let (ports, report) = AsyncThrowingStream<Int, any Error>.makeStream()
        var logger = Logger(label: "pretend-amazon")
        // Being stopped is an error to the server; nobody needs to read of it.
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { [self] request, _ in
                try await respond(to: request)
            },
            server: .http1(configuration: .init(additionalChannelHandlers: [LineTrouble()])),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { report.yield(port) }
            },
            logger: logger)
        let task = Task {
            do {
                try await application.run()
                report.finish()
            } catch {
                report.finish(throwing: error)
                throw error
            }
        }
        server.withLock { $0 = task }
        for try await port in ports { return port }
        throw CancellationError()
    }

    /// Closes the port and waits until it is closed.
    package func stop() async {
        let task = server.withLock { current in
            defer { current = nil }
            return current
        }
        task?.cancel()
        _ = await task?.result
    }

    private func respond(to request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 16 << 20)
        let decoded = PretendRequest(
            method: request.method.rawValue, path: PretendForm.decoded(request.uri.path),
            query: PretendForm.list(request.uri.query ?? ""),
            headers: request.headers.map { ($0.name.canonicalName, $0.value) }
                + (request.head.authority.map { [("host", $0)] } ?? []),
            body: Array(body.readableBytesView))
        let now = configuration.now()
        return PretendDelivery.response(world.withLock { $0.answer(decoded, at: now) }, at: now)
    }
}

extension PretendAmazon {
    /// Adds an order of a seller or puts a newer state in its place.
    package func upsert(_ order: SimulatedOrder, of sellerID: String) {
        world.withLock { $0.orders[sellerID, default: [:]][order.order.id] = order }
    }

    /// The orders of a seller as the platform holds them, by id.
    package func orders(of sellerID: String) -> [SimulatedOrder] {
        world.withLock { $0.orders[sellerID] ?? [:] }.values.sorted { $0.order.id < $1.order.id }
    }

    /// Changes an order in place, such as its state and time of change.
    package func change(
        _ id: OrderID, of sellerID: String, _ body: (inout SimulatedOrder) -> Void
    ) {
        world.withLock { world in
            guard var order = world.orders[sellerID]?[id] else { return }
            body(&order)
            world.orders[sellerID]?[id] = order
        }
    }

    /// Lets something go wrong with the next calls that match.
    package func schedule(_ fault: ScheduledFault) {
        world.withLock { $0.faults.append(fault) }
    }

    /// From now on other things go wrong by chance, or nothing does.
    package func befall(_ plan: FaultPlan) {
        world.withLock { $0.chances = plan }
    }

    /// Ends every access token given out so far.
    package func expireAccessTokens() {
        world.withLock { $0.expireTokens() }
    }

    /// The seller takes the authorisation back.
    package func revoke(refreshToken: String) {
        world.withLock { _ = $0.revokedTokens.insert(refreshToken) }
    }

    /// The token turns out to belong to another app.
    package func disown(refreshToken: String) {
        world.withLock { _ = $0.foreignTokens.insert(refreshToken) }
    }

    /// Decides who is signed in at Seller Central when an owner opens a consent page there; the
    /// first seller until then.
    package func signIn(sellerID: String) {
        world.withLock { $0.logins.signedIn = sellerID }
    }

    /// The consent page's answer, as a browser gets it.
    func consent(_ request: PretendRequest) -> PretendResponse {
        let now = configuration.now()
        return world.withLock { $0.consent(request, at: now) }
    }

    /// Gives the application a new client secret; the old one is taken until `grace` is over.
    package func rotateSecret(to secret: String, grace: Duration) {
        let now = configuration.now()
        world.withLock { $0.logins.rotate(to: secret, oldEndsAt: now + grace) }
    }

    /// Gives or takes a seller's roles.
    package func setRoles(_ roles: Set<PretendRole>, of sellerID: String) {
        world.withLock { world in
            for index in world.sellers.indices where world.sellers[index].sellerID == sellerID {
                world.sellers[index].roles = roles
            }
        }
    }

    /// Typed messages that reached buyers, the oldest first.
    package var messages: [PretendMessage] { world.withLock(\.messages) }

    /// Orders whose buyers were asked for a review, the oldest first.
    package var solicited: [OrderID] { world.withLock(\.solicited).map(\.order) }

    /// Changes what the platform knows of the accounts.
    func change(_ body: (inout PretendAccounts) -> Void) {
        world.withLock { body(&$0.accounts) }
    }

    /// Reads what the platform knows of the accounts.
    func accounts<Result: Sendable>(_ body: (PretendAccounts) -> Result) -> Result {
        world.withLock { body($0.accounts) }
    }

    /// Every call so far, the oldest first.
    package var log: [PretendLogEntry] { world.withLock(\.log) }
}

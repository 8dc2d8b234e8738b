import ArgumentParser
import Core
import CoreClient
import CoreServer
import Dispatch
import Foundation
import HelpDesk
import Logging
import ServiceLifecycle
import Store
import SwiftExtensions
import Synchronization
import Wire

/// Measures how long a claim takes at the socket: alone first, then with many workstations connected
/// that hear of it, and then with all of them claiming at once. The first is what the others are
/// compared with.
struct BenchClaims: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "claims")

    @Option(help: "How many workstations are connected.") var clients: Int = 100
    @Option(help: "How many claims are measured each time.") var claims: Int = 1000
    @Option(help: "A folder for database and socket; none means a temporary one.")
    var folder: String?

    func run() async throws {
        let place = folder ?? NSTemporaryDirectory() + "claims-\(getpid())"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let database = try DeskDatabase(path: place + "/desk.sqlite", key: .forTests)
        try SweepFixture.fill(
            database, debts: claims * 3, ownedEvery: 0, at: SystemClock().now)
        let desk = try await Desk.open(
            database: database, settings: settings, digestKey: Array(repeating: 1, count: 32))
        let socket = place + "/core.sock"
        let (ready, signal) = AsyncStream<Void>.makeStream()
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let service = SocketService(
            desk: desk, path: socket, logger: logger, ready: { signal.finish() })
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: DeskService(desk)), .init(service: service)],
                logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in ready {}
            let (clients, claims) = (clients, claims)
            try await Self.threaded { try Self.measure(socket, clients, claims) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        try database.close()
        if folder == nil { try FileManager.default.removeItem(atPath: place) }
    }

    private var settings: DeskSettings {
        var settings = SweepFixture.settings
        settings.people += (0..<max(clients, 1)).map {
            PersonSeed(
                unixUser: "bench\($0)", displayName: "Bench \($0)", role: .agent, scope: .all)
        }
        return settings
    }

    private static func measure(_ socket: String, _ clients: Int, _ claims: Int) throws {
        let first = try session(socket, 0)
        let alone = try times(first, 1...claims)
        print("alone: \(alone.words)")
        var others = try (1..<max(clients, 2)).map { try session(socket, $0) }
        let count = others.count + 1
        let watched = try times(first, claims + 1...claims * 2)
        print("\(count) connected: \(watched.words), \(watched.ratio(to: alone))")
        others = []
        let clock = ContinuousClock()
        let start = clock.now
        let raced = try race(socket, count, claims * 2 + 1...claims * 3)
        let rate = Int(Double(raced.sorted.count) / ((clock.now - start) / .seconds(1)))
        print(
            "\(count) claiming at once: \(raced.words), \(raced.ratio(to: alone)), "
                + "\(rate) a second in all")
    }

    private static func session(_ socket: String, _ number: Int) throws -> CoreSession {
        try CoreSession(
            connection: try CoreConnection(path: socket), client: "bench", wantsEvents: true,
            asUser: "bench\(number)")
    }

    private static func times(
        _ session: CoreSession, _ tickets: ClosedRange<Int>
    ) throws -> Latencies {
        let clock = ContinuousClock()
        return Latencies(
            try tickets.map { number in
                try clock.measure {
                    _ = try session.call(ClaimTicket(ticket: TicketID(Int64(number))))
                }
            })
    }

    /// Each of many claims its part of the tickets on a thread of its own, all at the same time.
    private static func race(
        _ socket: String, _ count: Int, _ tickets: ClosedRange<Int>
    ) throws -> Latencies {
        let share = tickets.count / count
        guard share > 0 else { throw ValidationError("'--claims' is fewer than '--clients'.") }
        let (connected, done) = (DispatchGroup(), DispatchGroup())
        let outcomes = Mutex<[Result<Latencies, any Error>]>([])
        for number in 0..<count {
            connected.enter()
            done.enter()
            Thread.detachNewThread {
                let outcome = Result<Latencies, any Error> {
                    let opened = Result { try session(socket, number) }
                    connected.leave()
                    connected.wait()
                    let start = tickets.lowerBound + number * share
                    return try times(try opened.get(), start...start + share - 1)
                }
                outcomes.withLock { $0.append(outcome) }
                done.leave()
            }
        }
        done.wait()
        return try outcomes.withLock { try Latencies($0.flatMap { try $0.get().sorted }) }
    }

    /// Runs what blocks on a thread of its own.
    private static func threaded(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }
}

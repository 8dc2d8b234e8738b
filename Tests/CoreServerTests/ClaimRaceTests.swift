import Core
import CoreClient
import Dispatch
import Foundation
import HelpDesk
import Logging
import ServiceLifecycle
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

@testable import CoreServer

/// Fifty agents at fifty sockets want the same hundred tickets (helpdesk section 7.7).
@Suite struct ClaimRaceTests {
    private static let agents = 50
    private static let tickets = 100

    @Test func fiftyConnectionsNeverGetOneTicketTwice() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/race-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = try DeskDatabase(path: folder + "/desk.sqlite", key: .forTests)
        let desk = try await Desk.open(
            database: database, settings: Self.settings, digestKey: Array(repeating: 7, count: 32))
        try Self.fill(database)
        let socket = folder + "/core.sock"
        let wins = try await Self.serving(desk, at: socket) { try await Self.race(socket) }
        #expect(wins.values.reduce(0) { $0 + $1.count } == Self.tickets)
        #expect(Set(wins.values.flatMap { $0 }).count == Self.tickets)
        // What the winners heard is what the rows say, and everybody got a share.
        for (agent, tickets) in wins {
            for ticket in tickets {
                let owner = try await database.read { transaction in
                    try transaction.ticket(ticket)?.owner.flatMap { try transaction.person($0) }
                }
                #expect(owner?.unixUser == agent)
            }
        }
        let report = try await database.rebuild()
        #expect(report.differences == [:])
        try database.close()
    }

    private static let settings = DeskSettings(
        stores: [
            StoreProfile(
                id: "race-eu", channel: "amazon", sellerID: "SELLER", region: "eu",
                marketplaces: ["DE"], mailbox: nil, address: nil)
        ],
        people: (0..<agents).map {
            PersonSeed(
                unixUser: "agent\($0)", displayName: "Agent \($0)", role: .agent, scope: .all)
        })

    private static func fill(_ database: DeskDatabase) throws {
        let now = Timestamp(seconds: 1_772_900_000)
        try database.writeSync(as: .service("race"), at: now) { transaction in
            for number in 1...tickets {
                let ticket = TicketID(Int64(number))
                try transaction.record(
                    .ticketOpened(
                        TicketOpening(
                            id: ticket, store: "race-eu", marketplace: "DE", buyer: nil,
                            order: nil, language: "de", category: .other, openedAt: now)))
            }
        }
    }

    private static func serving<Result: Sendable>(
        _ desk: Desk, at socket: String, _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        let (ready, signal) = AsyncStream<Void>.makeStream()
        let service = SocketService(
            desk: desk, path: socket, logger: Logger(label: "race"), ready: { signal.finish() })
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: service)], logger: Logger(label: "r")))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in ready {}
            let result = try await body()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
    }

    /// The tickets that each agent was given. Nobody starts before everybody is connected, and each
    /// begins somewhere else, so that all meet all.
    private static func race(_ socket: String) async throws -> [String: [TicketID]] {
        let gate = StartingGate(count: agents)
        return try await withThrowingTaskGroup(of: (String, [TicketID]).self) { group in
            for number in 0..<agents {
                group.addTask {
                    let agent = "agent\(number)"
                    let won = try await blocking {
                        let session = try CoreSession(
                            connection: try CoreConnection(path: socket), client: "race",
                            asUser: agent)
                        gate.wait()
                        return try claims(session, from: number * 2)
                    }
                    return (agent, won)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private static func claims(_ session: CoreSession, from offset: Int) throws -> [TicketID] {
        try (0..<tickets).compactMap { step -> TicketID? in
            let ticket = TicketID(Int64((step + offset) % tickets + 1))
            do throws(DeskError) {
                return try session.call(ClaimTicket(ticket: ticket)).id
            } catch {
                guard error.code == .ticketTaken else { throw error }
                return nil
            }
        }
    }
}

/// Lets threads through once enough of them wait.
private final class StartingGate: Sendable {
    private let waiting: Mutex<Int>
    private let opened = DispatchGroup()

    init(count: Int) {
        waiting = Mutex(count)
        opened.enter()
    }

    /// Returns when everybody has come, or after half a minute.
    func wait() {
        let isLast = waiting.withLock { waiting -> Bool in
            waiting -= 1
            return waiting == 0
        }
        if isLast { opened.leave() }
        _ = opened.wait(timeout: .now() + 30)
    }
}

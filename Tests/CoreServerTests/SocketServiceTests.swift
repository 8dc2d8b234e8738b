import Core
import CoreClient
import Glibc
import HelpDesk
import Logging
import ServiceLifecycle
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

@testable import CoreServer

/// A real core behind a real socket in a temporary folder.
private struct Rig {
    let folder: String
    let group: ServiceGroup
    let socket: String
    let database: DeskDatabase

    static func run(
        ports: DeskPorts = DeskPorts(), lint: Desk.LintText? = nil,
        _ body: @Sendable (Rig) async throws -> Void
    ) async throws {
        var template = Array("/tmp/deskhand-socket-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        let folder = String(cString: made)
        defer { rmdir(folder) }
        let database = try DeskDatabase.inMemory()
        let desk = try await Desk.open(
            database: database,
            settings: DeskSettings(stores: [store], admins: ["somebody-else"]), ports: ports,
            digestKey: [UInt8](repeating: 7, count: 32), logger: Logger(label: "test"),
            lintText: lint)
        let (ready, signal) = AsyncStream<Void>.makeStream()
        let service = SocketService(
            desk: desk, path: folder + "/core.sock", logger: Logger(label: "test"),
            ready: { signal.finish() })
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: service)], logger: Logger(label: "t")))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in ready {}
            try await body(
                Rig(
                    folder: folder, group: group, socket: folder + "/core.sock",
                    database: database))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(access(folder + "/core.sock", F_OK) != 0)
    }
}

extension Rig {
    fileprivate static let store = StoreProfile(
        id: "one-eu", channel: "amazon", sellerID: "SELLER", region: "eu", marketplaces: ["DE"],
        mailbox: nil, address: nil)

    /// A conversation to ask about.
    func ticket() async throws -> TicketID {
        try await database.write(as: .service("test"), at: Timestamp(seconds: 1)) {
            _ = try $0.record(
                .ticketOpened(
                    TicketOpening(
                        id: TicketID(1), store: Self.store.id, marketplace: "DE", buyer: nil,
                        order: nil, language: "de", category: .other,
                        openedAt: Timestamp(seconds: 1))))
        }
        return TicketID(1)
    }
}

@Suite struct SocketServiceTests {
    @Test func theKernelSaysWhoIsThereAndStrangersLearnWhomToAsk() async throws {
        try await Rig.run { rig in
            let socket = rig.socket
            let refusal = try await blocking { () -> DeskError? in
                do throws(DeskError) {
                    _ = try CoreSession(socketPath: socket, client: "test")
                    return nil
                } catch {
                    return error
                }
            }
            #expect(refusal?.code == .unknownUser)
            #expect(refusal?.arguments["user"] == PeerIdentity.userName(of: getuid()))
            #expect(refusal?.arguments["admins"] == "somebody-else")
        }
    }

    @Test func anotherVersionIsRefused() async throws {
        try await Rig.run { rig in
            let codes = try await refusals(
                of: Hello(client: "test", wantsEvents: false, version: wireVersion + 1), rig)
            #expect(codes == [.versionMismatch])
        }
    }

    @Test func nothingIsAnsweredBeforeTheHello() async throws {
        try await Rig.run { rig in
            let codes = try await refusals(of: ListPeople(), rig)
            #expect(codes == [.badRequest])
        }
    }

    @Test func goodbyeComesBeforeTheEnd() async throws {
        let seen = Mutex<[PushedEvent]>([])
        try await Rig.run { rig in
            let group = rig.group
            let socket = rig.socket
            let (greeted, signal) = AsyncStream<Void>.makeStream()
            async let events = blocking {
                let session = try CoreSession(
                    connection: try CoreConnection(path: socket), client: "test",
                    wantsEvents: true, asUser: "somebody-else")
                signal.finish()
                return try session.takeEvents(waitingMilliseconds: 20_000)
            }
            for await _ in greeted {}
            await group.triggerGracefulShutdown()
            let heard = try await events
            seen.withLock { $0 = heard }
        }
        #expect(seen.withLock { $0 }.contains(.goodbye(reason: "shutdown")))
    }

    /// A spelling program that takes its time keeps nothing else on the connection waiting.
    @Test func whatWaitsForAProgramIsAnsweredBesideTheOthers() async throws {
        let gate = SpellingGate()
        var ports = DeskPorts()
        ports.spelling = gate
        try await Rig.run(ports: ports) { rig in
            let ticket = try await rig.ticket()
            let socket = rig.socket
            let order = try await blocking { () -> [Int] in
                // However it ends, the core can end too.
                defer { gate.open() }
                let connection = try CoreConnection(path: socket)
                _ = try CoreSession(
                    connection: connection, client: "test", asUser: "somebody-else")
                let slow = try connection.send(
                    CheckSpelling(ticket: ticket, text: "Rechnugn", language: "de"))
                let quick = try connection.send(ListPeople())
                var order = Self.answers(connection).compactMap(\.answered)
                gate.open()
                if !order.contains(slow) {
                    order += Self.answers(connection).compactMap(\.answered)
                }
                return order.map { $0 == slow ? 1 : $0 == quick ? 2 : 0 }
            }
            #expect(order == [2, 1])
        }
    }

    /// The call would last half a minute and more: nobody hears its answer any more.
    @Test(.timeLimit(.minutes(1))) func aCallUnderWayIsGivenUpWhenTheCoreStops() async throws {
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let wasGivenUp = Mutex(false)
        let lint: Desk.LintText = { _, _ in
            begin.finish()
            for _ in 0..<3000 where !Task.isCancelled { usleep(10_000) }
            wasGivenUp.withLock { $0 = Task.isCancelled }
            return []
        }
        try await Rig.run(lint: lint) { rig in
            let ticket = try await rig.ticket()
            let socket = rig.socket
            async let refusal = blocking { () -> DeskError? in
                do throws(DeskError) {
                    let session = try CoreSession(
                        connection: try CoreConnection(path: socket), client: "test",
                        wantsEvents: false, asUser: "somebody-else")
                    _ = try session.call(LintReply(ticket: ticket, text: "Hello"))
                    return nil
                } catch {
                    return error
                }
            }
            for await _ in begun {}
            await rig.group.triggerGracefulShutdown()
            #expect(try await refusal != nil)
        }
        #expect(wasGivenUp.withLock { $0 })
    }

    /// The codes of the errors that a line gets as its answer.
    private func refusals(of call: some RemoteCall, _ rig: Rig) async throws
        -> [DeskError.Code]
    {
        let socket = rig.socket
        return try await blocking {
            let connection = try CoreConnection(path: socket)
            _ = try connection.send(call)
            return Self.answers(connection).compactMap {
                if case .failure(_, let error) = $0 { error.code } else { nil }
            }
        }
    }

    // Waits for the socket until something has come, at most half a minute.
    private static func answers(_ connection: CoreConnection) -> [Incoming] {
        for _ in 0..<120 {
            var entry = pollfd(fd: connection.descriptor, events: Int16(POLLIN), revents: 0)
            _ = Glibc.poll(&entry, 1, 250)
            let incoming = connection.drain()
            if !incoming.isEmpty { return incoming }
        }
        return []
    }
}

extension Incoming {
    /// The call that it answers.
    fileprivate var answered: Int? {
        switch self {
        case .reply(let id, _): id
        case .failure(let id, _): id
        default: nil
        }
    }
}

/// Knows nothing, and says so once somebody opens it.
private final class SpellingGate: SpellingChecker {
    let dictionaries: Set<String> = ["de_DE"]
    private let opened = AsyncStream<Void>.makeStream()

    func open() { opened.continuation.finish() }

    func guesses(_ words: [String], in dictionary: String) async -> [String: [String]] {
        for await _ in opened.stream {}
        return [:]
    }
}

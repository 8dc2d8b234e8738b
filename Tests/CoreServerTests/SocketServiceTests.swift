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

    static func run(_ body: @Sendable (Rig) async throws -> Void) async throws {
        var template = Array("/tmp/deskhand-socket-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        let folder = String(cString: made)
        defer { rmdir(folder) }
        let desk = try await Desk.open(
            database: try DeskDatabase.inMemory(),
            settings: DeskSettings(admins: ["somebody-else"]), ports: DeskPorts(),
            digestKey: [UInt8](repeating: 7, count: 32), logger: Logger(label: "test"))
        let (ready, signal) = AsyncStream<Void>.makeStream()
        let service = SocketService(
            desk: desk, path: folder + "/core.sock", logger: Logger(label: "test"),
            ready: { signal.finish() })
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: service)], logger: Logger(label: "t")))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in ready {}
            try await body(Rig(folder: folder, group: group, socket: folder + "/core.sock"))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(access(folder + "/core.sock", F_OK) != 0)
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

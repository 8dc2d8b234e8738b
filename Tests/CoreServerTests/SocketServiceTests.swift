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
            logger: Logger(label: "test"))
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
            #expect {
                _ = try CoreSession(socketPath: rig.socket, client: "test")
            } throws: { error in
                let refusal = error as? DeskError
                return refusal?.code == .unknownUser
                    && refusal?.arguments["user"] == PeerIdentity.userName(of: getuid())
                    && refusal?.arguments["admins"] == "somebody-else"
            }
        }
    }

    @Test func anotherVersionIsRefused() async throws {
        try await Rig.run { rig in
            let connection = try CoreConnection(path: rig.socket)
            let id = try connection.send(
                Hello(client: "test", wantsEvents: false, version: wireVersion + 1))
            let answers = poll(connection)
            #expect(
                answers.contains {
                    if case .failure(id, let error) = $0 { error.code == .versionMismatch } else {
                        false
                    }
                })
        }
    }

    @Test func nothingIsAnsweredBeforeTheHello() async throws {
        try await Rig.run { rig in
            let connection = try CoreConnection(path: rig.socket)
            _ = try connection.send(ListPeople())
            #expect(
                poll(connection).contains {
                    if case .failure(_, let error) = $0 { error.code == .badRequest } else { false }
                })
        }
    }

    @Test func goodbyeComesBeforeTheEnd() async throws {
        let seen = Mutex<[PushedEvent]>([])
        try await Rig.run { rig in
            let session = try CoreSession(
                connection: try CoreConnection(path: rig.socket), client: "test",
                wantsEvents: true, asUser: "somebody-else")
            await rig.group.triggerGracefulShutdown()
            let events = try session.takeEvents(waitingMilliseconds: 5000)
            seen.withLock { $0 = events }
        }
        #expect(seen.withLock { $0 }.contains(.goodbye(reason: "shutdown")))
    }

    // Waits for the socket, at most five seconds, until something has come.
    private func poll(_ connection: CoreConnection) -> [Incoming] {
        for _ in 0..<20 {
            var entry = pollfd(fd: connection.descriptor, events: Int16(POLLIN), revents: 0)
            _ = Glibc.poll(&entry, 1, 250)
            let incoming = connection.drain()
            if !incoming.isEmpty { return incoming }
        }
        return []
    }
}

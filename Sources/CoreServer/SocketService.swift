package import Core
import Glibc
import HelpDesk
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import SwiftExtensions

/// Serves the desk on a Unix socket until a graceful shutdown: says goodbye to every client, lets
/// running calls end, and removes the socket. The caller holds the data folder's lock, so a socket
/// file that lies there already belongs to nobody.
package struct SocketService: Service {
    private let desk: Desk
    private let path: String
    private let logger: Logger
    private let ready: @Sendable () -> Void
    private let count = ConnectionCount()

    /// `ready` is called once clients can connect.
    package init(
        desk: Desk, path: String, logger: Logger, ready: @escaping @Sendable () -> Void = {}
    ) {
        self.desk = desk
        self.path = path
        self.logger = logger
        self.ready = ready
    }

    package func run() async throws {
        try prepareFolder()
        let server = try await bind()
        // Anybody on the machine may knock: the kernel says who it is, and the desk decides.
        guard chmod(path, 0o666) == 0 else { throw FileFailure("chmod", path) }
        logger.info("listening", metadata: ["socket": "\(path)"])
        ready()
        try await withGracefulShutdownHandler {
            try await serve(server)
        } onGracefulShutdown: {
            server.channel.close(promise: nil)
        }
        unlink(path)
    }

    private func bind() async throws -> NIOAsyncChannel<ChannelAndPeer, Never> {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) { channel in
                PeerIdentity.of(channel).flatMapThrowing { peer in
                    ChannelAndPeer(
                        channel: try NIOAsyncChannel(wrappingChannelSynchronously: channel),
                        peer: peer)
                }
            }
    }

    private func serve(_ server: NIOAsyncChannel<ChannelAndPeer, Never>) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            try await server.executeThenClose { clients in
                for try await client in clients {
                    let uid = client.peer.uid
                    guard count.admit(uid, isTrusted: uid == 0 || uid == geteuid()) else {
                        logger.warning("too many connections", metadata: ["uid": "\(uid)"])
                        client.channel.channel.close(promise: nil)
                        group.addTask { await drop(client.channel) }
                        continue
                    }
                    group.addTask {
                        await Connection(desk: desk, peer: client.peer, logger: logger)
                            .run(client.channel)
                        count.release(uid)
                    }
                }
            }
        }
    }

    // An async channel must be taken up even when it is only to be closed.
    private func drop(_ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
        try? await channel.executeThenClose { _, _ in }
    }

    private func prepareFolder() throws {
        let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        guard !folder.isEmpty, (try? FileStatus(path: String(folder))) == nil else { return }
        guard mkdir(String(folder), 0o755) == 0 else { throw FileFailure("mkdir", String(folder)) }
    }
}

private struct ChannelAndPeer: Sendable {
    var channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    var peer: PeerIdentity
}

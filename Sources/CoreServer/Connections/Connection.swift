import Core
import Glibc
import HelpDesk
import Logging
import NIOCore
import ServiceLifecycle
import Wire

/// One client from its hello to its end. Frames are read and answered in order by one task, so a
/// draft saved before a send is also handled before it; the few calls that wait for a platform or
/// a program, or walk the whole record, run beside it and answer when they are ready.
struct Connection: Sendable {
    private static let longCalls: Set<String> = [
        ShowOrder.method, CheckRecord.method, VerifyRecord.method, VerifyDesk.method,
        CheckSpelling.method, TranslateMessage.method, TranslateDraft.method,
    ]

    /// A stranger may not sit on a descriptor for ever.
    private static let helloWithin = TimeAmount.seconds(10)
    private static let goodbyeWithin = TimeAmount.seconds(3)
    /// A hello is short; only a greeted client may send long frames.
    private static let longestHello = 16 << 10

    let desk: Desk
    let peer: PeerIdentity
    let logger: Logger

    func run(_ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
        let hangUp: @Sendable () -> Void = { channel.channel.close(promise: nil) }
        let outlet = Outlet(overrun: hangUp)
        let loop = channel.channel.eventLoop
        let deadline = loop.scheduleTask(in: Self.helloWithin, hangUp)
        do {
            try await channel.executeThenClose { inbound, outbound in
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await write(outlet, to: outbound)
                        // Ends the reader too, whether or not the client hangs up after a goodbye.
                        channel.channel.close(promise: nil)
                    }
                    let (stop, stopper) = AsyncStream<Void>.makeStream()
                    let session = await withGracefulShutdownHandler {
                        await read(inbound, outlet: outlet, until: stop) { deadline.cancel() }
                    } onGracefulShutdown: {
                        sayGoodbye(outlet)
                        // A client that does not read, or a call that takes its time, would
                        // otherwise hold the whole core up.
                        _ = loop.scheduleTask(in: Self.goodbyeWithin) {
                            hangUp()
                            stopper.finish()
                        }
                    }
                    await session?.end()
                    outlet.finish()
                    await group.waitForAll()
                }
            }
        } catch {
            // A client may vanish at any time; its next connection tells the whole story.
            logger.debug("connection ended", metadata: ["error": "\(type(of: error))"])
        }
    }

    private func sayGoodbye(_ outlet: Outlet) {
        if let line = try? WireCodec.line(EventFrame(.goodbye(reason: "shutdown"))) {
            outlet.send(line)
        }
        outlet.finish()
    }

    private func write(_ outlet: Outlet, to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>)
        async
    {
        for await line in outlet.lines {
            do { try await outbound.write(ByteBuffer(bytes: line)) } catch { break }
            outlet.written(line.count)
        }
        outbound.finish()
    }

    /// Reads and answers until the client is gone or `stop` ends; calls that are still under way
    /// then are given up, since nobody hears their answers. Returns who was greeted.
    private func read(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, outlet: Outlet,
        until stop: AsyncStream<Void>, greeted: @escaping @Sendable () -> Void
    ) async -> Session? {
        await withTaskGroup(of: Session?.self) { group in
            group.addTask { await read(inbound, outlet: outlet, greeted: greeted) }
            group.addTask {
                for await _ in stop {}
                return nil
            }
            var session: Session?
            while let ended = await group.next() {
                session = ended ?? session
                group.cancelAll()
            }
            return session
        }
    }

    private func read(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, outlet: Outlet,
        greeted: @Sendable () -> Void
    ) async -> Session? {
        var splitter = LineSplitter(limit: Self.longestHello)
        var session: Session?
        // Answered calls are let go of at once; a connection lives for a whole shift.
        await withDiscardingTaskGroup { slow in
            do {
                reading: for try await buffer in inbound {
                    for line in try splitter.append(buffer.readableBytesView) {
                        guard let running = session else {
                            session = await greet(line, outlet: outlet)
                            if session == nil { break reading }
                            greeted()
                            splitter.limit = longestFrame
                            continue
                        }
                        if Self.isLong(line) {
                            slow.addTask { await running.answer(line) }
                        } else {
                            await running.answer(line)
                        }
                    }
                }
            } catch let error as DeskError {
                outlet.send(Self.errorLine(id: nil, error))
            } catch {
                logger.debug("read ended", metadata: ["error": "\(type(of: error))"])
            }
            slow.cancelAll()
        }
        return session
    }

    /// Answers the first line. Nil when the caller was refused and the connection must close.
    private func greet(_ line: [UInt8], outlet: Outlet) async -> Session? {
        var id: Int?
        do {
            let head = try WireCodec.read(FrameHead.self, from: line)
            id = head.id
            guard head.method == Hello.method else {
                throw DeskError(.badRequest, ["method": Hello.method], detail: "hello comes first")
            }
            let hello = try WireCodec.read(ParamsFrame<Hello>.self, from: line).params
            let user = try actingUser(hello)
            let name = desk.newSessionName(by: user == peer.unixUser ? nil : peer.unixUser)
            let reply = try await desk.hello(
                hello, unixUser: user, peerUser: peer.unixUser, session: name)
            outlet.send(try WireCodec.line(ResultFrame(id: id, result: reply)))
            return Session(
                desk: desk, me: reply.me, outlet: outlet, name: name, origin: hello.origin,
                wantsEvents: hello.wantsEvents)
        } catch let error as DeskError {
            logger.notice(
                "client refused",
                metadata: ["uid": "\(peer.uid)", "code": "\(error.code)"])
            outlet.send(Self.errorLine(id: id, error))
        } catch {
            logger.error("hello failed", metadata: ["error": "\(type(of: error))"])
            outlet.send(Self.errorLine(id: id, DeskError(.internalError)))
        }
        return nil
    }

    // Root can become any user anyway, and the core's own account owns the data.
    private func actingUser(_ hello: Hello) throws -> String {
        guard let wanted = hello.asUser, wanted != peer.unixUser else { return peer.unixUser }
        guard peer.uid == 0 || peer.uid == geteuid() else { throw DeskError(.notAllowed) }
        logger.notice(
            "acting for another user", metadata: ["uid": "\(peer.uid)", "user": "\(wanted)"])
        return wanted
    }

    private static func isLong(_ line: [UInt8]) -> Bool {
        guard let head = try? WireCodec.read(FrameHead.self, from: line), let method = head.method
        else { return false }
        return longCalls.contains(method)
    }

    static func errorLine(id: Int?, _ error: DeskError) -> [UInt8] {
        (try? WireCodec.line(ErrorFrame(id: id, error: error))) ?? []
    }
}

/// A greeted client: its principal and its subscription.
private struct Session: Sendable {
    let desk: Desk
    let me: Principal
    let outlet: Outlet
    private let name: String
    private let origin: String?
    private let subscription: SubscriptionID?

    init(
        desk: Desk, me: Principal, outlet: Outlet, name: String, origin: String?,
        wantsEvents: Bool
    ) {
        self.desk = desk
        self.origin = origin
        self.me = me
        self.outlet = outlet
        self.name = name
        // An event that cannot be written is left out; the next one brings the same row anew.
        subscription =
            wantsEvents
            ? desk.subscribe(as: me) { event in
                if let line = try? WireCodec.line(EventFrame(event), for: desk.rights(of: me)) {
                    outlet.send(line)
                }
            } : nil
    }

    func answer(_ line: [UInt8]) async {
        outlet.send(await desk.answer(line: line, as: me, session: name))
    }

    func end() async {
        desk.leaveTickets(session: name)
        guard let subscription else { return }
        desk.unsubscribe(subscription)
        await desk.noteSignOut(of: me, origin: origin)
    }
}

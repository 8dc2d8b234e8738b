import NIOCore
import NIOPosix
import Synchronization

/// A pretend mail server on this machine: takes mail by SMTP, delivers nothing, and can fail on
/// command. Safe to use from anywhere.
package final class MailSink: Sendable {
    private struct State {
        var mails: [SunkMail] = []
        var faults: [MailSinkFault] = []
        var chances = SinkFaultPlan.none
        var connections = 0
        var channel: (any Channel)?
        var listener: Task<Void, Never>?
    }

    private let settings: MailSinkSettings
    private let state = Mutex(State())
    private let onMail: @Sendable (SunkMail) async -> Void
    private let (taken, handOver) = AsyncStream<SunkMail>.makeStream()

    /// `onMail` gets each mail that was taken, one after the other.
    package init(
        _ settings: MailSinkSettings = MailSinkSettings(),
        onMail: @escaping @Sendable (SunkMail) async -> Void = { _ in }
    ) {
        self.settings = settings
        self.onMail = onMail
    }

    /// Every mail taken so far, oldest first.
    package var mails: [SunkMail] { state.withLock { $0.mails } }

    /// How many connections there have been.
    package var connectionCount: Int { state.withLock { $0.connections } }

    /// Lets the next `times` occasions fail.
    package func inject(_ fault: MailSinkFault, times: Int = 1) {
        state.withLock { $0.faults += Array(repeating: fault, count: max(0, times)) }
    }

    /// From now on connections meet faults by chance, or none.
    package func befall(_ plan: SinkFaultPlan) {
        state.withLock { $0.chances = plan }
    }

    /// Listens on a free loopback port, which is returned.
    package func start() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(connection())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let listener = Task { [taken, onMail] in
            for await mail in taken { await onMail(mail) }
        }
        state.withLock { state in
            state.channel = channel
            state.listener = listener
        }
        guard let port = channel.localAddress?.port else { throw ChannelError.unknownLocalAddress }
        return port
    }

    /// Closes the port and waits until every mail has been handed over. A sink starts once.
    /// Open connections end by themselves.
    package func stop() async {
        let (channel, listener) = state.withLock { state in
            defer {
                state.channel = nil
                state.listener = nil
            }
            return (state.channel, state.listener)
        }
        // A port that is closed already is as closed as it should be.
        try? await channel?.close().get()
        handOver.finish()
        await listener?.value
    }

    private func connection() -> SmtpHandler {
        let chance = state.withLock { state in
            state.connections += 1
            return state.chances.sample()
        }
        let pace = chance?.pause != nil ? chance : takeFault { $0.pause != nil }
        let own = Mutex(chance)
        let dialogue = SmtpDialogue(settings: settings) { [self] point in
            let drawn = own.withLock { fault in
                fault?.strikes(at: point) == true ? fault.take() : nil
            }
            return drawn ?? takeFault { $0.strikes(at: point) }
        }
        return SmtpHandler(dialogue: dialogue, pace: pace?.pause ?? .zero) { [self] mail in
            state.withLock { $0.mails.append(mail) }
            handOver.yield(mail)
        }
    }

    private func takeFault(_ fits: (MailSinkFault) -> Bool) -> MailSinkFault? {
        state.withLock { state in
            state.faults.firstIndex(where: fits).map { state.faults.remove(at: $0) }
        }
    }
}

extension MailSinkFault {
    fileprivate func strikes(at point: SmtpDialogue.FaultPoint) -> Bool {
        switch (self, point) {
        case (.refuseRecipient, .recipient), (.deferRecipient, .recipient),
            (.refuseLogin, .login), (.dropBeforeEnd, .textStart), (.dropAfterEnd, .textEnd),
            (.refuseData, .textEnd):
            true
        default: false
        }
    }

    fileprivate var pause: Duration? {
        if case .slow(let pause) = self { pause } else { nil }
    }
}

import NIOCore
import SwiftExtensions

/// Carries bytes between a connection and its dialogue.
final class SmtpHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var dialogue: SmtpDialogue
    private let pace: TimeAmount
    private let onMail: (SunkMail) -> Void
    /// When the last answer goes out; slow answers keep their order.
    private var busyUntil: NIODeadline = .now()

    init(dialogue: SmtpDialogue, pace: Duration, onMail: @escaping (SunkMail) -> Void) {
        self.dialogue = dialogue
        self.pace = .milliseconds(pace.wholeMilliseconds)
        self.onMail = onMail
    }

    func channelActive(context: ChannelHandlerContext) {
        flush(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        dialogue.receive(unwrapInboundIn(data).readableBytesView)
        flush(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func flush(_ context: ChannelHandlerContext) {
        for output in dialogue.takeOutputs() {
            switch output {
            case .mail(let mail): onMail(mail)
            case .reply(let text):
                inTurn(context) { handler, context in
                    let buffer = context.channel.allocator.buffer(string: text + "\r\n")
                    context.writeAndFlush(handler.wrapOutboundOut(buffer), promise: nil)
                }
            case .close:
                inTurn(context) { _, context in context.close(promise: nil) }
            }
        }
    }

    private func inTurn(
        _ context: ChannelHandlerContext,
        _ act: @escaping (SmtpHandler, ChannelHandlerContext) -> Void
    ) {
        guard pace > .zero else { return act(self, context) }
        let loopBound = NIOLoopBound((self, context, act), eventLoop: context.eventLoop)
        busyUntil = max(busyUntil, .now()) + pace
        context.eventLoop.scheduleTask(deadline: busyUntil) {
            let (handler, context, act) = loopBound.value
            act(handler, context)
        }
    }
}

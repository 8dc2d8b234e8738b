import Glibc
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Does to the connection what no answer can do: resets it, or dates the answer by the pretend
/// platform's clock, which is not the machine's. Two private headers ask for it; they never leave.
final class LineTrouble: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    static let reset = "x-pretend-reset"
    static let date = "x-pretend-date"

    private struct ConnectionWasReset: Error {}

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        guard case .head(var head) = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        let fields = head.headerFields
        if fields.contains(where: { $0.name.canonicalName == Self.reset }) {
            promise?.fail(ConnectionWasReset())
            // Without lingering the other side gets a reset instead of an orderly end.
            if let socket = context.channel as? any SocketOptionProvider {
                socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in }
            }
            return context.close(promise: nil)
        }
        if let skewed = fields.first(where: { $0.name.canonicalName == Self.date }) {
            head.headerFields[.date] = skewed.value
            head.headerFields[skewed.name] = nil
        }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}

import CLinuxShims
import Glibc
import HelpDesk
import NIOCore

/// Who is at the other end of a Unix socket, on the kernel's word.
struct PeerIdentity: Hashable, Sendable {
    var uid: UInt32
    var unixUser: String

    /// Asks the kernel for the peer of a connected Unix socket (unix(7), SO_PEERCRED). Fails for
    /// sockets of another family, whose peers the kernel does not know.
    static func of(_ channel: any Channel) -> EventLoopFuture<PeerIdentity> {
        guard case .unixDomainSocket? = channel.localAddress?.protocol.asFamily,
            let provider = channel as? any SocketOptionProvider
        else {
            return channel.eventLoop.makeFailedFuture(DeskError(.notAllowed, detail: "no peer"))
        }
        let answer: EventLoopFuture<desk_peer> = provider.unsafeGetSocketOption(
            level: .socket, name: .init(rawValue: desk_so_peercred()))
        return answer.map { PeerIdentity(uid: $0.uid, unixUser: userName(of: $0.uid)) }
    }

    /// The login name of a user, or `#uid` where the system knows none.
    static func userName(of uid: UInt32) -> String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16 << 10)
        guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil,
            let name = entry.pw_name
        else { return "#\(uid)" }
        return String(cString: name)
    }
}

private enum SocketFamily { case unixDomainSocket, other }

extension NIOBSDSocket.ProtocolFamily {
    fileprivate var asFamily: SocketFamily { self == .unix ? .unixDomainSocket : .other }
}

import CEtPan
import Glibc

/// How a wait for news of the mailbox ended.
package enum IdleOutcome: Hashable, Sendable {
    /// The server said something; look for new mail.
    case news
    case timedOut
    case stopped
}

extension ImapSession {
    /// Waits until the server reports something (RFC 2177). Keep `timeout` below 29 minutes: after
    /// 30 a server may hang up.
    package func idle(timeout: Duration) throws(ImapError) -> IdleOutcome {
        let imap = try connected()
        try check(mailimap_idle(imap), otherwise: .protocolError, "IDLE was refused")
        guard let stream = imap.pointee.imap_stream, let low = mailstream_get_low(stream) else {
            throw ImapError(.network, "not connected")
        }
        let hasMore = stream.pointee.read_buffer_len > 0
        let wake = hasMore ? .ready : stop.wait(for: mailstream_low_get_fd(low), timeout: timeout)
        if wake == .stopped { return .stopped }
        try check(mailimap_idle_done(imap), otherwise: .protocolError, "IDLE was refused")
        return wake == .ready ? .news : .timedOut
    }
}

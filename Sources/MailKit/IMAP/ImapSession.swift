import CEtPan
import CLinuxShims
import Glibc
import SwiftExtensions

/// One connection to an IMAP server, by libetpan. Its methods block: use it from one thread of its
/// own. Mailboxes are opened read-only and mails are peeked at, so nothing ever changes on the
/// server.
package final class ImapSession {
    let server: MailServer
    let timeout: Duration
    let stop: StopSignal
    var imap: UnsafeMutablePointer<mailimap>?

    /// `timeout` bounds each wait for the server. `stop` breaks any wait from another thread.
    package init(
        server: MailServer, timeout: Duration = .seconds(60), stop: StopSignal = StopSignal()
    ) {
        self.server = server
        self.timeout = timeout
        self.stop = stop
        BlockingThread.ignoreBrokenPipes()
    }

    deinit {
        disconnect()
    }

    /// Connects, takes up TLS as the server's security asks, and checks the certificate.
    package func connect() throws(ImapError) {
        guard let imap = mailimap_new(0, nil) else { throw ImapError(.network, "out of memory") }
        self.imap = imap
        mailimap_set_timeout(imap, MailStream.seconds(timeout))
        do {
            let stream = try MailStream.open(server, timeout: timeout, stop: stop)
            try greet(imap, stream)
        } catch let failure as MailStream.Failure {
            throw imapError(failure)
        } catch let failure as ImapError {
            throw failure
        } catch {
            throw ImapError(.network)
        }
        if server.security == .startTLS { try startTLS(imap) }
    }

    /// Proves who we are: XOAUTH2 for tokens; LOGIN for passwords, or AUTHENTICATE PLAIN where the
    /// server has switched LOGIN off.
    package func authenticate(_ credentials: MailCredentials) throws(ImapError) {
        let imap = try connected()
        guard credentials.isSpeakable else {
            throw ImapError(.authentication, "user or secret holds characters no server accepts")
        }
        let result =
            switch credentials {
            case .oauth2(let user, let token):
                mailimap_oauth2_authenticate(imap, user, token.value)
            case .password(let user, let secret):
                isCapable(of: "LOGINDISABLED")
                    ? mailimap_authenticate(
                        imap, "PLAIN", server.host, nil, nil, user, user, secret.value, nil)
                    : mailimap_login(imap, user, secret.value)
            }
        guard result != MAILIMAP_NO_ERROR else { return }
        throw error(result, otherwise: .authentication, "the server refused user or secret")
    }

    /// Opens a mailbox read-only.
    package func examine(_ mailbox: String) throws(ImapError) -> ImapMailboxState {
        let imap = try connected()
        try check(
            mailimap_examine(imap, mailbox), otherwise: .mailboxMissing,
            "the mailbox cannot be opened")
        guard let info = imap.pointee.imap_selection_info?.pointee, info.sel_uidvalidity > 0 else {
            throw ImapError(.protocolError, "the server gives no UIDVALIDITY")
        }
        return ImapMailboxState(
            uidValidity: info.sel_uidvalidity,
            uidNext: info.sel_uidnext > 0 ? info.sel_uidnext : nil, exists: info.sel_exists)
    }

    /// Whether the server names this capability, asking it once per call when it has not yet.
    package func isCapable(of name: String) -> Bool {
        guard let imap else { return false }
        if imap.pointee.imap_connection_info?.pointee.imap_capability == nil { askCapabilities() }
        return mailimap_has_extension(imap, name) != 0
    }

    /// Asks the server what it can do; the answer may change after TLS and after login.
    package func askCapabilities() {
        guard let imap else { return }
        var data: UnsafeMutablePointer<mailimap_capability_data>?
        guard mailimap_capability(imap, &data) == MAILIMAP_NO_ERROR, let data else { return }
        mailimap_capability_data_free(data)
    }

    /// Keeps the connection alive and lets the server report.
    package func noop() throws(ImapError) {
        try check(mailimap_noop(try connected()), otherwise: .protocolError, "NOOP was refused")
    }

    /// Says goodbye and closes.
    package func logout() {
        guard let imap else { return }
        mailimap_logout(imap)
        disconnect()
    }

    /// Closes without a word.
    func disconnect() {
        guard let imap else { return }
        self.imap = nil
        if let stream = imap.pointee.imap_stream, let low = mailstream_get_low(stream) {
            shutdown(mailstream_low_get_fd(low), CInt(SHUT_RDWR))  // or freeing waits for LOGOUT
        }
        stop.release()
        mailimap_free(imap)
    }
}

extension ImapSession {
    func connected() throws(ImapError) -> UnsafeMutablePointer<mailimap> {
        guard !stop.isFired else { throw ImapError(.stopped) }
        guard let imap, imap.pointee.imap_stream != nil else {
            throw ImapError(.network, "not connected")
        }
        return imap
    }

    func check(_ code: CInt, otherwise kind: ImapError.Kind, _ detail: String) throws(ImapError) {
        if code != MAILIMAP_NO_ERROR { throw error(code, otherwise: kind, detail) }
    }

    /// What a code of libetpan means; `kind` when the server answered and refused.
    func error(_ code: CInt, otherwise kind: ImapError.Kind, _ detail: String) -> ImapError {
        if stop.isFired { return ImapError(.stopped) }
        switch Int(code) {
        case MAILIMAP_ERROR_STREAM, MAILIMAP_ERROR_CONNECTION_REFUSED:
            return ImapError(.network, "the connection broke")
        case MAILIMAP_ERROR_PARSE, MAILIMAP_ERROR_FATAL, MAILIMAP_ERROR_PROTOCOL:
            // An answer cut off by a dying server reads as a broken one.
            if isHungUp { return ImapError(.network, "the server hung up") }
            return ImapError(.protocolError, "the server's answer could not be read")
        case MAILIMAP_ERROR_SSL: return ImapError(.network, "the TLS handshake failed")
        default:
            let isCutOff = kind == .protocolError && isHungUp
            return isCutOff ? ImapError(.network, "the server hung up") : ImapError(kind, detail)
        }
    }

    /// Whether the other side has closed the connection.
    private var isHungUp: Bool {
        guard let stream = imap?.pointee.imap_stream, let low = mailstream_get_low(stream) else {
            return true
        }
        // The last words of a dying server may be here before the end of its connection is.
        var wait = pollfd(
            fd: mailstream_low_get_fd(low), events: desk_pollrdhup(), revents: 0)
        return poll(&wait, 1, 500) != 0
    }

    private func imapError(_ failure: MailStream.Failure) -> ImapError {
        if stop.isFired { return ImapError(.stopped) }
        return switch failure.kind {
        case .network: ImapError(.network, failure.detail)
        case .certificate: ImapError(.certificate, failure.detail)
        case .insecure: ImapError(.insecure, failure.detail)
        }
    }

    private func greet(
        _ imap: UnsafeMutablePointer<mailimap>, _ stream: UnsafeMutablePointer<mailstream>
    ) throws(ImapError) {
        let result = mailimap_connect(imap, stream)
        switch Int(result) {
        case MAILIMAP_NO_ERROR_NON_AUTHENTICATED, MAILIMAP_NO_ERROR: return
        case MAILIMAP_NO_ERROR_AUTHENTICATED:
            // A stranger in the middle greets so to keep us from asking for TLS.
            throw ImapError(.insecure, "the server skips the login")
        default: throw error(result, otherwise: .network, "the server does not greet")
        }
    }

    private func startTLS(_ imap: UnsafeMutablePointer<mailimap>) throws(ImapError) {
        guard let stream = imap.pointee.imap_stream, let low = mailstream_get_low(stream) else {
            throw ImapError(.network, "not connected")
        }
        MailStream.makeBlocking(mailstream_low_get_fd(low))
        MailStream.prepareTLS()
        let result = MailStream.withServerName(server) {
            mailimap_socket_starttls_with_callback(imap, $0, $1)
        }
        try check(result, otherwise: .insecure, "the server does not offer TLS")
        guard stream.pointee.read_buffer_len == 0 else {
            throw ImapError(.insecure, "words were slipped in before TLS")
        }
        if let objection = CertificateCheck.objection(to: stream, of: server) {
            throw ImapError(.certificate, objection)
        }
        askCapabilities()
    }
}

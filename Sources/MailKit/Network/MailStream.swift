import CEtPan
import Glibc

/// Opens the byte streams on which libetpan speaks its protocols.
enum MailStream {
    struct Failure: Error {
        enum Kind { case network, certificate, insecure }
        var kind: Kind
        var detail: String
    }

    /// A stream to the server, encrypted and checked when its security is `tls`. The caller hands
    /// it to libetpan, which closes it.
    static func open(_ server: MailServer, timeout: Duration, stop: StopSignal) throws(Failure)
        -> UnsafeMutablePointer<mailstream>
    {
        if server.security == .plain, !server.isLoopback {
            throw Failure(kind: .insecure, detail: "without TLS only loopback is allowed")
        }
        let socket: CInt
        do {
            socket = try TCPConnection.open(server, timeout: timeout, stop: stop)
        } catch {
            throw Failure(kind: .network, detail: error.detail)
        }
        stop.guardSocket(socket)
        let stream =
            server.security == .tls
            ? encrypted(socket, server, timeout)
            : mailstream_socket_open_timeout(socket, seconds(timeout))
        guard let stream else {
            stop.release()
            close(socket)
            throw Failure(kind: .network, detail: "the TLS handshake failed")
        }
        guard server.security == .tls else { return stream }
        if let objection = CertificateCheck.objection(to: stream, of: server) {
            stop.release()
            mailstream_close(stream)
            throw Failure(kind: .certificate, detail: objection)
        }
        return stream
    }

    /// libetpan takes GnuTLS down once per closed stream; each stream therefore brings it up once.
    static func prepareTLS() {
        gnutls_global_init()
    }

    /// The TLS handshake of libetpan wants a socket that waits.
    static func makeBlocking(_ socket: CInt) {
        let flags = fcntl(socket, F_GETFL)
        if flags >= 0 { _ = fcntl(socket, F_SETFL, flags & ~O_NONBLOCK) }
    }

    static func seconds(_ duration: Duration) -> time_t {
        time_t(max(1, duration.components.seconds))
    }

    private static func encrypted(_ socket: CInt, _ server: MailServer, _ timeout: Duration)
        -> UnsafeMutablePointer<mailstream>?
    {
        prepareTLS()
        return withServerName(server) { callback, context in
            mailstream_ssl_open_with_callback_timeout(socket, seconds(timeout), callback, context)
        }
    }

    typealias NameCallback = @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> Void

    /// Gives libetpan the call by which it learns which server name to ask for (RFC 6066).
    static func withServerName<Result>(
        _ server: MailServer, _ body: (NameCallback, UnsafeMutableRawPointer?) -> Result
    ) -> Result {
        var name = server.isNumeric ? [] : Array(server.host.utf8CString)
        return name.withUnsafeMutableBufferPointer { buffer in
            body(
                { context, name in
                    guard let context, let name else { return }
                    mailstream_ssl_set_server_name(
                        context, name.assumingMemoryBound(to: CChar.self))
                }, buffer.isEmpty ? nil : UnsafeMutableRawPointer(buffer.baseAddress))
        }
    }
}

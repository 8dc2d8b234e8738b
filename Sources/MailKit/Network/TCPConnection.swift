import Glibc

/// A connected TCP socket, made within a bounded time.
enum TCPConnection {
    /// Why there is no connection; the words carry no personal data.
    struct Failure: Error {
        var detail: String
    }

    /// The descriptor of a blocking, connected socket; the caller closes it.
    static func open(_ server: MailServer, timeout: Duration, stop: StopSignal) throws(Failure)
        -> CInt
    {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        hints.ai_flags = CInt(AI_ADDRCONFIG)
        if server.isNumeric { hints.ai_flags = AI_NUMERICHOST }
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(server.host, String(server.port), &hints, &list)
        guard status == 0, let list else {
            throw Failure(detail: "name: \(String(cString: gai_strerror(status)))")
        }
        defer { freeaddrinfo(list) }
        var reason = "no address"
        var entry: UnsafeMutablePointer<addrinfo>? = list
        while let address = entry {
            switch connect(address.pointee, timeout: timeout, stop: stop) {
            case .success(let socket): return socket
            case .failure(let failure): reason = failure.detail
            }
            entry = address.pointee.ai_next
        }
        throw Failure(detail: reason)
    }

    private static func connect(_ address: addrinfo, timeout: Duration, stop: StopSignal)
        -> Result<CInt, Failure>
    {
        let type = address.ai_socktype | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.ai_family, type, address.ai_protocol)
        guard descriptor >= 0 else { return .failure(Failure(detail: words(errno))) }
        let problem = finish(descriptor, address, timeout, stop)
        guard problem == 0 else {
            close(descriptor)
            return .failure(Failure(detail: words(problem)))
        }
        sendAtOnce(descriptor)
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
        return .success(descriptor)
    }

    /// Commands are short and each waits for its answer: held back until the other side has
    /// acknowledged the text before it, the final dot of a mail alone would cost 40 ms.
    private static func sendAtOnce(_ descriptor: CInt) {
        var isOn: CInt = 1
        let length = socklen_t(MemoryLayout<CInt>.size)
        _ = setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &isOn, length)
    }

    /// 0 when connected, else the error number.
    private static func finish(
        _ descriptor: CInt, _ address: addrinfo, _ timeout: Duration, _ stop: StopSignal
    ) -> CInt {
        if Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return 0 }
        guard errno == EINPROGRESS else { return errno }
        switch stop.wait(for: descriptor, events: CInt(POLLOUT), timeout: timeout) {
        case .stopped: return ECANCELED
        case .timedOut: return ETIMEDOUT
        case .ready: break
        }
        var problem: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &problem, &length) == 0 else {
            return errno
        }
        return problem
    }

    private static func words(_ number: CInt) -> String {
        String(cString: strerror(number))
    }
}

import Glibc
package import HelpDesk
package import Wire

/// A conversation with the core for a command line: each call waits for its answer.
package final class CoreSession {
    private let connection: CoreConnection
    private let timeoutMilliseconds: Int32
    /// Events that came between answers, oldest first; at most 1000 are kept.
    private var events: [PushedEvent] = []
    private var end: DeskError?
    package private(set) var hello: Hello.Reply

    /// Connects and says hello. Throws `coreUnreachable`, `versionMismatch` or `unknownUser`.
    package convenience init(
        socketPath: String, client: String, wantsEvents: Bool = false,
        timeoutMilliseconds: Int32 = 30_000
    ) throws(DeskError) {
        try self.init(
            connection: CoreConnection(descriptor: try UnixSocket.connect(path: socketPath)),
            client: client,
            wantsEvents: wantsEvents, timeoutMilliseconds: timeoutMilliseconds)
    }

    /// Says hello on a connection that stands already.
    package init(
        connection: CoreConnection, client: String, wantsEvents: Bool = false,
        timeoutMilliseconds: Int32 = 30_000, asUser: String? = nil
    ) throws(DeskError) {
        self.connection = connection
        self.timeoutMilliseconds = timeoutMilliseconds
        var early: [PushedEvent] = []
        hello = try Self.exchange(
            Hello(
                client: client, wantsEvents: wantsEvents, asUser: asUser,
                origin: TerminalOrigin.current), connection,
            timeoutMilliseconds,
            &early)
        events = early
    }

    /// Asks and waits. Throws the core's refusal, or `coreUnreachable` when no answer comes in time.
    /// `within` is for calls that take long by their nature, in milliseconds.
    package func call<Call: RemoteCall>(
        _ call: Call, within limit: Int32? = nil
    ) throws(DeskError) -> Call.Reply {
        try Self.exchange(call, connection, limit ?? timeoutMilliseconds, &events)
    }

    /// Events that arrived since the last time; waits up to `milliseconds` for the first.
    package func takeEvents(waitingMilliseconds milliseconds: Int32 = 0) throws(DeskError)
        -> [PushedEvent]
    {
        if events.isEmpty, end == nil {
            Self.wait(connection, milliseconds)
            for item in connection.drain() {
                if case .event(let event) = item { events.append(event) }
                if case .closed(let error) = item { end = error }
            }
        }
        // What came before the end is handed out first: a goodbye says why it ended.
        if events.isEmpty, let end { throw end }
        defer { events = [] }
        return events
    }

    private static func exchange<Call: RemoteCall>(
        _ call: Call, _ connection: CoreConnection, _ timeout: Int32,
        _ events: inout [PushedEvent]
    ) throws(DeskError) -> Call.Reply {
        let id = try connection.send(call)
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(Int64(timeout))
        while clock.now < end {
            wait(connection, 250)
            for item in connection.drain() {
                switch item {
                case .reply(id, let line): return try Incoming.decode(line, for: Call.self)
                case .failure(id, let error): throw error
                case .event(let event): if events.count < 1000 { events.append(event) }
                case .closed(let error): throw error
                case .reply, .failure: break
                }
            }
        }
        throw UnixSocket.unreachable("no answer in time")
    }

    private static func wait(_ connection: CoreConnection, _ milliseconds: Int32) {
        var entry = pollfd(
            fd: connection.descriptor,
            events: Int16(POLLIN | (connection.wantsWrite ? POLLOUT : 0)), revents: 0)
        _ = poll(&entry, 1, milliseconds)
    }
}

import SwiftExtensions

/// The feed's thread.
struct ImapFeedRun {
    let configuration: ImapFeed.Configuration
    let stop: StopSignal
    var cursor: ImapCursor?
    let rescanFrom: @Sendable () -> Timestamp
    let random: @Sendable (ClosedRange<Double>) -> Double
    /// False when nobody listens any more.
    let report: (ImapFeed.Event) -> Bool
    private var policy = ReconnectPolicy()

    init(
        configuration: ImapFeed.Configuration, stop: StopSignal, cursor: ImapCursor?,
        rescanFrom: @escaping @Sendable () -> Timestamp,
        random: @escaping @Sendable (ClosedRange<Double>) -> Double,
        report: @escaping (ImapFeed.Event) -> Bool
    ) {
        self.configuration = configuration
        self.stop = stop
        self.cursor = cursor
        self.rescanFrom = rescanFrom
        self.random = random
        self.report = report
    }

    mutating func run() {
        while !stop.isFired {
            let problem = follow()
            if stop.isFired || problem.kind == .stopped { return }
            let wait = policy.failed(problem.kind, random: random)
            guard report(.failed(problem, retryAfter: wait)) else { return }
            if stop.wait(timeout: wait) == .stopped { return }
        }
    }

    /// One connection, until it fails.
    private mutating func follow() -> ImapError {
        let session = ImapSession(
            server: configuration.server, timeout: configuration.timeout, stop: stop)
        defer { session.disconnect() }
        do throws(ImapError) {
            try open(session)
            let state = try session.examine(configuration.mailbox)
            try tell(.connected)
            policy.succeeded()
            if cursor?.uidValidity != state.uidValidity { try rescan(session, state) }
            while true {
                try catchUp(session)
                try wait(session)
            }
        } catch {
            return error
        }
    }

    private func open(_ session: ImapSession) throws(ImapError) {
        try session.connect()
        let credentials: MailCredentials
        do {
            credentials = try configuration.credentials()
        } catch {
            throw ImapError(.authentication, "no credentials are at hand")
        }
        try session.authenticate(credentials)
        session.askCapabilities()
    }

    private mutating func rescan(_ session: ImapSession, _ state: ImapMailboxState)
        throws(ImapError)
    {
        try tell(.rescanning(uidValidity: state.uidValidity))
        let uids = try session.search(since: rescanFrom())
        // What lies before the first of them is older than asked for and counts as read.
        let before = uids.first.map { $0 - 1 } ?? (state.uidNext ?? 1) - 1
        cursor = ImapCursor(uidValidity: state.uidValidity, lastUID: before)
        try hand(over: uids, session)
    }

    private mutating func catchUp(_ session: ImapSession) throws(ImapError) {
        guard let cursor else { throw ImapError(.protocolError, "no cursor") }
        try hand(over: try session.search(after: cursor.lastUID), session)
        if let cursor = self.cursor { try tell(.caughtUp(cursor)) }
    }

    private mutating func hand(over uids: [UInt32], _ session: ImapSession) throws(ImapError) {
        guard var position = cursor else { return }
        for start in stride(from: 0, to: uids.count, by: 500) {
            let page = Array(uids[start...].prefix(500))
            let summaries = try session.complete(
                try session.summaries(of: page), of: page
            ) { uid throws(ImapError) in try session.summaries(of: [uid]) }
            for batch in FetchBatch.plan(summaries, limit: configuration.mailBytes) {
                let mails = try session.complete(
                    try session.fetch(batch), of: batch.mails.map(\.uid)
                ) { uid throws(ImapError) in
                    try session.fetch(
                        FetchBatch(
                            mails: batch.mails.filter { $0.uid == uid }, cutAt: batch.cutAt))
                }
                position.lastUID = batch.mails.last?.uid ?? position.lastUID
                try tell(.mails(mails, cursor: position))
                cursor = position
            }
        }
        if let last = uids.last { cursor?.lastUID = max(position.lastUID, last) }
    }

    private func wait(_ session: ImapSession) throws(ImapError) {
        if session.isCapable(of: "IDLE") {
            if try session.idle(timeout: configuration.idle) == .stopped {
                throw ImapError(.stopped)
            }
        } else {
            if stop.wait(timeout: configuration.pollEvery) == .stopped { throw ImapError(.stopped) }
            try session.noop()
        }
    }

    private func tell(_ event: ImapFeed.Event) throws(ImapError) {
        guard report(event) else { throw ImapError(.stopped) }
    }
}

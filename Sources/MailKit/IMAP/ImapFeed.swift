package import SwiftExtensions

/// Reads one mailbox for good: connects, catches up from a cursor, waits for news, and connects
/// again after failures. It runs on a thread of its own; `next` hands its events over one by one,
/// and the next mails are fetched only when the last were taken.
package final class ImapFeed: Sendable {
    package struct Configuration: Sendable {
        package var server: MailServer
        /// Asked before each login, since tokens expire.
        package var credentials: @Sendable () throws -> MailCredentials
        package var mailbox: String
        /// Longest IDLE.
        package var idle: Duration
        /// Wait between looks where the server has no IDLE.
        package var pollEvery: Duration
        /// Longest wait for one answer.
        package var timeout: Duration
        package var mailBytes: Int

        package init(
            server: MailServer, credentials: @escaping @Sendable () throws -> MailCredentials,
            mailbox: String = "INBOX", idle: Duration = .minutes(9),
            pollEvery: Duration = .seconds(60), timeout: Duration = .seconds(60),
            mailBytes: Int = 64 << 20
        ) {
            self.server = server
            self.credentials = credentials
            self.mailbox = mailbox
            self.idle = idle
            self.pollEvery = pollEvery
            self.timeout = timeout
            self.mailBytes = mailBytes
        }
    }

    package enum Event: Sendable, Hashable {
        /// Logged in, mailbox open.
        case connected
        /// Mails in order of UID, and the cursor to keep once they are stored.
        case mails([ImapMail], cursor: ImapCursor)
        /// The mailbox has a new UIDVALIDITY, or there was no cursor: mails since the rescan date
        /// follow, some of which may be known.
        case rescanning(uidValidity: UInt32)
        /// Everything up to here was handed over; also the sign of life after each look.
        case caughtUp(ImapCursor)
        case failed(ImapError, retryAfter: Duration)
    }

    private let channel = Rendezvous<Event>()
    private let stopSignal = StopSignal()

    /// Starts reading behind `cursor`; without one, from `rescanFrom`, which is asked anew at each
    /// rescan.
    package init(
        _ configuration: Configuration, cursor: ImapCursor?,
        rescanFrom: @escaping @Sendable () -> Timestamp,
        random: @escaping @Sendable (ClosedRange<Double>) -> Double
    ) {
        let (channel, signal) = (channel, stopSignal)
        BlockingThread.start("imap") {
            var run = ImapFeedRun(
                configuration: configuration, stop: signal, cursor: cursor,
                rescanFrom: rescanFrom, random: random, report: channel.put)
            run.run()
            channel.close()
        }
    }

    deinit {
        stop()
    }

    /// The next event; nil after `stop`, or when the waiting task is cancelled.
    package func next() async -> Event? {
        await channel.take()
    }

    /// Ends the feed; a blocked connection is broken.
    package func stop() {
        stopSignal.fire()
        channel.close()
    }
}

package import ChannelAmazon
package import HelpDesk
package import MailKit
package import SwiftExtensions

/// The desk's doors to the world. Tests put their own behind them.
package struct DeskPorts: Sendable {
    /// Where typed messages, review requests and shipments go.
    package var dispatches: [StoreID: any DispatchPlatform] = [:]
    package var mailboxes: [MailboxName: MailboxPort]
    package var orders: [StoreID: any OrderPlatform]
    /// Where the stores' accounts are asked about.
    package var accounts: [StoreID: any AccountPlatform] = [:]
    /// The queue of the platform's notifications; nil when there is none.
    package var notifications: (any NotificationSource)?
    /// The rates of the platform's calls, kept over restarts; nil when nothing limits.
    package var limiter: CallLimiter?
    /// Calls on their way into the sync log; nil when nothing is called.
    package var journal: CallJournal?
    /// Where copies of checkpoints go; nil when there is no second place.
    package var checkpointCopies: CheckpointCopies?
    /// What translates; nil when nothing does.
    package var translation: (any TranslationEngine)?
    /// What proposes answers; nil when nothing does.
    package var drafting: (any DraftEngine)?
    /// Drafts that one person may ask for in an hour.
    package var draftsPerHour = 30
    /// What knows how words are spelled; nil when nothing does.
    package var spelling: (any SpellingChecker)?
    /// The network for tokens; nil when nothing needs any.
    var network: NetworkTransport?

    package init(
        mailboxes: [MailboxName: MailboxPort] = [:], orders: [StoreID: any OrderPlatform] = [:],
        accounts: [StoreID: any AccountPlatform] = [:],
        notifications: (any NotificationSource)? = nil, limiter: CallLimiter? = nil
    ) {
        self.mailboxes = mailboxes
        self.orders = orders
        self.accounts = accounts
        self.notifications = notifications
        self.limiter = limiter
    }
}

/// One mailbox: what comes in and what goes out.
package struct MailboxPort: Sendable {
    /// The approved sender; nil when the mailbox only receives.
    package var from: String?
    package var sender: (any MailSender)?
    package var feed: (any MailFeed)?
    /// Names of the servers whose Authentication-Results count; where empty, no pass proves anything.
    package var resultServers: [String] = []
    /// Before this instant mail is history; nil for a day before the mailbox's first run.
    package var goLive: Timestamp?

    /// What must be fresh before the mailbox can be opened.
    var login: MailLogin?

    package init(from: String?, sender: (any MailSender)?, feed: (any MailFeed)?) {
        self.init(from: from, sender: sender, feed: feed, login: nil)
    }

    init(
        from: String?, sender: (any MailSender)?, feed: (any MailFeed)?, login: MailLogin?
    ) {
        self.from = from
        self.sender = sender
        self.feed = feed
        self.login = login
    }
}

/// A mail as it was fetched, nothing understood yet.
package struct FetchedMail: Sendable, Hashable {
    /// Where it lay; unique in its mailbox.
    package var origin: String
    package var bytes: [UInt8]

    package init(origin: String, bytes: [UInt8]) {
        self.origin = origin
        self.bytes = bytes
    }
}

/// What a feed needs to go on where it stopped.
package struct FeedStart: Sendable {
    /// The cursor of the last stored batch, in the feed's own form.
    package var cursor: String?
    /// How far to look back when the cursor does not help.
    package var rescanFrom: Timestamp
    /// What came before is never read, for feeds without a cursor.
    package var oldest: Timestamp
    /// Those of the places whose mails are in the database already.
    package var known: @Sendable (_ origins: [String]) async throws -> Set<String>

    package init(
        cursor: String?, rescanFrom: Timestamp, oldest: Timestamp = Timestamp(milliseconds: 0),
        known: @escaping @Sendable (_ origins: [String]) async throws -> Set<String>
    ) {
        self.cursor = cursor
        self.rescanFrom = rescanFrom
        self.oldest = oldest
        self.known = known
    }
}

package enum MailFeedEvent: Sendable {
    case connected
    /// A batch and the cursor to store with it, in one transaction.
    case mails([FetchedMail], cursor: String?)
    /// Everything that was there has been handed over.
    case caughtUp
    /// The source failed; the feed tries again by itself.
    case failed(SyncFailure)
}

/// A source of mails. The next batch is fetched only when the handler has returned, so a handler
/// that stores is never overrun.
package protocol MailFeed: Sendable {
    /// Feeds until the task is cancelled or the handler throws; throws what the handler threw.
    func run(
        from start: FeedStart, _ handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws
}

/// Where a store's orders come from.
package protocol OrderPlatform: Sendable {
    func searchOrders(_ search: OrderSearch) async throws(SyncFailure) -> PulledPage
    func order(_ id: OrderID) async throws(SyncFailure) -> PulledAnswer
    /// Platform's ids of the store's marketplaces, for searches.
    var marketplaceIDs: [String] { get }
    /// Requests made so far and how many of them were throttled.
    var callCounts: (requests: Int, throttled: Int) { get }
    /// The time in which the platform grants one search more; zero when nothing limits.
    var searchInterval: Duration { get }
    /// How far the platform's clock is ahead of ours.
    var clockOffset: Duration { get }
}

extension OrderPlatform {
    package var searchInterval: Duration { .zero }
    package var clockOffset: Duration { .zero }
}

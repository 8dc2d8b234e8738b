import Compliance
import Core
import HelpDesk
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

/// A small team with two stores, a database in memory and a clock that stands still.
struct World: Sendable {
    static let start = Timestamp(milliseconds: 1_772_791_800_000)  // 2026-03-06T10:10:00Z
    static let europe: StoreID = "nova-eu"
    static let america: StoreID = "nova-us"

    let database: DeskDatabase
    let desk: Desk
    let clock: VirtualClock
    let sender: FakeSender
    let feed: FakeFeed
    /// The American mailbox, where `make` was asked for one.
    let usFeed: FakeFeed
    let orders: ScriptedOrders
    let rules: ExtraRules
    let ana: Principal
    let ben: Principal
    let mia: Principal
    let sue: Principal
    let ops: Principal

    /// With `earlier` the desk stands up again on what an earlier one left, around it the same.
    static func make(
        database: DeskDatabase? = nil, settings: DeskSettings = settings,
        at start: Timestamp = start, seed: UInt64 = 1,
        goLive: Timestamp? = Timestamp(milliseconds: 0), hasUSFeed: Bool = false,
        notifications: (any NotificationSource)? = nil,
        translation: (any TranslationEngine)? = FakeTranslation(),
        drafting: (any DraftEngine)? = nil,
        spelling: (any SpellingChecker)? = nil,
        after earlier: World? = nil, commitGate: @escaping Desk.CommitGate = {}
    ) async throws -> World {
        let database = try database ?? earlier?.database ?? .inMemory()
        let clock = earlier?.clock ?? VirtualClock(start: start)
        let sender = earlier?.sender ?? FakeSender()
        let (feed, usFeed) = (earlier?.feed ?? FakeFeed(), earlier?.usFeed ?? FakeFeed())
        let orders = earlier?.orders ?? ScriptedOrders()
        let rules = earlier?.rules ?? ExtraRules()
        var europeMail = MailboxPort(from: "desk@desk.example", sender: sender, feed: feed)
        europeMail.resultServers = ["mx.desk.example"]
        europeMail.goLive = goLive
        var ports = DeskPorts(
            mailboxes: [
                "desk-eu": europeMail,
                "desk-us": MailboxPort(
                    from: "us@desk.example", sender: sender, feed: hasUSFeed ? usFeed : nil),
            ], orders: [europe: orders], notifications: notifications)
        ports.translation = translation
        ports.drafting = drafting
        ports.spelling = spelling
        let desk = try await Desk.open(
            database: database, settings: settings, ports: ports,
            digestKey: Array(repeating: 7, count: 32), clock: clock,
            random: DeskRandom(seed: seed), lintText: { rules.lint($0, $1) },
            commitGate: commitGate)
        return World(
            database: database, desk: desk, clock: clock, sender: sender, feed: feed,
            usFeed: usFeed, orders: orders, rules: rules,
            ana: try await desk.principal(unixUser: "ana"),
            ben: try await desk.principal(unixUser: "ben"),
            mia: try await desk.principal(unixUser: "mia"),
            sue: try await desk.principal(unixUser: "sue"),
            ops: try await desk.principal(unixUser: "ops"))
    }

    static let settings = DeskSettings(
        stores: [
            StoreProfile(
                id: europe, channel: "amazon", sellerID: "A1NOVAEXAMPLE", region: "eu",
                marketplaces: ["UK", "DE", "FR", "IT", "ES"], mailbox: "desk-eu",
                address: "desk+nova@desk.example"),
            StoreProfile(
                id: america, channel: "amazon", sellerID: "A2NOVAEXAMPLE", region: "na",
                marketplaces: ["US"], mailbox: "desk-us", address: "us@desk.example"),
        ], admins: ["ops"],
        people: [
            person("ana", .agent, .only([europe])), person("ben", .agent, .only([europe])),
            person("mia", .agent, .only([america])), person("sue", .supervisor, .all),
        ],
        templates: [
            TemplateRecord(
                key: "late.de", title: "Lieferung verspätet", language: "de",
                category: .whereIsMyOrder,
                body:
                    "{{buyer.greeting}}\n\nIhre Bestellung {{order.id}} kommt am {{order.deliver_by}}.",
                version: 1),
            TemplateRecord(
                key: "late.en", title: "Delivery is late", language: "en",
                category: .whereIsMyOrder, body: "Hello, it comes soon.", version: 1),
        ])

    static func person(_ user: String, _ role: Role, _ scope: StoreScope) -> PersonSeed {
        PersonSeed(
            unixUser: user, displayName: user.prefix(1).uppercased() + user.dropFirst(), role: role,
            scope: scope)
    }
}

/// The real linter, and rules that a test adds while a reply waits.
final class ExtraRules: Sendable {
    private let words = Mutex<[(word: String, severity: Severity)]>([])

    func add(_ word: String, _ severity: Severity) {
        words.withLock { $0.append((word, severity)) }
    }

    func lint(_ text: String, _ context: LintContext) -> [Finding] {
        let extra = words.withLock { $0 }.filter { text.contains($0.word) }.map {
            Finding(
                rule: "T-\($0.word)", category: "other", severity: $0.severity, start: 0, end: 0,
                text: $0.word)
        }
        return Linter.lint(text, context: context) + extra
    }
}

extension World {
    /// Takes mails in, each as its own batch.
    @discardableResult
    func receive(_ mails: [UInt8]...) async throws -> IntakeCounts {
        try await receive(together: mails)
    }

    /// Takes mails in as one batch of the European mailbox.
    @discardableResult
    func receive(together mails: [[UInt8]]) async throws -> IntakeCounts {
        let first = try await database.read { try $0.lastSequence().rawValue }
        let fetched = mails.enumerated().map { index, bytes in
            FetchedMail(origin: "o\(first)-\(index)", bytes: bytes)
        }
        feed.put(.mails(fetched, cursor: "{\"at\":\(first)}"), .caughtUp)
        let summary = try await desk.syncOnce(mailbox: "desk-eu")
        return summary
    }

    /// A buyer's question an hour ago, on a new ticket.
    @discardableResult
    func question(
        _ text: String = "Wo bleibt mein Paket?", from mails: RelayMails = RelayMails(),
        at time: Timestamp? = nil
    ) async throws -> TicketID {
        let before = try await tickets().map(\.id)
        try await receive(mails.buyer(text, at: time ?? clock.now - .hours(1)))
        let after = try await tickets().map(\.id)
        return try #require(after.first { !before.contains($0) } ?? after.first)
    }

    func tickets() async throws -> [Ticket] {
        try await desk.perform(ListTickets(queue: .all, limit: 500), as: sue).rows.map(\.ticket)
    }

    func ticket(_ id: TicketID) async throws -> Ticket {
        try #require(await database.read { try $0.ticket(id) })
    }

    func debts(_ ticket: TicketID) async throws -> [Debt] {
        try await database.read { try $0.debts(of: ticket) }
    }

    func messages(_ ticket: TicketID) async throws -> [Message] {
        try await database.read { try $0.messages(of: ticket) }
    }

    func outboxItem(_ id: OutboxID) async throws -> OutboxItem {
        try #require(await database.read { try $0.outboxItem(id) })
    }

    /// Queues an answer to all that stands in the thread.
    func send(
        _ text: String = "Ihr Paket kommt morgen an.", on ticket: TicketID,
        as author: Principal? = nil, then state: TicketState = .pending
    ) async throws -> SendReply.Reply {
        let basis = try await self.ticket(ticket).lastItem
        return try await desk.perform(
            SendReply(ticket: ticket, basis: basis, text: text, stateAfter: state),
            as: author ?? ana)
    }

    /// Queues an answer and lets it leave.
    func answer(
        _ text: String = "Ihr Paket kommt morgen an.", on ticket: TicketID,
        then state: TicketState = .pending
    ) async throws -> OutboxItem {
        let item = try #require(try await send(text, on: ticket, then: state).item)
        clock.advance(by: .seconds(15))
        _ = try await desk.runDue()
        return try await outboxItem(item.id)
    }

    /// Moves the clock in steps, carrying out what falls due on the way.
    func pass(_ duration: Duration) async throws {
        let end = clock.now + duration
        while let next = try await desk.runDue(), next <= end {
            clock.advance(to: max(next, clock.now + .milliseconds(1)))
        }
        clock.advance(to: end)
        _ = try await desk.runDue()
    }

    /// An act of two people, with both: the lead asks, the administrator approves.
    @discardableResult
    func approved<Call: DeskCall>(
        _ call: Call, as caller: Principal? = nil, by second: Principal? = nil
    ) async throws -> Call.Reply {
        try await approve(call, as: caller, by: second)
        return try await desk.perform(call, as: caller ?? sue)
    }

    /// Asks for an act of two people and has it approved; it is the caller's turn again.
    func approve(
        _ call: some DeskCall, as caller: Principal? = nil, by second: Principal? = nil
    ) async throws {
        do {
            _ = try await desk.perform(call, as: caller ?? sue)
            Issue.record("Nobody else was asked.")
        } catch let error as DeskError where error.code == .secondPerson {
            let request = try #require(error.arguments["request"].flatMap(Int64.init))
            _ = try await desk.perform(
                SettleRequest(
                    request: GuardedRequestID(request), isApproved: true, reason: "read it"),
                as: second ?? ops)
        }
    }

    /// The rows are the fold of the record, and the file is sound.
    func checkRecord(_ location: SourceLocation = #_sourceLocation) async throws {
        let report = try await database.rebuild()
        #expect(report.differences == [:], sourceLocation: location)
        #expect(try database.checkIntegrity() == [], sourceLocation: location)
    }
}

extension SendReply.Reply {
    var item: OutboxItem? {
        switch self {
        case .queued(let view), .held(let view): view.item
        case .blocked, .unconfirmed, .stale, .answered: nil
        }
    }
}

/// The code of the error that `body` throws; a failure of the test when it throws none.
func code(
    of body: () async throws -> Void, _ location: SourceLocation = #_sourceLocation
) async -> DeskError.Code? {
    do {
        try await body()
        Issue.record("No error was thrown.", sourceLocation: location)
        return nil
    } catch let error as DeskError {
        return error.code
    } catch {
        Issue.record("\(error)", sourceLocation: location)
        return nil
    }
}

import ChannelAmazon
package import Compliance
package import HelpDesk
package import Logging
package import Store
import SwiftExtensions

/// The desk's engine: every use case, every long-lived service and the rights around them. Callers
/// hold one for the life of the process; whatever lasts longer stands in the database.
package final class Desk: Sendable {
    /// The linter, as a value so that a test can change the rules under a waiting reply.
    package typealias LintText = @Sendable (_ text: String, _ context: LintContext) -> [Finding]

    /// Asked at the end of every transaction; what it throws undoes the transaction.
    package typealias CommitGate = @Sendable () throws -> Void

    package let database: DeskDatabase
    package let settings: DeskSettings
    package let clock: any DeskClock
    let ports: DeskPorts
    let random: DeskRandom
    let unsettledDispatches = UnsettledDispatches()
    let offerBook = OfferBook()
    let dispatchBells = DispatchBells()
    let digests: DeskDigests
    let logger: Logger
    let reader: RelayMailReader
    let lintText: LintText
    let lintShelf: LintShelf
    let commitGate: CommitGate
    let people: PeopleInMemory
    let sessions = SessionsInMemory()
    let looks = LooksInMemory()
    let wordings = WordingShelf()
    let categories = CategoryMind()
    let drafts = DraftShelf()
    let translations = TranslationWaits()
    let bus: EventBus
    let bells: DeskBells
    let progress = DeskProgress()
    let turns = Turns()
    let unsettledSends = UnsettledSends()
    let gates: StoreGates
    let sight: BlindSight
    let fileGrants = FileGrants()
    let fileUploads = FileUploads()
    let shelf = PolicyShelf()
    let presence: PresenceBook
    let loads = LoadShelf()
    let forecasts = ForecastShelf()
    let onTickets = TicketPresenceBook()

    private init(
        database: DeskDatabase, settings: DeskSettings, ports: DeskPorts, clock: any DeskClock,
        random: DeskRandom, digests: DeskDigests, logger: Logger, reader: RelayMailReader,
        lintText: LintText?, commitGate: @escaping CommitGate
    ) {
        self.database = database
        self.settings = settings
        self.ports = ports
        self.clock = clock
        self.random = random
        self.digests = digests
        self.logger = logger
        self.reader = reader
        let shelf = LintShelf(folder: settings.lintRules)
        lintShelf = shelf
        self.lintText = lintText ?? { Linter.lint($0, context: $1, rules: shelf.book) }
        self.commitGate = commitGate
        presence = PresenceBook(openedAt: clock.now)
        people = PeopleInMemory(admins: settings.admins)
        gates = StoreGates(random: random)
        sight = BlindSight(settings: settings, ports: ports, openedAt: clock.now)
        bus = EventBus(database: database, clock: clock, people: people, sight: sight)
        bells = DeskBells(
            mailboxes: Array(ports.mailboxes.keys), stores: Array(ports.orders.keys),
            accounts: Array(ports.accounts.keys))
    }

    /// Opens a desk on its database: applies the settings, marks what a crash left in the air, and
    /// listens to commits. Nothing runs in the background before `run()`.
    /// `digestKey` is secret to the installation and must never change.
    package static func open(
        database: DeskDatabase, settings: DeskSettings, ports: DeskPorts = DeskPorts(),
        digestKey: [UInt8], clock: any DeskClock = SystemClock(), random: DeskRandom = .system,
        logger: Logger = Logger(label: "desk"),
        lintText: LintText? = nil,
        commitGate: @escaping CommitGate = {}
    ) async throws -> Desk {
        let desk = Desk(
            database: database, settings: settings, ports: ports, clock: clock, random: random,
            digests: DeskDigests(key: digestKey), logger: logger,
            reader: try RelayMailReader.standard(), lintText: lintText, commitGate: commitGate)
        try await desk.applySettings()
        desk.people.remember(try await database.read { try $0.roleVersions() })
        try await desk.recoverFromCrash()
        _ = try await desk.refreshLintRules()
        try await desk.loadCategoryModel()
        try await database.sweepFiles()
        try await desk.failUnsendable()
        try await desk.startMissingClocks()
        try await database.fileForSearch()
        desk.listen()
        return desk
    }

    private func listen() {
        database.observe { [dispatchBells] in dispatchBells.note($0) }
        database.observe { [bus, people, bells] records in
            people.note(records)
            bells.note(records)
            bus.note(records)
        }
    }
}

extension Desk {
    /// One transaction for a person's act.
    func act<T: Sendable>(
        as caller: Principal, _ body: @Sendable (WriteTransaction) throws -> T
    ) async throws -> T {
        try await database.write(
            as: .person(caller.person), from: CallOrigin.current, at: clock.now
        ) { transaction in
            let result = try body(transaction)
            try transaction.refusePersonalReasons(ownAddresses: ownAddresses)
            try ReasonDoor.refusePhones(in: transaction)
            try ClockKeeper(desk: self, transaction: transaction).keepTouched()
            try commitGate()
            return result
        }
    }

    /// One transaction for a part of the core.
    @discardableResult
    func act<T: Sendable>(
        service: ServiceName, _ body: @Sendable (WriteTransaction) throws -> T
    ) async throws -> T {
        try await database.write(as: .service(service.rawValue), at: clock.now) { transaction in
            let result = try body(transaction)
            try ClockKeeper(desk: self, transaction: transaction).keepTouched()
            try commitGate()
            return result
        }
    }

    /// `act` for what must be written down even while the task is being cancelled.
    func actUncancelled<T>(
        service: ServiceName, _ body: (WriteTransaction) throws -> T
    ) throws -> T {
        try database.writeSync(as: .service(service.rawValue), at: clock.now) { transaction in
            let result = try body(transaction)
            try ClockKeeper(desk: self, transaction: transaction).keepTouched()
            try commitGate()
            return result
        }
    }
}

import ArgumentParser
import Core
import HelpDesk
import Store
import SwiftExtensions

/// Measures the sweep of clocks: what a tick costs with nothing due, and how many debts a second are
/// told when all are due at once, events, rows and notices included.
struct BenchSweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sweep")

    @Option(help: "How many debts are owed.") var debts: Int = 20_000
    @Option(help: "A new database file; none means memory.") var file: String?

    func run() async throws {
        let start = Timestamp(seconds: 1_772_900_000)
        let database: DeskDatabase =
            if let file {
                try DeskDatabase(path: file, key: .forTests)
            } else {
                try .inMemory()
            }
        try SweepFixture.fill(database, debts: debts, at: start)
        let clock = VirtualClock(start: start)
        let desk = try await Desk.open(
            database: database, settings: SweepFixture.settings,
            digestKey: Array(repeating: 1, count: 32), clock: clock)
        let measure = ContinuousClock()
        let idle = try await measure.measure {
            for _ in 0..<1000 { _ = try await desk.sweepClocks() }
        }
        print("nothing due, \(debts) clocks running: \(idle / 1000) a tick")
        for hours in [12, 18, 24] {
            clock.advance(to: start + .hours(Int64(hours)) + .minutes(59))
            var told = 0
            let processor = ProcessorTime()
            let time = try await measure.measure { told = try await desk.sweepClocks() }
            let rate = Int(Double(told) / (time / .seconds(1)))
            let each = processor.microseconds / Double(max(told, 1))
            print(
                "after \(hours) h: \(told) told in \(time), \(rate) a second,",
                "\((each * 10).rounded() / 10) µs of processor time each")
        }
        try database.close()
    }
}

/// Debts of one hour, one on each ticket, with an owner for every other one.
enum SweepFixture {
    static let store: StoreID = "scale-eu"

    static let settings = DeskSettings(
        stores: [
            StoreProfile(
                id: store, channel: "amazon", sellerID: "SELLER", region: "eu",
                marketplaces: ["DE"], mailbox: nil, address: nil)
        ], admins: ["ops"],
        people: [
            PersonSeed(unixUser: "ana", displayName: "Ana", role: .agent, scope: .all),
            PersonSeed(unixUser: "sue", displayName: "Sue", role: .supervisor, scope: .all),
        ])

    private static let batch = 2000

    /// Every so many tickets have an owner; none with 0.
    static func fill(
        _ database: DeskDatabase, debts: Int, ownedEvery step: Int64 = 2, at now: Timestamp
    ) throws {
        try database.writeSync(as: .service("scale"), at: now) { transaction in
            try transaction.record(.storeConfigured(settings.stores[0]))
            try transaction.record(
                .personSaved(
                    Person(
                        id: PersonID(1), unixUser: "ana", displayName: "Ana", role: .agent,
                        scope: .all)))
        }
        for first in stride(from: 1, through: debts, by: batch) {
            try database.writeSync(as: .service("scale"), at: now) { transaction in
                for number in first...min(first + batch - 1, debts) {
                    let isOwned = step > 0 && number.isMultiple(of: Int(step))
                    try add(
                        Int64(number), isOwned: isOwned, transaction,
                        now + .milliseconds(Int64(number) * 100))
                }
            }
        }
    }

    private static func add(
        _ number: Int64, isOwned: Bool, _ transaction: WriteTransaction, _ time: Timestamp
    ) throws {
        let ticket = TicketID(number)
        try transaction.record(
            .ticketOpened(
                TicketOpening(
                    id: ticket, store: store, marketplace: "DE", buyer: nil, order: nil,
                    language: "de", category: .whereIsMyOrder, openedAt: time)))
        if isOwned {
            try transaction.record(
                .ticketAssigned(
                    TicketAssignment(ticket: ticket, from: nil, to: PersonID(1), cause: .claim)))
        }
        let message = Message(
            id: MessageID(number), ticket: ticket, direction: .inbound, kind: .buyer,
            platformTime: time, storedAt: time)
        try transaction.record(.messageAdded(message))
        try transaction.record(
            .debtCreated(
                Debt.created(DebtID(number), by: message, store: store, isProvisional: false)))
    }
}

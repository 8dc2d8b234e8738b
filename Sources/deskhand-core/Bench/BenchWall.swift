import ArgumentParser
import Core
import HelpDesk
import Store
import SwiftExtensions
import Wire

/// Measures what a refresh of the wall costs, and a forecast, on a desk with so many open tickets of
/// 40 people in ten stores.
struct BenchWall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "wall")

    @Option(help: "How many tickets owe an answer.") var tickets: Int = 20_000
    @Option(help: "A new database file; none means memory.") var file: String?
    @Option(help: "How many refreshes.") var times: Int = 50

    func run() async throws {
        let start = Timestamp(seconds: 1_772_900_000)
        let database: DeskDatabase =
            if let file {
                try DeskDatabase(path: file, key: .forTests)
            } else {
                try .inMemory()
            }
        try WallBenchFixture.fill(database, tickets: tickets, at: start)
        let clock = VirtualClock(start: start)
        let desk = try await Desk.open(
            database: database, settings: WallBenchFixture.settings,
            digestKey: Array(repeating: 1, count: 32), clock: clock)
        let sue = try await desk.principal(unixUser: "sue")
        let measure = ContinuousClock()
        let cells = try await database.read { try $0.wallCells(scope: .all, at: start).count }
        print("\(tickets) tickets, \(cells) of store, marketplace, group and owner")
        for dimension in WallDimension.allCases {
            let time = try await measure.measure {
                for _ in 0..<times {
                    _ = try await desk.perform(ShowWall(by: dimension), as: sue)
                }
            }
            print("wall by \(dimension.rawValue): \(time / times) a refresh")
        }
        let counts = try await measure.measure {
            for _ in 0..<times {
                _ = try await database.read { try $0.wallCells(scope: .all, at: start) }
            }
        }
        print("of that the numbers: \(counts / times)")
        let list = ListTickets(
            queue: .all, limit: 50, wall: WallFilter(.person, key: "7", band: .now))
        let opening = try await measure.measure {
            for _ in 0..<times { _ = try await desk.perform(list, as: sue) }
        }
        print("tickets behind a number: \(opening / times)")
        var reply: ShowForecast.Reply?
        let forecast = try await measure.measure {
            reply = try await desk.perform(ShowForecast(hours: 24), as: sue)
        }
        let expected = reply.map { Int($0.forecast.expected.rounded()) } ?? 0
        print("forecast with its advice: \(forecast), \(expected) breaches expected")
        try database.close()
    }
}

/// Open tickets spread over stores, people and the day.
private enum WallBenchFixture {
    static let stores = (0..<10).map { StoreID("store-\($0)") }
    private static let agents = 40
    private static let batch = 2000

    static let settings = DeskSettings(
        stores: stores.map {
            StoreProfile(
                id: $0, channel: "amazon", sellerID: "SELLER-\($0)", region: "eu",
                marketplaces: ["DE", "FR", "IT"], mailbox: nil, address: nil)
        }, admins: ["ops"],
        people: (1...agents).map {
            PersonSeed(
                unixUser: "agent\($0)", displayName: "Agent \($0)", role: .agent, scope: .all)
        } + [PersonSeed(unixUser: "sue", displayName: "Sue", role: .supervisor, scope: .all)])

    static func fill(_ database: DeskDatabase, tickets: Int, at now: Timestamp) throws {
        try database.writeSync(as: .service("scale"), at: now) { transaction in
            for store in settings.stores { try transaction.record(.storeConfigured(store)) }
            for number in 1...agents {
                try transaction.record(
                    .personSaved(
                        Person(
                            id: PersonID(Int64(number)), unixUser: "agent\(number)",
                            displayName: "Agent \(number)", role: .agent, scope: .all)))
            }
        }
        for first in stride(from: 1, through: tickets, by: batch) {
            try database.writeSync(as: .service("scale"), at: now) { transaction in
                for number in first...min(first + batch - 1, tickets) {
                    try add(number, of: tickets, transaction, now)
                }
            }
        }
    }

    /// Every third ticket waits for somebody; the oldest message is 23 hours old.
    private static func add(
        _ number: Int, of count: Int, _ transaction: WriteTransaction, _ now: Timestamp
    ) throws {
        let ticket = TicketID(Int64(number))
        let time = now - .seconds(23 * 3600 * Int64(number) / Int64(count))
        let store = stores[number % stores.count]
        try transaction.record(
            .ticketOpened(
                TicketOpening(
                    id: ticket, store: store, marketplace: ["DE", "FR", "IT"][number % 3],
                    buyer: nil, order: nil, language: "de", category: .whereIsMyOrder,
                    openedAt: time)))
        if number % 3 != 0 {
            let owner = PersonID(Int64(number * 7 % agents + 1))
            try transaction.record(
                .ticketAssigned(
                    TicketAssignment(ticket: ticket, from: nil, to: owner, cause: .claim)))
        }
        let message = Message(
            id: MessageID(Int64(number)), ticket: ticket, direction: .inbound, kind: .buyer,
            platformTime: time, storedAt: time)
        try transaction.record(.messageAdded(message))
        try transaction.record(
            .debtCreated(
                Debt.created(
                    DebtID(Int64(number)), by: message, store: store, isProvisional: false)))
    }
}

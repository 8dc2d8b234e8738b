import ArgumentParser
import Core
import HelpDesk
import Store
import SwiftExtensions
import Wire

/// Measures routing: how many waiting tickets a second find their owner, events, rows, decision
/// records and timers included.
struct BenchRouting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "routing")

    @Option(help: "How many tickets wait.") var tickets: Int = 5000
    @Option(help: "How many people are available.") var agents: Int = 150
    @Option(help: "A new database file; none means memory.") var file: String?

    func run() async throws {
        let start = Timestamp(seconds: 1_772_900_000)
        for strategy in RoutingStrategy.allCases where strategy != .manual {
            let database: DeskDatabase =
                if let file {
                    try DeskDatabase(path: "\(file).\(strategy.rawValue)", key: .forTests)
                } else {
                    try .inMemory()
                }
            try SweepFixture.fill(database, debts: tickets, ownedEvery: 0, at: start)
            let clock = VirtualClock(start: start + .minutes(30))
            let desk = try await Desk.open(
                database: database, settings: SweepFixture.settings,
                digestKey: Array(repeating: 1, count: 32), clock: clock)
            try await staff(desk, strategy)
            let time = try await ContinuousClock().measure { _ = try await desk.runDue() }
            let owned = try await database.read { try $0.ownedCounts().map(\.count) }
            let count = owned.reduce(0, +)
            let rate = Int(Double(count) / (time / .seconds(1)))
            print("\(strategy.rawValue): \(count) routed in \(time), \(rate) a second")
            try database.close()
        }
    }

    private func staff(_ desk: Desk, _ strategy: RoutingStrategy) async throws {
        let admin = try await desk.principal(unixUser: "ops")
        var members: [PersonID] = []
        for number in 1...max(agents, 1) {
            let person = try await desk.perform(
                SavePerson(
                    unixUser: "bench\(number)", displayName: "Agent \(number)", role: .agent,
                    scope: .all), as: admin)
            members.append(person.id)
            _ = try await desk.perform(
                SaveProfile(
                    profile: AgentProfile(person: person.id, cap: 1000), version: 0,
                    reason: "bench"), as: admin)
            _ = try await desk.perform(SetPresence(presence: .available), as: person.principal)
        }
        let group = RoutingGroup(
            id: GroupID(0), name: "Bench", members: members, strategy: strategy)
        _ = try await desk.perform(
            SaveGroup(group: group, version: 0, reason: "bench"), as: admin)
    }
}

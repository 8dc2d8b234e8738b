import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct SyncStatus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How every store and kind stands, and what platforms still allow.",
        discussion: "Exit code 1 when a store is stopped or blind, or a job was given up.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only this store.") var store: String?

    func run() throws {
        let (reply, now) = try connection.ask(ShowSyncOverview(store: store.map { StoreID($0) }))
        if connection.json {
            print(try JSONText.line(document(reply, now)))
        } else {
            connection.printTable(lanes(reply.lanes, now), empty: EngineTerms.noStores)
            let budgets = budgets(reply.budgets).lines
            if !budgets.isEmpty { print("\n" + budgets.joined(separator: "\n")) }
        }
        if needsSomebody(reply) { throw ExitCode(1) }
    }

    private func needsSomebody(_ reply: ShowSyncOverview.Reply) -> Bool {
        reply.lanes.contains { $0.state == .parked || $0.blind != nil } || reply.counts.dead > 0
    }

    private func document(_ reply: ShowSyncOverview.Reply, _ now: Timestamp) -> JSONValue {
        [
            "lanes": .list(reply.lanes.map { JSONValue($0, now: now) }),
            "budgets": .list(reply.budgets.map { JSONValue($0) }),
            "counts": JSONValue(reply.counts), "ok": .bool(!needsSomebody(reply)),
        ]
    }

    private func lanes(_ lanes: [SyncLane], _ now: Timestamp) -> TextTable {
        let words = connection.words
        var table = TextTable(
            [
                EngineTerms.store, EngineTerms.kind, EngineTerms.state, EngineTerms.success,
                EngineTerms.lag, EngineTerms.queue, EngineTerms.next,
            ].map { words($0) })
        for lane in lanes {
            table.add(
                [
                    lane.store?.rawValue ?? "-", words(EngineWords.kind(lane.kind.rawValue)),
                    words(EngineWords.laneState(lane.state.rawValue)),
                    connection.age(lane.lastSuccess, now), connection.age(lane.seenThrough, now),
                    "\(lane.queued)", connection.wait(lane.nextRun, now),
                ], notes: notes(lane))
        }
        return table
    }

    private func notes(_ lane: SyncLane) -> [String] {
        let words = connection.words
        var notes = connection.notes(lane.trouble)
        if let blind = lane.blind {
            notes.append(
                words(
                    EngineTerms.blind(
                        since: blind.since.iso8601, expected: SyncFigures.short(blind.expected),
                        upper: blind.upper)))
        }
        if let backfill = lane.backfill, !backfill.isDone {
            notes.append(
                words(
                    EngineTerms.past(
                        "\(Int(backfill.share * 100)) %", backfill.reached.iso8601)))
        }
        return notes
    }

    private func budgets(_ budgets: [RequestBudget]) -> TextTable {
        let words = connection.words
        var table = TextTable(
            [
                EngineTerms.store, EngineTerms.operation, EngineTerms.left, EngineTerms.rate,
                EngineTerms.used, EngineTerms.refused,
            ].map { words($0) })
        for budget in budgets {
            table.add([
                budget.store.rawValue, budget.operation,
                "\(SyncFigures.short(budget.tokens))/\(SyncFigures.short(budget.burst))",
                SyncFigures.short(budget.ratePerSecond, digits: 4),
                SyncFigures.short(budget.usedShare * 100) + " %", "\(budget.refusals)",
            ])
        }
        return table
    }
}

/// Numbers of the engine as text.
enum SyncFigures {
    /// At most `digits` digits after the point, trailing zeros left out.
    static func short(_ number: Double, digits: Int = 1) -> String {
        let scale = (0..<digits).reduce(1.0) { power, _ in power * 10 }
        guard number.isFinite, abs(number) < 1e12 else { return "-" }
        let scaled = Int64((abs(number) * scale).rounded())
        let whole = scaled / Int64(scale)
        var fraction = String(scaled % Int64(scale))
        while fraction.utf8.count < digits { fraction = "0" + fraction }
        while fraction.last == "0" { fraction.removeLast() }
        let sign = number < 0 && scaled > 0 ? "-" : ""
        return "\(sign)\(whole)" + (fraction.isEmpty ? "" : "." + fraction)
    }
}

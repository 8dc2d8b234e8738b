import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Signs the end of the record every thousand entries or ten minutes, carries copies to the second
/// place, and says where the record is broken (helpdesk sections 15.4 and 15.5).
struct RecordKeeper: Sendable {
    let desk: Desk

    /// The longest that an entry stays without a checkpoint.
    static let every = Duration.minutes(10)

    /// Signs what is due; returns when something falls due next.
    @discardableResult
    func runDue() async throws -> Timestamp? {
        let now = desk.clock.now
        guard let open = try await desk.database.read({ try $0.uncovered() }) else { return nil }
        let due = open.since + Self.every
        guard open.count >= RecordBell.every || due <= now else { return due }
        return try await sign() ? nil : now + Self.every
    }

    /// Signs all there is. False when the record is broken, which is then said by an alarm and
    /// named by a new segment; that one is signed when the next is due.
    @discardableResult
    func sign() async throws -> Bool {
        switch try await desk.database.checkpoint(at: desk.clock.now) {
        case .covered: break
        case .signed: try await copy()
        case .broken(let found):
            try await name([found])
            return false
        }
        return true
    }

    /// Checks the whole record against its checkpoints and the second place. New breaks raise an
    /// alarm each and begin a new segment; nothing is repaired.
    func verify() async throws -> RecordReport {
        let copies = try desk.ports.checkpointCopies?.newest(of: desk.database.logName)
        let report = try await desk.database.checkRecord(copies: copies)
        if !report.news.isEmpty { try await name(report.news) }
        return report
    }

    /// Each new break gets the core's word; an alarm that is on already, whoever raised it, says as much
    /// as a second one would.
    private func name(_ news: [RecordBreak]) async throws {
        try await desk.act(service: .record) { transaction in
            for found in news {
                try desk.database.name(found, in: transaction)
                guard
                    try transaction.openAlarm(.recordBroken, store: nil, subject: found.name) == nil
                else { continue }
                try transaction.record(
                    .alarmRaised(
                        DeskAlarm(
                            id: try transaction.nextAlarmID(), kind: .recordBroken, store: nil,
                            subject: found.name)))
            }
        }
        for found in news {
            desk.logger.critical(
                "The record is broken.", metadata: ["break": "\(found.name)"])
        }
    }

    /// Takes all checkpoints that the second place lacks there. A place that cannot be reached is
    /// an alarm until it can.
    private func copy() async throws {
        guard let copies = desk.ports.checkpointCopies else { return }
        var problem: String?
        do {
            let log = desk.database.logName
            let last = try copies.newest(of: log)?.last?.number ?? 0
            let missing = try await desk.database.read { try $0.checkpoints(after: last) }
            try copies.put(missing)
        } catch {
            problem = "\(error)"
            desk.logger.error(
                "A checkpoint did not reach its second place.", metadata: ["error": "\(error)"])
        }
        let open = try await desk.database.read {
            try $0.openAlarm(.recordCopy, store: nil, subject: "copy")
        }
        guard (open == nil) != (problem == nil) else { return }
        try await desk.act(service: .record) { transaction in
            if let open {
                try transaction.record(.alarmSettled(open.alarm.id))
            } else {
                try transaction.record(
                    .alarmRaised(
                        DeskAlarm(
                            id: try transaction.nextAlarmID(), kind: .recordCopy, store: nil,
                            subject: "copy")))
            }
        }
    }
}

extension Desk {
    /// Signs the record for as long as the task lives.
    func runRecord() async throws {
        let keeper = RecordKeeper(desk: self)
        while !Task.isCancelled {
            let next = try await keeper.runDue() ?? clock.now + RecordKeeper.every
            await bells.record.wait(until: next, clock: clock)
        }
    }

    /// Signs whatever no checkpoint covers; for programs that open the data, write and close.
    package func signRecord() async throws { try await RecordKeeper(desk: self).sign() }
}

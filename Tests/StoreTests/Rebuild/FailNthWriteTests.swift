import GRDB
import HelpDesk
import Jobs
import SwiftExtensions
import Synchronization
import Testing

@testable import Store

/// Makes the n-th change of a row fail, as a full disk would.
private final class WriteGate: Sendable {
    private let left = Mutex<Int?>(nil)

    func arm(_ count: Int) { left.withLock { $0 = count } }
    func disarm() { left.withLock { $0 = nil } }
    var isSpent: Bool { left.withLock { $0 == 0 } }

    /// Whether this change fails.
    private func count() -> Bool {
        left.withLock { left in
            guard let count = left, count > 0 else { return false }
            left = count - 1
            return count == 1
        }
    }

    /// Counts in temporary triggers, which the schema and the replay do not see.
    func guardTables(of database: DeskDatabase) throws {
        try database.writer.writeWithoutTransaction { db in
            db.add(function: DatabaseFunction("gate", argumentCount: 0) { _ in self.count() })
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                    AND name NOT LIKE 'sqlite_%'
                    """)
            for table in tables {
                for verb in ["INSERT", "UPDATE", "DELETE"] {
                    try db.execute(
                        sql: """
                            CREATE TEMP TRIGGER gate_\(verb)_\(table) BEFORE \(verb)
                            ON main.\(table) WHEN gate()
                            BEGIN SELECT RAISE(ABORT, 'the disk is full'); END
                            """)
                }
            }
        }
    }
}

@Suite struct FailNthWriteTests {
    @Test func whateverWriteFailsRowsAndLogStayTogether() throws {
        let gate = WriteGate()
        var count = 0
        repeat {
            count += 1
            let desk = try Desk()
            try gate.guardTables(of: desk.database)
            gate.arm(count)
            try check(desk, gate, count)
        } while gate.isSpent && count < 400
        #expect(count > 30, "the scenario writes more rows than that")
        #expect(count < 400, "the scenario ends")
    }

    /// Each step is one transaction; the one that fails leaves nothing, and runs again unharmed.
    private func check(_ desk: Desk, _ gate: WriteGate, _ count: Int) throws {
        for step in Self.steps {
            let before = try desk.read { try $0.lastSequence() }
            do {
                try step(desk)
            } catch {
                #expect(try desk.read { try $0.lastSequence() } == before, "write \(count)")
                try step(desk)
            }
        }
        let report = try desk.database.rebuildSync()
        #expect(report.differences == [:], "write \(count)")
        #expect(try desk.database.checkIntegrity() == [], "write \(count)")
        #expect(try desk.read { try $0.ticket(TicketID(1)) }?.owedDebts == 0, "write \(count)")
        #expect(try desk.list(search: "parcel") == [1], "write \(count)")
    }

    private static let steps: [@Sendable (Desk) throws -> Void] = [
        { try $0.ticket(order: "305-1111111-1111111", buyerName: "Lee", keys: ["k"]) },
        { try $0.buyerMessage(TicketID(1), "the parcel is late") },
        { desk in
            try desk.record(
                .ticketAssigned(
                    TicketAssignment(ticket: TicketID(1), from: nil, to: Desk.ann, cause: .claim)))
        },
        { try $0.reply(TicketID(1)) },
        { desk in
            try desk.record(
                .outboxMoved(
                    OutboxMove(item: OutboxID(1), from: .queued, to: .sending, at: desk.now)))
        },
        { desk in
            try desk.record(
                .outboxMoved(
                    OutboxMove(item: OutboxID(1), from: .sending, to: .accepted, at: desk.now)),
                .debtMoved(
                    DebtMove(
                        debt: DebtID(1), from: .owed, to: .answerPending, at: desk.now,
                        proof: .accepted(OutboxID(1)))),
                .ticketStateChanged(
                    TicketStateChange(ticket: TicketID(1), from: .new, to: .resolved)))
        },
    ]
}

import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// The rules hold after every act, and each check fails when its rule is broken behind the desk's
/// back.
@Suite struct InvariantTests {
    private func broken(_ world: World) async throws -> [String] {
        try await world.desk.perform(VerifyDesk(), as: world.sue).broken.map(\.name)
    }

    /// Two conversations, one answered and one owed, and one long since late.
    private static func desk() async throws -> World {
        let world = try await World.make()
        let first = try await world.question()
        _ = try await world.answer(on: first)
        try await world.question(
            from: RelayMails(alias: "secondabcdef", order: nil), at: world.clock.now - .hours(30))
        return world
    }

    @Test func anOrdinaryDeskKeepsAllRules() async throws {
        let world = try await Self.desk()
        let report = try await world.desk.perform(VerifyDesk(), as: world.sue)
        #expect(report.results.map(\.invariant) == Invariant.allCases)
        #expect(report.results.filter { !$0.holds } == [])
    }

    /// Lists call a case late that nobody dealt with, and so do the rules.
    @Test func aCasePastItsDeadlineBreaksNoRule() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        try await world.pass(.days(4))
        let late = try await world.desk.perform(ListTickets(queue: .late), as: world.sue)
        #expect(late.total == 1)
        #expect(try await broken(world) == [])
    }

    /// Replies that nobody queued, like those that are there.
    private static func copyOfReplies(_ basis: String, _ key: String) -> String {
        """
        INSERT INTO outbox (id, ticket, store, author, basis, state, queued_at, release_at,
            idempotency_key, attempts, state_after, accepted_at)
        SELECT id + 100, ticket, store, author, \(basis), state, queued_at, release_at,
            \(key), attempts, state_after, accepted_at FROM outbox
        """
    }

    /// Each row breaks one rule in the rows or the log; what else it must break is named too.
    @Test(
        arguments: [
            (["DELETE FROM debt WHERE id = 1"], [1, 9, 10]),
            (["UPDATE debt SET state = 'owed' WHERE id = 1"], [2, 3, 10, 14]),
            (
                [
                    "UPDATE ticket SET state = 'resolved', is_live = 0 WHERE id = 2"
                ], [3, 10]
            ),
            (["UPDATE debt SET platform_due = platform_due + 60000 WHERE id = 1"], [4, 10]),
            (["UPDATE person SET is_active = 0"], [6, 10, 12]),
            // Whoever cannot answer does not count as somebody who is there.
            (
                [
                    "UPDATE person SET is_active = 0 WHERE unix_user = 'ops'",
                    "UPDATE person SET role = 'auditor'",
                ], [6, 10, 12]
            ),
            (
                [
                    "DROP INDEX outbox_idempotency",
                    copyOfReplies("basis", "idempotency_key || 'x'"),
                ], [7, 9, 10]
            ),
            (
                [
                    "DROP INDEX outbox_idempotency",
                    copyOfReplies("basis + 1", "idempotency_key"),
                ], [8, 9, 10]
            ),
            (
                [
                    "INSERT INTO buyer (id, store, alias_digest, first_seen) "
                        + "SELECT id + 100, store, alias_digest || 'x', first_seen FROM buyer "
                        + "WHERE id = 1"
                ], [9, 10]
            ),
            (["UPDATE ticket SET language = 'fr' WHERE id = 1"], [10]),
            (["UPDATE ticket_tally SET tickets = tickets + 1 WHERE owner = 0"], [10, 11]),
            (
                [
                    "PRAGMA ignore_check_constraints = ON",
                    "UPDATE ticket SET next_due = next_due + 1000000000 WHERE id = 2",
                ], [10, 14]
            ),
        ] as [([String], [Int])])
    func aRuleThatIsBrokenIsNamed(_ sql: [String], _ rules: [Int]) async throws {
        let world = try await Self.desk()
        for statement in sql { try world.database.tamper(statement) }
        #expect(try await broken(world) == rules.map { "I\($0)" }, "\(sql)")
    }

    /// Rules about the log itself are broken by entries that no use case would write.
    @Test(arguments: [
        (
            DeskEvent.debtMoved(
                DebtMove(
                    debt: DebtID(2), from: .owed, to: .answered, at: World.start,
                    proof: .bounceWindowPassed(OutboxID(1)))), [5]
        ),
        (
            .debtMoved(
                DebtMove(
                    debt: DebtID(2), from: .owed, to: .answered, at: World.start,
                    proof: .externalReply(MessageID(1)))), [5]
        ),
        (
            .debtMoved(
                DebtMove(
                    debt: DebtID(2), from: .owed, to: .excused, at: World.start,
                    proof: .person(PersonID(1), reason: "no"))), [2]
        ),
        (
            .outboxMoved(
                OutboxMove(
                    item: OutboxID(1), from: .accepted, to: .accepted, at: World.start)), [8]
        ),
        (
            .debtMoved(
                DebtMove(
                    debt: DebtID(2), from: .owed, to: .void, at: World.start,
                    proof: .person(PersonID(1), reason: "wrote from someone@private.example"))),
            [13]
        ),
    ])
    func anEntryThatBreaksARuleIsNamed(_ event: DeskEvent, _ rules: [Int]) async throws {
        let world = try await Self.desk()
        try await world.database.write(as: .service("test"), at: world.clock.now) {
            _ = try $0.record(event)
        }
        #expect(try await broken(world) == rules.map { "I\($0)" }, "\(event)")
    }

    @Test func aBuyersNameInTheRecordIsFound() async throws {
        let world = try await Self.desk()
        let name = try #require(
            try await world.desk.perform(ListTickets(queue: .all), as: world.sue).rows.first?
                .buyerName)
        try #require(name.contains(" "), "the fixture's buyer has two names")
        try await world.database.write(as: .service("test"), at: world.clock.now) {
            _ = try $0.record(.cursorMoved(SyncCursor(name: "c", value: "of \(name)!")))
        }
        #expect(try await broken(world) == ["I13"])
    }

    @Test func aNameWithoutSpacesInTheRecordIsFound() async throws {
        let world = try await World.make()
        try await world.question(from: RelayMails(name: "王小明"))
        try await world.database.write(as: .service("test"), at: world.clock.now) {
            _ = try $0.record(.cursorMoved(SyncCursor(name: "c", value: "王小明的包裹")))
        }
        #expect(try await broken(world) == ["I13"])
    }

    @Test func whatDoesNotHoldIsAnAlarmUntilItHoldsAgain() async throws {
        let world = try await Self.desk()
        try world.database.tamper("UPDATE person SET is_active = 0 WHERE unix_user <> 'sue'")
        #expect(try await broken(world) == ["I10"])
        let alarms = try await world.database.read { try $0.openAlarms() }
        #expect(alarms.map(\.alarm.subject) == ["I10"])
        let told = try await world.desk.perform(ListAlarms(), as: world.sue).alarms
        #expect(told.map(\.alarm.kind) == [.invariant])
        try world.database.tamper("UPDATE person SET is_active = 1")
        #expect(try await broken(world) == [])
        #expect(try await world.database.read { try $0.openAlarms() }.isEmpty)
    }
}

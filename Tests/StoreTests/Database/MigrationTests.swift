import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

@Suite struct MigrationTests {
    /// A shipped step never changes: old databases would differ from new ones without a sign.
    @Test func shippedStepsAreAsTheyWere() {
        let digests = Migrations.all.map { ContentDigest.of($0.parts.joined(separator: "\n")) }
        #expect(
            Migrations.all.map(\.identifier) == [
                "001-record",
                "002-content",
                "003-search",
                "004-engine",
                "005-cases",
                "007-account",
                "009-credentials",
                "006-dispatches",
                "008-files",
                "010-ticket-columns",
                "019-intake",
                "011-clock",
                "016-reports",
                "012-life",
                "015-seals",
                "013-routing",
                "014-rights",
                "022-wall",
                "021-collision",
                "020-order-facts",
                "023-names",
                "024-facts",
                "025-translations",
                "029-job-findings",
                "027-judgements",
                "026-library",
                "031-waiting",
                "030-read-notices",
                "032-keeping",
            ])
        #expect(digests.map { String($0.prefix(16)) } == Self.shipped)
    }

    private static let shipped: [String] = [
        "eab9c7ae6776f6c4",
        "e5f2bae07b720b98",
        "247ec38d8b82e6fb",
        "2912ea997018fbff",
        "2b7f877d06ce6f46",
        "dea8c6c9529edd4e",
        "e0b2432c908645d9",
        "cce10e28a4afd162",
        "aa1bd407e024273f",
        "1b0cd7d1bd150e56",
        "f8b15b6604750f25",
        "945cc85afdc534f4",
        "f862ac2a171b397d",
        "bd5709521cfb5d39",
        "f1ce66be04446633",
        "ce6dd39165583936",
        "77288507f9c26855",
        "85eae02871c2b168",
        "6d2cdd60318ef2c8",
        "05b6a129472dd71c",
        "e1aa5bf78b82370a",
        "7102206399064709",
        "17a728709d2bd45e",
        "aeb42e8fbd468c4d",
        "b67bbc87a2e4d432",
        "2fe83c52cd3055d0",
        "d8a494e17e41304f",
        "518532f4ecafba33",
        "d6231ed7f49adf33",
    ]

    /// A database of each earlier step, with a day's work in it, opens and goes on.
    @Test(arguments: [3, 1]) func aDatabaseOfAnEarlierStepOpensAndGoesOn(_ steps: Int) throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            try Self.write(Array(Migrations.all.prefix(steps)), to: path, folder)
            let desk = try Desk(try DeskDatabase(path: path, key: .forTests), isSetUp: true)
            #expect(try Self.differences(desk) == [:])
            #expect(try desk.database.checkIntegrity() == [])
            let ticket = try #require(try desk.read { try $0.ticket(TicketID(1)) })
            #expect(ticket.openCases == 0)
            try desk.buyerMessage(TicketID(1), "the parcel")
            #expect(try desk.list(search: "message") == [])
            while try desk.database.writer.write({ try SearchIndex.fileMore(2, in: $0) }) {}
            // The first step had no place for words.
            #expect(try desk.list(search: "message").isEmpty == (steps == 1))
            #expect(try desk.list(search: "parcel").contains(1))
            #expect(try Self.differences(desk) == [:])
            try desk.database.close()
        }
    }

    /// Typed messages of before they counted: unknown ones, refused ones, and refused ones of a ticket
    /// that rests since.
    @Test func ticketsOfEarlierDaysCountTheirDispatches() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let before = Migrations.all.prefix { $0.number != 20 }
            try Self.write(
                Array(before), to: path, folder, forgetting: "has_problem",
                day: { desk in
                    let tickets = try (0..<4).map { _ in try desk.ticket() }
                    try Self.dispatch(on: tickets[0], 1, ending: [.sending, .unknown], desk)
                    try Self.dispatch(on: tickets[1], 2, ending: [.refused], desk)
                    try Self.dispatch(on: tickets[2], 3, ending: [.refused], desk)
                    try desk.state(tickets[2], .new, .resolved)
                    try Self.dispatch(on: tickets[3], 4, ending: [.sending, .sent], desk)
                })
            let desk = try Desk(try DeskDatabase(path: path, key: .forTests), isSetUp: true)
            #expect(try desk.list(.problems).sorted() == [1, 2])
            #expect(try desk.total(.problems) == 2)
            #expect(try Self.differences(desk) == [:])
            try desk.database.close()
        }
    }

    private static func dispatch(
        on ticket: TicketID, _ number: Int64, ending states: [DispatchState], _ desk: Desk
    ) throws {
        try desk.write { db in
            let id = DispatchID(number)
            try db.record(
                .dispatchAdded(
                    Dispatch(
                        id: id, store: Desk.us, order: "305-7714402-1187543", marketplace: "US",
                        ticket: ticket, author: Desk.ann, kind: .message, action: "warranty",
                        queuedAt: desk.now, idempotencyKey: ContentDigest.of("\(number)"))))
            var from = DispatchState.queued
            for state in states {
                try db.record(
                    .dispatchMoved(DispatchMove(dispatch: id, from: from, to: state, at: desk.now)))
                from = state
            }
        }
    }

    /// Differences of rows; files beside the database were left where today's database stood.
    private static func differences(_ desk: Desk) throws -> [String: String] {
        let rows = Set(Rebuild.tables.map(\.name) + ["event"])
        return try desk.database.rebuildSync().differences.filter { rows.contains($0.key) }
    }

    private static func oldDay(_ desk: Desk) throws {
        try desk.ticket()
        var day = try RandomDay(seed: 5, desk: desk, isOld: true)
        for _ in 0..<80 { try day.step() }
    }

    /// Writes a day into today's schema and copies what an older one knows of it.
    private static func write(
        _ steps: [Migration], to path: String, _ folder: String,
        forgetting forgotten: String? = nil,
        day: (Desk) throws -> Void = { try MigrationTests.oldDay($0) }
    ) throws {
        let today = folder + "/today.sqlite"
        let desk = try Desk(try DeskDatabase(path: today, key: .forTests))
        try day(desk)
        try desk.database.close()
        let old = try DatabaseQueue(path: path)
        try Migrations.apply(steps, to: old)
        try old.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; ATTACH ? AS today", arguments: [today])
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM main.sqlite_master WHERE type = 'table'
                    AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'
                    AND name NOT IN ('grdb_migrations', 'ticket_tally', 'report_mark')
                    """)
            for table in tables {
                let columns = try db.columns(in: table).map(\.name)
                let values = columns.map { name in
                    if table == "ticket", name == forgotten { return "0" }
                    guard table == "ticket", name == "rank", !columns.contains("is_clocked") else {
                        return name
                    }
                    return """
                        CASE WHEN owed_debts > 0 THEN next_due
                        ELSE 4611686018427387904 - last_activity_at END
                        """
                }
                try db.execute(
                    sql: """
                        INSERT INTO main.\(table) (\(columns.joined(separator: ", ")))
                        SELECT \(values.joined(separator: ", ")) FROM today.\(table)
                        """)
            }
        }
        try old.close()
    }

    @Test func aDatabaseOfALaterVersionIsRefused() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let later = Migration(number: 999, name: "later", parts: ["CREATE TABLE later (id)"])
            let database = try DeskDatabase(
                writer: try DatabasePool(
                    path: path, configuration: DatabaseSettings.configuration()),
                key: .forTests, migrations: Migrations.all + [later])
            try database.close()
            let error = #expect(throws: DeskError.self) {
                _ = try DeskDatabase(path: path, key: .forTests)
            }
            #expect(error?.code == .dataTooNew)
        }
    }

    @Test func everythingIsThereAfterClosingAndOpening() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let first = try DeskDatabase(path: path, key: .forTests)
            var day = try RandomDay(seed: 11, desk: try Desk(first))
            for _ in 0..<60 { try day.step() }
            let last = try first.readSync { try $0.lastSequence() }
            try first.close()
            let second = try DeskDatabase(path: path, key: .forTests)
            #expect(try second.readSync { try $0.lastSequence() } == last)
            #expect(try second.rebuildSync().differences == [:])
            try second.close()
        }
    }
}

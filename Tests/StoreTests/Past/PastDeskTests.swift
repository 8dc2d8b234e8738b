import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

/// What was can be asked as what is: lists, counts and tickets of any second, folded from events.
@Suite struct PastDeskTests {
    /// What a list, its counts and its tickets say.
    struct Look: Equatable, Sendable {
        var lists: [QueueKind: [TicketRowData]] = [:]
        var counts: CountsData?
        var messages: [Message] = []
        var debts: [Debt] = []
        var events = 0

        init(_ transaction: ReadTransaction, at now: Timestamp) throws {
            for queue in QueueKind.allCases {
                let query = TicketQuery(queue: queue, scope: .all, person: Desk.ann, now: now)
                lists[queue] = try transaction.ticketRows(query, offset: 0, limit: 500)
            }
            counts = try transaction.counts(scope: .all, person: Desk.ann, now: now)
            for ticket in lists[.all] ?? [] {
                messages += try transaction.messages(of: ticket.ticket.id, limit: 100)
                debts += try transaction.debts(of: ticket.ticket.id)
                events += try transaction.events(of: ticket.ticket.id).count
            }
        }
    }

    private func inFolder(_ body: (Desk) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let database = try DeskDatabase(path: folder + "/desk.sqlite", key: .forTests)
            try await body(try Desk(database))
            try database.close()
        }
    }

    /// A day is watched as it goes by; looking back shows the same at every point.
    @Test(arguments: [21, 22] as [UInt64])
    func everyMomentLooksAsItLooked(_ seed: UInt64) async throws {
        try await inFolder { desk in
            var day = try RandomDay(seed: seed, desk: desk)
            var seen: [(at: Timestamp, look: Look)] = []
            for step in 0..<160 {
                try day.step()
                guard step % 20 == 19 else { continue }
                let now = desk.now
                seen.append((now, try desk.read { try Look($0, at: now) }))
                _ = try await desk.database.keepSnapshot()
            }
            for (at, look) in seen {
                let past = try await desk.database.past(at: at)
                let then = try await past.read { try Look($0, at: at) }
                #expect(then.counts == look.counts, "seed \(seed) at \(at)")
                #expect(then.lists == look.lists, "seed \(seed) at \(at)")
                #expect(then == look, "seed \(seed) at \(at)")
            }
        }
    }

    @Test func theMomentBeforeTheFirstEventIsUnknown() async throws {
        try await inFolder { desk in
            let before = desk.now - .seconds(1)
            let error = await #expect(throws: DeskError.self) {
                _ = try await desk.database.past(at: before)
            }
            #expect(error?.code == .pastUnknown)
        }
    }

    /// Where the clock was set back, what was known at an instant is what was written before it.
    @Test func aClockThatIsSetBackDoesNotMixTheOrder() async throws {
        try await inFolder { desk in
            let start = desk.now
            let first = try desk.ticket()
            desk.now = start + .hours(2)
            try desk.ticket()
            desk.now = start + .hours(1)
            try desk.ticket()
            for (at, tickets) in [
                (start, 1), (start + .minutes(90), 1), (start + .hours(2), 3),
            ] {
                let rows = try await desk.database.past(at: at).read {
                    try Look($0, at: at).lists[.all]
                }
                #expect(rows?.count == tickets)
                #expect(rows?.contains { $0.ticket.id == first } == true)
            }
        }
    }

    @Test func theWordsAreThoseOfNowAndThePastCannotBeWritten() async throws {
        try await inFolder { desk in
            let ticket = try desk.ticket(buyerName: "Lee")
            try desk.buyerMessage(ticket, "the parcel is late")
            let then = desk.now
            desk.now = desk.now + .hours(1)
            try desk.state(ticket, .new, .open)
            let past = try await desk.database.past(at: then)
            let row = try await past.read { try $0.ticketRow(ticket) }
            #expect(row?.ticket.state == .new && row?.buyerName == "Lee")
            #expect(row?.excerpt == "the parcel is late")
            let found = try await past.read { transaction in
                try transaction.ticketTotal(
                    TicketQuery(
                        queue: .all, search: "parcel", scope: .all, person: Desk.ann, now: then))
            }
            #expect(found == 1)
            await #expect(throws: DatabaseError.self) {
                try await past.read { try $0.db.execute(sql: "DELETE FROM message_content") }
            }
        }
    }

    @Test func aSnapshotShortensTheFoldAndChangesNothing() async throws {
        try await inFolder { desk in
            try desk.write { transaction in
                for number in 1...5_100 {
                    try transaction.record(
                        .cursorMoved(SyncCursor(name: "c", value: "\(number)")))
                }
            }
            let ticket = try desk.ticket()
            #expect(try await desk.database.keepSnapshot())
            #expect(try await !desk.database.keepSnapshot(), "nothing new")
            let then = desk.now
            desk.now = desk.now + .hours(1)
            try desk.state(ticket, .new, .pending)
            let shelf = SnapshotShelf(besideDatabase: try #require(desk.database.path))
            #expect(shelf.all().map(\.sequence) == [5_105])
            let state = try await desk.database.past(at: then).read { try $0.ticket(ticket)?.state }
            #expect(state == .new)
            let later = try await desk.database.past(at: desk.now).read {
                try $0.ticket(ticket)?.state
            }
            #expect(later == .pending)
        }
    }

    @Test func snapshotsGrowSparseWithAge() {
        var kept: [Snapshot] = []
        for step in 1...400 {
            let end = Int64(step) * 5_000
            kept.append(Snapshot(path: "\(step)", sequence: end))
            let stale = SnapshotShelf.superfluous(kept, end: end)
            kept.removeAll { stale.contains($0) }
        }
        #expect(kept.count < 100)
        let end: Int64 = 2_000_000
        for (older, newer) in zip(kept, kept.dropFirst()) {
            let gap = newer.sequence - older.sequence
            #expect(gap <= max(5_000, (end - older.sequence) / 8), "\(older.sequence)")
        }
    }
}

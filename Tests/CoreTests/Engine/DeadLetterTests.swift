import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// Jobs that were given up: what people read of them, and what they can do.
@Suite struct DeadLetterTests {
    private static let order: OrderID = "305-7683573-2694036"

    /// A desk whose one look-up was given up.
    private func worldWithDeadJob() async throws -> (World, JobID) {
        let world = try await World.make()
        world.orders.fail(
            SyncFailure(errorClass: .badRequest, operation: "getOrder", message: "invalid"))
        _ = try await world.question()
        try await world.pass(.hours(1))
        let jobs = try await world.desk.perform(ListJobs(states: [.dead]), as: world.ana).jobs
        let job = try #require(jobs.first)
        return (world, job.id)
    }

    @Test func aDeadJobSaysWhatItMet() async throws {
        let (world, id) = try await worldWithDeadJob()
        let detail = try await world.desk.perform(ShowJob(job: id), as: world.ana)
        #expect(detail.job.kind == "order-refresh")
        #expect(detail.job.store == World.europe)
        #expect(detail.job.attempts == 1)
        #expect(detail.job.trouble?.errorClass == .badRequest)
        #expect(detail.job.trouble?.operation == "getOrder")
        #expect(detail.job.canRetry && detail.job.canDrop)
        #expect(detail.history.map(\.act) == [.queued, .buried])
        let hidden = await code {
            _ = try await world.desk.perform(ShowJob(job: id), as: world.mia)
        }
        #expect(hidden == .jobNotFound)
    }

    @Test func aPersonRunsItAgain() async throws {
        let (world, id) = try await worldWithDeadJob()
        world.orders.put(OrderSyncTests.order(Self.order, at: world.clock.now - .days(1)))
        let queued = try await world.desk.perform(RetryJob(job: id), as: world.sue)
        #expect(queued.state == .ready)
        #expect(queued.attempts == 0)
        _ = try await world.desk.runDue()
        let detail = try await world.desk.perform(ShowJob(job: id), as: world.sue)
        #expect(detail.job.state == .done)
        #expect(detail.history.map(\.act) == [.queued, .buried, .retried, .finished])
        #expect(detail.history[2].by == "Sue")
        let found = try await world.desk.perform(
            ShowOrder(order: Self.order, store: nil, refresh: false), as: world.ana)
        #expect(found.order.id == Self.order)
        let again = await code {
            _ = try await world.desk.perform(RetryJob(job: id), as: world.sue)
        }
        #expect(again == .jobStateRefused)
        try await world.checkRecord()
    }

    @Test func aPersonDropsItWithAReason() async throws {
        let (world, id) = try await worldWithDeadJob()
        let empty = await code {
            _ = try await world.desk.perform(DropJob(job: id, reason: "  "), as: world.sue)
        }
        #expect(empty == .badRequest)
        _ = try await world.desk.perform(
            DropJob(job: id, reason: "An order of another account."), as: world.sue)
        let detail = try await world.desk.perform(ShowJob(job: id), as: world.sue)
        #expect(detail.job.state == .done)
        #expect(detail.history.last?.act == .dropped)
        #expect(detail.history.last?.note == "An order of another account.")
        #expect(
            try await world.desk.perform(ListJobs(), as: world.sue).jobs.contains { $0.id == id }
                == false)
        try await world.checkRecord()
    }

    @Test func aRetryWhoseWorkWasQueuedAnewIsOver() async throws {
        let (world, id) = try await worldWithDeadJob()
        let ticket = try #require(try await world.tickets().first?.id)
        _ = try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: true), as: world.ana)
        let retried = try await world.desk.perform(RetryJob(job: id), as: world.sue)
        #expect(retried.state == .done)
        try await world.checkRecord()
    }

    /// A job that brings the core down each time is given up after its attempts.
    @Test func aJobThatRanWhenTheCoreStoppedCountsAnAttempt() async throws {
        let first = try await World.make()
        _ = try await first.question()
        let job = try #require(
            try await first.database.read { try $0.jobs(in: .ready, limit: 50) }
                .first { $0.kind == "order-refresh" })
        for crash in 1...6 {
            try await first.database.write(as: .service("test"), at: first.clock.now) { write in
                try write.lease(job.id, until: write.now + .minutes(10))
            }
            let world = try await World.make(database: first.database, at: first.clock.now)
            let stored = try #require(try await world.database.read { try $0.storedJob(job.id) })
            #expect(stored.lease == nil)
            #expect(stored.job.attempts == crash)
            #expect(stored.job.state == (crash < 6 ? .ready : .dead))
        }
        let detail = try await first.desk.perform(ShowJob(job: job.id), as: first.sue)
        #expect(detail.job.trouble?.code == "interrupted")
        #expect(detail.history.last?.act == .buried)
        try await first.checkRecord()
    }

    @Test func aRunnerThatIsLostGivesItsJobBack() async throws {
        let world = try await World.make()
        world.orders.put(OrderSyncTests.order(Self.order, at: world.clock.now - .days(1)))
        _ = try await world.question()
        let job = try #require(
            try await world.database.read { try $0.jobs(in: .ready, limit: 50) }
                .first { $0.kind == "order-refresh" })
        try await world.database.write(as: .service("test"), at: world.clock.now) { write in
            try write.lease(job.id, until: write.now + .minutes(10))
        }
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups.isEmpty, "somebody else runs it")
        let running = try await world.desk.perform(ListJobs(states: [.running]), as: world.sue)
        #expect(running.jobs.map(\.id) == [job.id])
        world.clock.advance(by: .minutes(10))
        _ = try await world.desk.runDue()
        #expect(world.orders.lookups == [Self.order])
        try await world.checkRecord()
    }
}

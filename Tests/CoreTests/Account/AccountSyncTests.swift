import ChannelAmazon
import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Synchronization
import Testing
import Wire

@Suite struct AccountSyncTests {
    @Test func everythingComesInOnItsSchedule() async throws {
        try await AccountDesk.run { world in
            try await world.place(count: 60)
            try await world.work(for: .hours(1))
            let view = try await world.view()
            #expect(view.tasks.map(\.topic) == AccountTopic.allCases)
            #expect(view.tasks.allSatisfy { $0.phase == .idle && $0.lastSuccess != nil })
            #expect(view.participations?.marketplaces.map(\.countryCode) == ["DE", "FR"])
            #expect(view.participations?.sellingPlan == "PROFESSIONAL")
            let health = try #require(view.health)
            #expect(health.lines.filter { $0.entry.kind == .account }.count == 2)
            #expect(health.badLines == 0)
            #expect(view.settlement?.isBalanced == true)
            #expect((view.settlement?.lineCount ?? 0) > 0)
            #expect(view.feedback.reduce(0, +) > 0)
            #expect(view.returns > 0)
            #expect(view.products == 14)
            try await world.checkRecord()
        }
    }

    /// The way to the platform is shut for the whole store: no topic tries, none is blamed.
    @Test func nothingIsTriedWhileTheStoreIsParked() async throws {
        try await AccountDesk.run { world in
            try await world.work(for: .hours(1))
            world.clock.advance(by: .hours(26))
            world.orders.fail(
                SyncFailure(
                    errorClass: .authorisationExpired, operation: "searchOrders", message: "no"))
            _ = try await world.desk.syncOnce(store: World.europe)
            let before = world.platform.log.count
            _ = try await world.desk.runDue()
            #expect(world.platform.log.count == before)
            #expect(try await world.view().tasks.allSatisfy { $0.phase != .failed })
            _ = try await world.desk.perform(
                RefreshAccount(store: World.europe, topic: .participation), as: world.sue)
            _ = try await world.desk.runDue()
            #expect(world.platform.log.count > before, "somebody says that it is repaired")
        }
    }

    @Test func aSecondDayAddsAReportAndATrend() async throws {
        try await AccountDesk.run { world in
            try await world.work(for: .hours(26))
            let health = try #require(try await world.view().health)
            let late = try #require(health.lines.first { $0.entry.name == "lateShipmentRate" })
            #expect(late.trend.count == 2)
            #expect(late.trend.last == late.entry.value.flatMap(Double.init))
            let made = world.platform.log.filter { $0.operation == "createReport" }
            #expect(made.allSatisfy { $0.status == 202 })
            try await world.checkRecord()
        }
    }

    @Test func settlementsAreTakenOnce() async throws {
        try await AccountDesk.run { world in
            try await world.place(count: 30)
            try await world.work(for: .hours(30))
            let reply = try await world.desk.perform(
                ListSettlements(withLines: true), as: world.sue)
            #expect(reply.settlements.count == 2)
            #expect(reply.settlements.allSatisfy { $0.lines.count == $0.lineCount })
            let documents = world.platform.log.filter { $0.operation == "getReportDocument" }
            // Two settlements, and two days of health; returns and feedback twice as well.
            #expect(documents.count <= 10)
        }
    }

    @Test func agentsSeeNoMoneyOfTheAccount() async throws {
        try await AccountDesk.run { world in
            try await world.place(count: 30)
            try await world.work(for: .hours(1))
            let view = try await world.view(as: world.ana)
            #expect(view.settlement == nil)
            #expect(view.task(.settlement) == nil)
            #expect(view.health != nil)
        }
    }

    @Test func missingRolesAreSaidAndNeverLookLikeNothing() async throws {
        try await AccountDesk.run(roles: [.buyerCommunication, .inventoryAndOrderTracking]) {
            world in
            try await world.place(count: 30)
            try await world.work(for: .hours(1))
            let view = try await world.view()
            let roles = Dictionary(
                uniqueKeysWithValues: view.tasks.map { ($0.topic, $0.missingRole) })
            #expect(roles[.health] == "Selling Partner Insights")
            #expect(roles[.settlement] == "Finance and Accounting")
            #expect(roles[.feedback] == "Selling Partner Insights")
            #expect(roles[.inventory] == "Amazon Fulfillment")
            #expect(roles[.listings] == "Product Listing")
            #expect(view.task(.returns)?.phase == .idle)
            let feedback = try await world.desk.perform(ListFeedback(), as: world.ana)
            #expect(feedback.feedback.isEmpty)
            #expect(feedback.states.map(\.phase) == [.notPermitted])
            try await world.checkRecord()
        }
    }

    @Test func roleThatIsGrantedLaterShowsByItself() async throws {
        try await AccountDesk.run(roles: [.buyerCommunication]) { world in
            try await world.work(for: .minutes(30))
            #expect(try await world.task(.health).phase == .notPermitted)
            world.platform.setRoles(Set(PretendRole.allCases), of: AccountDesk.sellerID)
            try await world.work(for: .hours(2))
            let task = try await world.task(.health)
            #expect(task.phase == .idle)
            #expect(task.missingRole == nil)
            #expect(try await world.view().health != nil)
        }
    }

    @Test func fatalReportIsAFailureAndTriedAgain() async throws {
        try await AccountDesk.run { world in
            world.platform.setOutcome(.fatal, of: AccountDesk.health, for: AccountDesk.sellerID)
            try await world.work(for: .hours(1))
            let task = try await world.task(.health)
            #expect(task.phase == .failed)
            #expect(task.platformNote == "FATAL")
            #expect(task.failure?.errorClass == .platformOutage)
            world.platform.setOutcome(.done, of: AccountDesk.health, for: AccountDesk.sellerID)
            try await world.work(for: .hours(7))
            #expect(try await world.task(.health).phase == .idle)
            #expect(try await world.view().health != nil)
        }
    }

    @Test func cancelledReportSaysThatThereIsNothing() async throws {
        try await AccountDesk.run { world in
            world.platform.setOutcome(
                .cancelled, of: AccountDesk.feedback, for: AccountDesk.sellerID)
            try await world.work(for: .hours(1))
            let task = try await world.task(.feedback)
            #expect(task.phase == .idle)
            #expect(task.platformNote == "CANCELLED")
            #expect(task.lastSuccess != nil)
        }
    }

    @Test func badLinesAreKeptApartAndOrdersAreLinked() async throws {
        try await AccountDesk.run { world in
            try await world.place(count: 1)
            let text = """
                Date\tRating\tComments\tYour Response\tOrder ID
                05.03.2026\t2\tLate\t\t305-1000000-1000000
                05.03.2026\tnine\tOdd\t\t305-1-2
                04.03.2026\t5\t\tThanks\t305-9999999-0000000
                """
            world.platform.setReport(
                AccountDesk.feedback, of: AccountDesk.sellerID,
                to: PretendDocument(bytes: Array(text.utf8)))
            try await world.work(for: .hours(1))
            let reply = try await world.desk.perform(ListFeedback(), as: world.ana)
            #expect(reply.feedback.map(\.feedback.rating) == [2, 5])
            #expect(reply.feedback.map(\.isOrderKnown) == [true, false])
            #expect(try await world.view().feedback == [0, 1, 0, 0, 1])
            let bad = try await world.database.read { transaction in
                let stored = try transaction.accountReports(
                    of: World.europe, .feedback, limit: 1)
                return try stored.first.map { try transaction.badLines(of: $0.report.id) }
            }
            #expect(bad == [BadReportLine(line: 3, field: "rating", reason: "unreadable")])
            try await world.checkRecord()
        }
    }

    @Test func settlementWithABadLineIsNotBalanced() async throws {
        try await AccountDesk.run { world in
            let head =
                "settlement-id\ttotal-amount\tcurrency\ttransaction-type\torder-id\tamount"
            let text = "\(head)\n9\t5.00\tEUR\t\t\t\n9\t\t\tOrder\t305-1-1\t5.00\n9\t\t\tOrder\t\tx"
            world.platform.addReport(
                AccountDesk.settlement, of: AccountDesk.sellerID,
                createdAt: world.clock.now - .days(1),
                document: PretendDocument(bytes: Array(text.utf8), isPacked: false))
            try await world.work(for: .hours(1))
            let reply = try await world.desk.perform(ListSettlements(), as: world.sue)
            #expect(reply.settlements.map(\.sum) == ["5"])
            #expect(reply.settlements.map(\.isBalanced) == [false])
        }
    }

    @Test func restartGoesOnWithTheReportThatIsBeingMade() async throws {
        try await AccountDesk.run { world in
            _ = try await world.desk.runDue()
            #expect(try await world.task(.health).phase == .requested)
            try await world.restart()
            try await world.work(for: .minutes(5))
            #expect(try await world.task(.health).phase == .idle)
            let made = world.platform.log.filter { $0.operation == "createReport" }
            #expect(made.count == 3)
        }
    }

    @Test func whatWasStoredAndNotReadIsReadAfterACrash() async throws {
        // The write that would hold the rows of the health report fails once.
        let failsLeft = Mutex(1)
        let armed = Mutex(false)
        struct Crash: Error {}
        try await AccountDesk.run(
            commitGate: {
                guard armed.withLock({ $0 }) else { return }
                let fails = failsLeft.withLock { left in
                    left -= 1
                    return left == 0
                }
                if fails { throw Crash() }
            }
        ) { world in
            _ = try await world.desk.runDue()
            world.clock.advance(by: .minutes(2))
            // Of the next writes the first stores the document, the second its rows.
            failsLeft.withLock { $0 = 2 }
            armed.withLock { $0 = true }
            await #expect(throws: Crash.self) { _ = try await world.desk.runDue() }
            #expect(try await world.view().health?.lines.isEmpty == true)
            try await world.restart()
            _ = try await world.desk.runDue()
            #expect(try await world.view().health?.lines.isEmpty == false)
            try await world.checkRecord()
        }
    }

    @Test func supervisorsMayAskForATopicNow() async throws {
        try await AccountDesk.run { world in
            try await world.work(for: .hours(1))
            let before = world.platform.log.filter { $0.operation == "getReports" }.count
            _ = try await world.desk.perform(
                RefreshAccount(store: World.europe, topic: .settlement), as: world.sue)
            _ = try await world.desk.runDue()
            let after = world.platform.log.filter { $0.operation == "getReports" }.count
            #expect(after == before + 1)
        }
    }
}

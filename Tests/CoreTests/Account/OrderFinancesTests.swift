import Core
import HelpDesk
import Simulator
import SwiftExtensions
import Testing
import Wire

@Suite struct OrderFinancesTests {
    private static let order: OrderID = "305-1000000-1000000"

    private func refund(_ amount: String) -> MoneyTransaction {
        let money = Money(amount: "-\(amount)", currency: "EUR")
        return MoneyTransaction(
            transactionID: "R", type: "Refund", status: "RELEASED",
            postedAt: World.start - .days(1), total: money,
            parts: [MoneyPart(path: "Sales/ProductCharges", amount: money)])
    }

    private func asked(_ world: AccountDesk) -> Int {
        world.platform.log.filter { $0.operation == "listTransactions" }.count
    }

    @Test func booksAreReadOnceAndAgainOnlyWhenOld() async throws {
        try await AccountDesk.run { world in
            try await world.place(count: 1)
            world.platform.setFinances(
                [refund("7.10")], of: Self.order, for: AccountDesk.sellerID)
            let call = ShowFinances(order: Self.order, refresh: true)
            let first = try await world.desk.perform(call, as: world.ana)
            #expect(first.refunds == [Money(amount: "7.1", currency: "EUR")])
            #expect(first.fetchedAt == world.clock.now)
            #expect(first.lagHours == 48)
            _ = try await world.desk.perform(call, as: world.ana)
            #expect(asked(world) == 1)
            world.clock.advance(by: .minutes(16))
            _ = try await world.desk.perform(ShowFinances(order: Self.order), as: world.ana)
            #expect(asked(world) == 1)
            world.platform.setFinances(
                [refund("9.00")], of: Self.order, for: AccountDesk.sellerID)
            let later = try await world.desk.perform(call, as: world.ana)
            #expect(asked(world) == 2)
            #expect(later.refunds == [Money(amount: "9", currency: "EUR")])
            try await world.checkRecord()
        }
    }

    @Test func missingRoleIsAnErrorThatNamesIt() async throws {
        try await AccountDesk.run(roles: [.buyerCommunication]) { world in
            try await world.place(count: 1)
            await #expect {
                _ = try await world.desk.perform(
                    ShowFinances(order: Self.order), as: world.ana)
            } throws: { error in
                let refusal = error as? DeskError
                return refusal?.code == .roleMissing
                    && refusal?.arguments["role"] == "Finance and Accounting"
            }
        }
    }
}

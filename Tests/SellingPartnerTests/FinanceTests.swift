import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

@Suite struct FinanceTests {
    private static let order: OrderID = "305-0000001-7000000"

    private func entry(
        _ number: Int, _ type: String, _ parts: [(String, String)]
    ) -> MoneyTransaction {
        MoneyTransaction(
            transactionID: "T\(number)", type: type, status: "RELEASED",
            postedAt: Timestamp(seconds: 1_799_000_000 + Int64(number)),
            total: Money(amount: "0.10", currency: "EUR"),
            parts: parts.map {
                MoneyPart(path: $0.0, amount: Money(amount: $0.1, currency: "EUR"))
            })
    }

    @Test func refundsAreAddedExactlyOverPages() async throws {
        try await PretendDesk.run { desk in
            desk.platform.setFinances(
                [
                    entry(1, "Shipment", [("Sales/ProductCharges", "0.30")]),
                    entry(
                        2, "Refund",
                        [("Sales/ProductCharges", "-0.10"), ("Expenses/AmazonFees", "0.01")]),
                    entry(3, "Refund", [("Sales/Tax", "-0.20")]),
                ], of: Self.order, for: PretendDesk.sellerID)
            let finances = try await desk.client.finances(of: Self.order, for: desk.account)
            #expect(finances.transactions.map(\.transactionID) == ["T1", "T2", "T3"])
            #expect(finances.refunds == [Money(amount: "0.3", currency: "EUR")])
            #expect(
                finances.transactions[1].parts.map(\.path)
                    == ["Sales/ProductCharges", "Expenses/AmazonFees"])
        }
    }

    @Test func yenStayWhole() async throws {
        try await PretendDesk.run { desk in
            let yen = Money(amount: "-5980", currency: "JPY")
            desk.platform.setFinances(
                [
                    MoneyTransaction(
                        transactionID: "T", type: "Refund", total: yen,
                        parts: [MoneyPart(path: "Sales/ProductCharges", amount: yen)])
                ], of: Self.order, for: PretendDesk.sellerID)
            let finances = try await desk.client.finances(of: Self.order, for: desk.account)
            #expect(finances.refunds == [Money(amount: "5980", currency: "JPY")])
        }
    }

    @Test func missingRoleIsNoEmptyBook() async throws {
        try await PretendDesk.run(roles: [.buyerCommunication]) { desk in
            await #expect {
                _ = try await desk.client.finances(of: Self.order, for: desk.account)
            } throws: { ($0 as? SyncFailure)?.errorClass == .permissionMissing }
        }
    }
}

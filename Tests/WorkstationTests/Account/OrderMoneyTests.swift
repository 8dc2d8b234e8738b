import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

struct OrderMoneyTests {
    private func view(_ order: OrderID) -> FinancesView {
        let money = Money(amount: "-7.10", currency: "EUR")
        let refund = MoneyTransaction(
            transactionID: "R", type: "Refund", status: "RELEASED",
            postedAt: Fixture.now - .days(1), total: money,
            parts: [MoneyPart(path: "Sales/ProductCharges", amount: money)])
        return FinancesView(
            finances: OrderFinances(order: order, store: "nova-eu", transactions: [refund]),
            fetchedAt: Fixture.now - .minutes(3))
    }

    @Test func refundsStandOnTheCardWithTheirTime() throws {
        var bench = Bench(width: 200, height: 50)
        bench.press("j enter")
        let ticket = try #require(bench.model.currentRow?.ticket)
        let order = try #require(ticket.order)
        bench.press("$")
        let call = CoreCall.account(.finances(order, ticket.store))
        #expect(bench.calls.contains(call))
        bench.feed(.answered(call, .finances(view(order))))
        #expect(bench.text.contains("refunded €7.10"))
        #expect(bench.text.contains("they lag up to 48 h"))
    }

    @Test(arguments: [InterfaceLanguage.english, .simplifiedChinese])
    func aNarrowScreenTellsTheAnswerInItsMessageLine(_ language: InterfaceLanguage) throws {
        var bench = Bench(language: language)
        bench.press("j enter")
        let ticket = try #require(bench.model.currentRow?.ticket)
        let order = try #require(ticket.order)
        bench.press("$")
        bench.feed(.answered(.account(.finances(order, ticket.store)), .finances(view(order))))
        let line = bench.screen.textRows[22]
        #expect(line.contains("€7.10"))
        #expect(line.contains("48"))
        bench.press("o")
        #expect(bench.text.contains("Refund"))
    }

    @Test func booksOfAnotherOrderAreNotShown() {
        var bench = Bench(width: 200, height: 50)
        bench.press("j enter")
        bench.feed(.answered(.account(.finances("1-2-3", "nova-eu")), .finances(view("1-2-3"))))
        #expect(!bench.text.contains("7.10"))
        #expect(!bench.text.contains("refunded"))
    }

    @Test func aMissingRoleIsSaidByName() {
        var bench = Bench(width: 200, height: 50)
        bench.refusal = { call in
            guard case .account(.finances) = call else { return nil }
            return DeskError(.roleMissing, ["role": "Finance and Accounting"])
        }
        bench.press("j enter $")
        #expect(bench.text.contains("Finance and Accounting"))
    }
}

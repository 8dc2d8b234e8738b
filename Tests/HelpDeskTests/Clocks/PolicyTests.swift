import HelpDesk
import SwiftExtensions
import Testing

@Suite struct PolicyTests {
    typealias Make = ClockFixtures

    private func facts(_ change: (inout PolicyFacts) -> Void = { _ in }) -> PolicyFacts {
        var facts = PolicyFacts(
            store: "nova-eu", marketplace: "DE", kind: .buyer, category: .returnRefund,
            priority: .high, language: "de", fulfilment: .seller,
            value: Money(amount: "120.50", currency: "EUR"), flags: [.claimOpen],
            start: Make.at("2026-03-10T23:30:00Z"))
        change(&facts)
        return facts
    }

    private func isMatch(
        _ facts: PolicyFacts, _ change: (inout PolicyConditions) -> Void
    ) throws -> Bool {
        let book = PolicyBook(
            policies: [Make.policy(next: 60) { change(&$0.conditions) }],
            calendars: [try Make.roundTheClock()])
        return book.choose(facts) != nil
    }

    @Test func everyConditionCounts() throws {
        #expect(try isMatch(facts()) { _ in })
        #expect(try isMatch(facts()) { $0.stores = ["nova-eu"] })
        #expect(try !isMatch(facts()) { $0.stores = ["nova-us"] })
        #expect(try !isMatch(facts { $0.marketplace = nil }) { $0.marketplaces = ["DE"] })
        #expect(try !isMatch(facts()) { $0.kinds = [.courtesy] })
        #expect(try !isMatch(facts()) { $0.categories = [.other] })
        #expect(try isMatch(facts()) { $0.priorities = [.high, .urgent] })
        #expect(try !isMatch(facts()) { $0.languages = ["fr"] })
        #expect(try !isMatch(facts()) { $0.fulfilments = [.platform] })
        #expect(try isMatch(facts()) { $0.flags = [.earlierComplaint, .claimOpen] })
        #expect(try !isMatch(facts { $0.flags = [] }) { $0.flags = [.claimOpen] })
    }

    @Test func valuesAreComparedExactlyInTheirCurrency() throws {
        func band(_ from: String?, _ below: String?, _ currency: String = "EUR") throws -> Bool {
            try isMatch(facts()) {
                $0.value = ValueBand(currency: currency, from: from, below: below)
            }
        }
        #expect(try band("120.50", nil))
        #expect(try !band(nil, "120.50"))
        #expect(try band("100", "120.51"))
        #expect(try !band("100", nil, "USD"))
        #expect(
            try !isMatch(facts { $0.value = nil }) {
                $0.value = ValueBand(currency: "EUR", from: nil, below: nil)
            })
    }

    @Test func hoursAreThoseOfThePolicysZone() throws {
        // 23:30 UTC is 07:30 in Shanghai.
        let office = try Make.shanghai()
        let policy = Make.policy(calendar: "office", next: 60) {
            $0.conditions.hours = Make.spans("22:00-08:00")
        }
        #expect(PolicyBook(policies: [policy], calendars: [office]).choose(facts()) != nil)
        let noon = facts { $0.start = Make.at("2026-03-10T04:00:00Z") }
        #expect(PolicyBook(policies: [policy], calendars: [office]).choose(noon) == nil)
    }

    @Test func theFirstInOrderWinsInItsNewestVersion() throws {
        let book = PolicyBook(
            policies: [
                Make.policy("a", next: 60), Make.policy("b", version: 1, next: 60),
                Make.policy("b", version: 2, next: 90),
                Make.policy("off", next: 10) { $0.isActive = false },
            ], order: ["off", "b", "a"], calendars: [try Make.roundTheClock()])
        let choice = try #require(book.choose(facts()))
        #expect(choice.policy.reference == PolicyVersion(id: "b", version: 2))
        #expect(book.policy(PolicyVersion(id: "b", version: 1))?.targets.next == 60)
    }

    @Test func theChoiceSaysWhy() throws {
        let policy = Make.policy(next: 60) {
            $0.conditions.categories = [.returnRefund]
            $0.conditions.hours = Make.spans("20:00-24:00")
        }
        let book = PolicyBook(policies: [policy], calendars: [try Make.roundTheClock()])
        #expect(book.choose(facts())?.matched == [.categories, .hours])
    }

    @Test func keepsOnlyPoliciesThatMakeSense() throws {
        func reason(_ change: (inout ResponsePolicy) -> Void, known: Bool = true) -> String? {
            do {
                _ = try Make.policy(next: 60, change).checked(isCalendarKnown: known)
                return nil
            } catch {
                return error.arguments["reason"]
            }
        }
        #expect(reason { _ in } == nil)
        #expect(reason({ _ in }, known: false) == "no-such-calendar")
        #expect(reason { $0.targets = PolicyTargets() } == "no-target")
        #expect(reason { $0.targets.next = 0 } == "target-range")
        #expect(reason { $0.warnings.fractions = [100] } == "warning-range")
        #expect(
            reason { $0.conditions.value = ValueBand(currency: "EUR", from: "a", below: nil) }
                == "value")
    }

    @Test func aWindowHoldsFromItsDayOn() {
        let windows = [
            PlatformWindow(
                marketplace: nil, from: Make.at("2026-01-01T00:00:00Z"), seconds: 90_000),
            PlatformWindow(
                marketplace: "DE", from: Make.at("2026-12-01T00:00:00Z"), seconds: 43_200),
        ]
        let day = Make.at("2026-12-01T00:00:00Z")
        #expect(windows.window(of: "DE", at: day) == .hours(12))
        #expect(windows.window(of: "DE", at: day - .seconds(1)) == .hours(25))
        #expect(windows.window(of: "FR", at: day) == .hours(25))
        #expect([PlatformWindow]().window(of: "FR", at: day) == .hours(24))
    }
}

import SwiftExtensions
import Testing

@testable import HelpDesk

@Suite struct FactLockTests {
    private func fact(_ variable: String, _ text: String, _ language: LanguageCode = "en")
        -> FilledFact
    {
        FilledFact(
            variable: variable, text: text, language: language,
            filledAt: Timestamp(milliseconds: 0))
    }

    @Test func aValueThatChangedStopsWithTheNewOne() throws {
        let text = "It comes on Tuesday, March 3. Tuesday, March 3 is certain."
        let found = FactLock.changes(
            in: text, [(fact("order.deliver_by", "Tuesday, March 3"), "Friday, March 6")])
        #expect(found.map(\.severity) == [.block, .block])
        #expect(found.map(\.suggestion) == ["Friday, March 6", "Friday, March 6"])
        #expect(found.map(\.start) == [12, 30])
        #expect(found[0].arguments?["old"] == "Tuesday, March 3")
    }

    @Test func whatTheAuthorTookOutIsNotCompared() {
        #expect(
            FactLock.changes(in: "Thank you.", [(fact("order.total", "$5"), "$6")]).isEmpty)
    }

    @Test func aValueIsNotLookedForInsideALongerOne() {
        let facts = [(fact: fact("shipment.tracking", "1234567890"), now: String?.some("99"))]
        #expect(FactLock.changes(in: "No. 12345678901", facts).isEmpty)
        #expect(FactLock.changes(in: "No. 1234567890.", facts).count == 1)
    }

    @Test func twoVariablesWithOneTextAreRightWhileOneIs() {
        let facts = [
            (fact: fact("order.ship_by", "May 1"), now: String?.some("May 2")),
            (fact: fact("order.deliver_by", "May 1"), now: String?.some("May 1")),
        ]
        #expect(FactLock.changes(in: "By May 1.", facts).isEmpty)
    }

    private let known = FactLock.Case(
        trackingNumbers: ["00340434161094042557", "JD0002233445566778"],
        total: Money(amount: "49.90", currency: "EUR"), buyerName: "Kai Lenz")

    @Test(arguments: [
        ("Nummer 00340434161094042575.", 1), ("Nummer JD002233445566778 ist es.", 1),
        ("Nummer 00340434161094042557.", 0), ("Nummer 00340434999999992557.", 0),
        ("Bestellung 305-7683573-2694036.", 0),
    ])
    func aMistypedTrackingNumberIsPointedOut(text: String, count: Int) {
        let found = FactLock.slips(in: text, known)
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.rule == "FCT-02" && $0.suggestion != nil })
    }

    @Test(arguments: [
        ("Wir erstatten 499,00 € heute.", 1), ("Wir erstatten 49,90 € heute.", 0),
        ("We refund €50.00 today.", 1), ("EUR 1.049,90 gehen zurück.", 1),
        ("Le remboursement de 60 euros suit.", 1), ("In 90 Tagen.", 0), ("$90 elsewhere", 0),
        ("12,50 € und 20,00 €", 0),
    ])
    func anAmountAboveTheOrdersIsPointedOut(text: String, count: Int) {
        #expect(FactLock.slips(in: text, known).count { $0.rule == "FCT-03" } == count)
    }

    @Test(arguments: [
        ("Guten Tag Kai,\n\ngern.", 0), ("Guten Tag Herr Lenz,\n\ngern.", 0),
        ("Guten Tag Frau Berger,\n\ngern.", 1), ("Hello Ms Poe,\n", 1), ("Dear customer,\n", 0),
        ("Hello there,\n", 0), ("Sehr geehrte Damen und Herren,\n", 0), ("Bonjour Anne,\n", 1),
        ("Hola Kai:\n", 0), ("Gentile Sig.ra Rossi,\n", 1), ("田中 様\n", 0),
        ("Hello, thank you for writing.", 0), ("Danke!", 0),
    ])
    func aGreetingToSomebodyElseIsPointedOut(text: String, count: Int) {
        #expect(FactLock.slips(in: text, known).count { $0.rule == "FCT-04" } == count)
    }

    @Test(arguments: [("山田 様\n", 0), ("佐藤 様\n", 1), ("お客様\n", 0)])
    func easternNamesAreComparedToo(text: String, count: Int) {
        let known = FactLock.Case(trackingNumbers: [], total: nil, buyerName: "山田太郎")
        #expect(FactLock.slips(in: text, known).count == count)
    }

    @Test func amountsReadBothWaysOfWriting() {
        let read = { AmountScan.amount($0)?.description }
        #expect(read("1.234,50") == read("1234.5"))
        #expect(read("1,234.50") == read("1234.5"))
        #expect(read("12 480") == read("12480"))
        #expect(read("12,480") == read("12480"))
    }

    @Test func distancesBeyondTheLimitAreNil() {
        #expect(TextPlaces.distance("ABC", "ABD", atMost: 2) == 1)
        #expect(TextPlaces.distance("ABCD", "ACBD", atMost: 2) == 2)
        #expect(TextPlaces.distance("ABCD", "WXYZ", atMost: 2) == nil)
    }
}

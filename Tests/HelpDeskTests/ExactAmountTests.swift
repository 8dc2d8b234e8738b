import HelpDesk
import Testing

@Suite struct ExactAmountTests {
    @Test(arguments: [
        ("0.10", "0.1"), ("-0,05", "-0.05"), ("5980", "5980"), ("1.25E+1", "12.5"),
        ("125e-2", "1.25"), ("+7", "7"), (".5", "0.5"), ("-0", "0"),
    ])
    func readsWhatThePlatformWrites(text: String, plain: String) {
        #expect(ExactAmount(text)?.description == plain)
    }

    @Test(arguments: ["", "-", "1.2.3", "1,234.50", "12 EUR", "1e", "e5", "٣", "1e999", "--1"])
    func refusesEverythingElse(text: String) {
        #expect(ExactAmount(text) == nil)
    }

    @Test func tenDimesAreOneEuro() throws {
        let dime = try #require(ExactAmount("0.1"))
        let sum = (0..<10).reduce(ExactAmount?.some(.zero)) { sum, _ in sum?.adding(dime) }
        #expect(sum == ExactAmount("1"))
        #expect(sum?.text(decimals: 2) == "1.00")
    }

    @Test func differentScalesCompare() throws {
        let small = try #require(ExactAmount("-1.005"))
        let large = try #require(ExactAmount("-1"))
        #expect(small < large)
        #expect(small.isNegative)
    }
}

import HelpDesk
import Testing

@Suite struct TextFactsTests {
    @Test func numbersCodesAndLinksAreFacts() {
        #expect(
            TextFacts.of(
                "Order 026-1234567-1234567: JD000123456789 (49.90 EUR, 3 days) https://amazon.de/x."
            ) == ["026-1234567-1234567", "JD000123456789", "49.90", "https://amazon.de/x"])
    }

    @Test(arguments: [
        ("Es kostet 1.234,50 €.", "It costs $1,234.50.", 0),
        ("Es kostet 1.234,50 €.", "It costs 1,243.50.", 1),
        ("Nummer 4711-22", "番号は4711-22です", 0),
        ("Am 12.03.2026", "On 12/03/2026", 0),
        ("Paket JD000123456789", "Parcel 000123456789", 1),
        ("In 3 Tagen", "In three days", 0),
    ])
    func lostFactsAreNamed(original: String, text: String, count: Int) {
        #expect(TextFacts.lost(from: original, in: text).count == count)
    }
}

import HelpDesk
import Testing

@Suite struct DraftMaskTests {
    private let mask = DraftMask(
        known: [
            ("Kai Lenz", "buyer.name"), ("Kai", "buyer.name"), ("Lenz", "buyer.name"),
            ("305-1234567-7654321", "order.id"), ("JD0001234567", "shipment.tracking"),
        ], hidden: ["04107", "Leipzig"])

    @Test(arguments: [
        ("Kai Lenz, 305-1234567-7654321", "{{buyer.name}}, {{order.id}}"),
        ("gruß kai", "gruß {{buyer.name}}"),
        ("Kaiser bleibt Kaiser", "Kaiser bleibt Kaiser"),
        ("Paket JD0001234567!", "Paket {{shipment.tracking}}!"),
        ("Ich wohne in 04107 Leipzig", "Ich wohne in [...] [...]"),
        ("call +49 151 2345 6789 now", "call [...] now"),
        // A number that touches something known is no less a number.
        ("Kai:+4915123456789", "{{buyer.name}}:[...]"),
        ("Kai/(0151)2345678", "{{buyer.name}}/[...]"),
        ("305-1234567-7654321,0151/2345678", "{{order.id}},[...]"),
        ("Kai,a@b.example", "[...]"), ("Tel.0151 23 45 67 please", "Tel.[...] please"),
        ("+49 151 23456789", "[...]"), ("0151\u{A0}23\u{A0}45\u{A0}67", "[...]"),
        ("mail a@b.example", "mail [...]"), ("see https://x.example/1", "see [...]"),
        ("code 123456", "code [...]"), ("3 lamps for 20 euro", "3 lamps for 20 euro"),
        ("{{agent.alias}}", "(agent.alias)"), ("ORDER 111-2223334-4445556", "ORDER [...]"),
    ])
    func personsAndNumbersStay(text: String, masked: String) {
        #expect(mask.masked(text) == masked)
    }

    @Test func linesStayLines() {
        #expect(mask.masked("Kai\n\nKai") == "{{buyer.name}}\n\n{{buyer.name}}")
    }
}

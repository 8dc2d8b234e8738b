import Channels
import HelpDesk
import MailKit
import Testing

@testable import ChannelAmazon

struct TextTests {
    @Test(
        arguments: [
            ("Order: 305-1234567-7654321)", ["305-1234567-7654321"]),
            ("(注文:250-1234567-7654321)", ["250-1234567-7654321"]),
            ("１１２－１２３４５６７－７６５４３２１", ["112-1234567-7654321"]),
            ("1305-1234567-7654321", []), ("305-1234567-76543210", []), ("305-1234567-765432", []),
            ("12-305-1234567-7654321", []), ("305-1234567-7654321-9", []),
            (
                "111-1111111-1111111 111-1111111-1111111,222-2222222-2222222",
                ["111-1111111-1111111", "222-2222222-2222222"]
            ),
            ("", []), ("305-", []),
        ] as [(String, [OrderID])]) func `finds order numbers`(_ text: String, _ found: [OrderID])
    {
        #expect(OrderNumbers.all(in: text) == found)
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            String(repeating: "a", count: 1000),
            "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
        ),
    ]) func `digests as FIPS 180 says`(_ text: String, _ digest: String) {
        #expect(ContentDigest.hex(text) == digest)
    }

    @Test func `cleans what could steer a screen`() {
        #expect(SafeText.line("a\u{202E}b\u{7}\r\nBcc: c\u{1B}[31m") == "ab Bcc: c[31m")
        #expect(SafeText.body("\u{FEFF}  a \r\n\r\n\r\n\r\n\u{2066}b\u{0}\t\n\n") == "a\n\n\nb")
        #expect(SafeText.line("\u{E0041}家\u{3000}族 👩‍👧") == "家 族 👩‍👧")
    }

    @Test(arguments: [
        ("1 / Kettle, 1.7 l [ASIN: B0ABCDEFG1]", "Kettle, 1.7 l", 1),
        ("# 305-1:\n3 / A / B [ASIN: B0ABCDEFG1]\n", "A / B", 3),
        ("1 of Pan [ASIN: B0ABCDEFG1]", "Pan", 1), ("[ASIN: B0ABCDEFG1]", nil, nil),
        (
            "You have received a message. # 305-1111111-2222222: 2 / Cup [ASIN: B0ABCDEFG1]", "Cup",
            2
        ),
    ]) func `reads product lines`(_ text: String, _ title: String?, _ quantity: Int?) {
        let item = InboundItem(asin: "B0ABCDEFG1", title: title, quantity: quantity)
        #expect(TemplateItems.items(in: text) == [item])
    }

    @Test(arguments: [
        "spf=fail x", "a.example; spf=fail smtp.mailfrom=b", "a; dkim=pass; spf = fail (no)",
        "a; spf=hardfail",
    ]) func `reads an SPF failure`(_ value: String) throws {
        let headers = MailHeaders([MailHeader(name: "Authentication-Results", value: value)])
        let found = AuthenticationResults.failures(
            in: headers, failedResults: ["fail", "hardfail"])
        #expect(found == [.spfFailed])
    }

    @Test(arguments: [
        "a; spf=softfail; dkim=none; dmarc=none", "a; spf=pass; dkim=pass; dmarc=pass", "a; none",
        "",
        "a; dkim=fail header.d=x; dkim=pass header.d=amazon.de", "a; spf=neutral (dmarc=fail)",
        "a; spf=pass reason=\"spf=fail\"",
    ]) func `takes everything else as neutral`(_ value: String) {
        let headers = MailHeaders([MailHeader(name: "Authentication-Results", value: value)])
        #expect(AuthenticationResults.failures(in: headers, failedResults: ["fail"]).isEmpty)
    }

    @Test(arguments: [
        "javascript://sellercentral.amazon.de/messaging/no-response-needed?m=AAAAAAAAAAAAAAAAAAAAA",
        "https://sellercentral.amazon.de@evil.example/messaging/no-response-needed?m=AAAAAAAAA",
        "https://sellercentral.amazon.de.evil.example/messaging/no-response-needed?m=AAAAAAAAA",
        "https://evil.example/messaging/no-response-needed?m=AAAAAAAAAAAAAAAAAAAAA",
        "https://sellercentral.arnazon.de/messaging/no-response-needed?m=AAAAAAAAAAAAAAAAAAAAA",
    ]) func `trusts no link of others`(_ link: String) throws {
        let tables = try RelayTables.embedded()
        let tokens = FooterTokens(
            links: [link], table: tables.addresses.footer, hosts: MailHosts(tables.addresses))
        #expect(tokens.message == nil)
        #expect(tokens.noResponseNeededURL == nil)
    }

    @Test(arguments: [
        ("Ruckgabe*", "Wie ist die Rückgabefrist?", true),
        ("return it", "I want to RETURN  it.", true),
        ("return it", "returns it", false),
        ("change ~ address", "change the delivery address", true),
        ("change ~ address", "change a b c d e f g address", false), ("返品", "品物を返\n品したい", true),
        ("annulation", "demande d’annulation", true), ("dov'e", "Dov'è il pacco", true),
        ("ou est mon", "Où est mon colis", true), ("x", "", false),
    ]) func `matches phrases`(_ phrase: String, _ text: String, _ isIn: Bool) {
        #expect(Phrase(phrase).isIn(WordText(text)) == isIn)
        #expect(PhraseSet([phrase]).hasHit(in: WordText(text)) == isIn)
    }
}

import Foundation
import MailKit
import Testing

/// Each charset that mail of the eight marketplaces comes in.
struct CharsetTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var charset: String
        var bytes: [UInt8]
        var text: String
        var testDescription: String { charset }
    }

    static let samples: [Sample] = [
        Sample(charset: "utf-8", bytes: Array("Größe 尺码 サイズ".utf8), text: "Größe 尺码 サイズ"),
        Sample(charset: "iso-8859-1", bytes: [0x47, 0x72, 0xF6, 0xDF, 0x65], text: "Größe"),
        Sample(charset: "ISO-8859-15", bytes: [0x35, 0x20, 0xA4], text: "5 €"),
        Sample(
            charset: "windows-1252", bytes: [0x93, 0x6F, 0x75, 0x69, 0x94, 0x20, 0x80],
            text: "“oui” €"),
        // Senders write Latin-1 and mean Windows-1252.
        Sample(charset: "iso-8859-1", bytes: [0x80, 0x92], text: "€’"),
        Sample(
            charset: "iso-2022-jp",
            bytes: [
                0x1B, 0x24, 0x42, 0x24, 0x33, 0x24, 0x73, 0x24, 0x4B, 0x24, 0x41, 0x24, 0x4F, 0x1B,
                0x28, 0x42,
            ], text: "こんにちは"),
        Sample(
            charset: "Shift_JIS",
            bytes: [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD, 0x87, 0x40],
            text: "こんにちは①"),
        Sample(
            charset: "euc-jp", bytes: [0xA4, 0xB3, 0xA4, 0xF3, 0xA4, 0xCB, 0xA4, 0xC1, 0xA4, 0xCF],
            text: "こんにちは"),
        Sample(charset: "gb18030", bytes: [0xC4, 0xE3, 0xBA, 0xC3], text: "你好"),
        Sample(charset: "GB2312", bytes: [0xC4, 0xE3, 0xBA, 0xC3], text: "你好"),
        Sample(charset: "iso-8859-2", bytes: [0x77, 0xEA, 0xBF], text: "węż"),
        Sample(charset: "windows-1254", bytes: [0xFE, 0xF0], text: "şğ"),
    ]

    @Test(arguments: samples) func decodesABody(sample: Sample) {
        let head = "Subject: x\r\nContent-Type: text/plain; charset=\"\(sample.charset)\"\r\n\r\n"
        let parsed = ParsedMail(parsing: Array(head.utf8) + sample.bytes)
        #expect(parsed.text == sample.text)
        #expect(parsed.warnings.isEmpty)
    }

    @Test(arguments: samples) func decodesBase64AndHeaders(sample: Sample) {
        let encoded = Data(sample.bytes).base64EncodedString()
        let parsed = ParsedMail(
            parsing: mail(
                """
                Subject: =?\(sample.charset)?B?\(encoded)?=
                From: =?\(sample.charset)?B?\(encoded)?= <a@x.example>
                Content-Type: text/plain; charset=\(sample.charset)
                Content-Transfer-Encoding: base64

                \(encoded)
                """))
        #expect(parsed.text == sample.text)
        #expect(parsed.subject == sample.text)
        #expect(parsed.from.first?.name == sample.text)
    }

    @Test func replacesWhatDoesNotFit() {
        let head = "Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        let parsed = ParsedMail(parsing: Array(head.utf8) + [0x61, 0xFF, 0x62])
        #expect(parsed.text == "a\u{FFFD}b")
        #expect(parsed.warnings == [.badCharset("utf-8")])
    }

    @Test(arguments: ["x-unknown", "ISO-2022-CN-EXT", "UTF-7\\u0000", "../../etc/passwd"])
    func guessesBehindUnknownNames(charset: String) {
        let head = "Subject: x\r\nContent-Type: text/plain; charset=\"\(charset)\"\r\n\r\n"
        let parsed = ParsedMail(parsing: Array(head.utf8) + [0x47, 0x72, 0xF6, 0xDF, 0x65])
        #expect(parsed.text == "Größe")
        #expect(parsed.warnings.map(\.code) == ["bad_charset"])
    }

    @Test func readsUndeclaredUTF8AndItsHTMLDeclaration() {
        let plain = ParsedMail(parsing: Array("Subject: x\r\n\r\nGrüße".utf8))
        #expect(plain.text == "Grüße")
        #expect(plain.warnings.isEmpty)
        let head = "Subject: x\r\nContent-Type: text/html\r\n\r\n<meta charset=\"shift_jis\">"
        let html = ParsedMail(parsing: Array(head.utf8) + [0x82, 0xB1])
        #expect(html.html?.hasSuffix("こ") == true)
    }

    /// Python pads each word by itself; others split a character between two words.
    @Test(arguments: [
        ("=?utf-8?B?UmU6IOOBig==?=\n =?utf-8?B?5ZWP?= end", "Re: お問 end"),
        ("=?utf-8?Q?=E3=81?= =?UTF-8?Q?=8A_x?=", "お x"),
        ("=?utf-8?Q?a?= b =?utf-8*de?q?c=C3=A4?=", "a b cä"),
        ("=?iso-8859-1?Q?=F6?= =?utf-8?B?w6Q=?=", "öä"), ("=?utf-8?Q?a b?=", "a b"),
        ("=?utf-8?X?a?= =?utf-8", "=?utf-8?X?a?= =?utf-8"), ("=?utf-8?B?w6?=", "\u{FFFD}"),
        ("=?utf-8?Q?=41?=", "A"), ("=?utf-8?Q??= x", " x".trimmingPrefix(" ").description),
        ("=? =?utf-8?Q?=", "=? =?utf-8?Q?="), ("plain \u{E4}", "plain ä"),
    ])
    func readsEncodedWords(raw: String, text: String) {
        #expect(ParsedMail(parsing: mail("Subject: \(raw)\n\nx")).subject == text)
    }

    @Test func keepsDecodedCommasOutOfAddressLists() {
        let parsed = ParsedMail(
            parsing: mail("From: =?utf-8?Q?M=C3=BCller=2C_A_<x@evil.example>?= <a@x.example>\n\nx"))
        #expect(
            parsed.from == [
                MailAddress(name: "Müller, A <x@evil.example>", address: "a@x.example")
            ])
    }

    @Test func readsNamesInEncodedWords() {
        let parsed = ParsedMail(
            parsing: mail(
                """
                Content-Type: image/png; name="=?shift_jis?B?h0A=?=.png"
                Content-Disposition: attachment;
                 filename="=?utf-8?B?5ZWP?=
                 =?utf-8?B?5ZWP?=.png"

                x
                """))
        #expect(parsed.attachments.map(\.name) == ["問問.png"])
    }
}

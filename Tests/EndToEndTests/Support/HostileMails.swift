import Foundation

/// A letter that tries to do harm, and what must be left of it.
struct HostileMail: Sendable {
    var what: String
    var order: String
    var bytes: [UInt8]
}

enum HostileMails {
    static let all: [HostileMail] = [
        escapes, shortEscapes, overrides, injection, truncated, wrongCharset, unknownCharset,
        zeroes, huge, deep,
    ]

    private static func letter(_ number: Int, _ change: (inout BuyerLetter) -> Void = { _ in })
        -> BuyerLetter
    {
        var letter = BuyerLetter.series(900 + number)
        change(&letter)
        return letter
    }

    private static func mail(_ what: String, _ letter: BuyerLetter, _ bytes: [UInt8]? = nil)
        -> HostileMail
    {
        HostileMail(what: what, order: letter.order, bytes: bytes ?? letter.bytes)
    }

    private static func word(_ text: String) -> String {
        "=?UTF-8?B?\(Data(text.utf8).base64EncodedString())?="
    }

    private static let escapes = mail(
        "escape sequences",
        letter(1) { letter in
            letter.name = word("Evil\u{1B}]0;owned\u{07}\u{1B}[2J")
            letter.text = "Wo ist\u{1B}[31m mein\u{1B}]52;c;ZXZpbA==\u{07} Paket?\u{1B}P+q\u{1B}\\"
        })

    private static let shortEscapes = mail(
        "C1 controls",
        letter(2) { $0.text = "Wo ist \u{9B}2J mein \u{90}x\u{9C} Paket?\u{7F}\u{8}" })

    private static let overrides = mail(
        "direction overrides",
        letter(3) { letter in
            letter.name = word("\u{202E}Kunde\u{2066}")
            letter.text = "Rechnung\u{202E}fdp.exe\u{202C} \u{2067}an\u{2069} \u{200F}mich\u{061C}?"
        })

    private static var injection: HostileMail {
        let letter = letter(4) { $0.name = word("Kunde\r\nBcc: victim@evil.example") }
        let subject = word("Hallo\r\nBcc: victim@evil.example\r\n\r\nBody")
        let text = String(decoding: letter.bytes, as: UTF8.self)
            .replacingOccurrences(of: "Subject: ", with: "Subject: \(subject) ")
        return mail("header injection", letter, Array(text.utf8))
    }

    private static var truncated: HostileMail {
        let letter = letter(5)
        let encoded = Data(letter.plain.utf8).base64EncodedString()
        let body =
            "--cut\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n" + encoded.prefix(encoded.utf8.count / 2)
        return mail(
            "truncated MIME", letter,
            letter.mail(type: "multipart/alternative; boundary=\"cut\"", body: Array(body.utf8)))
    }

    private static var wrongCharset: HostileMail {
        let letter = letter(6) { $0.text = "Größe passt nicht, bitte tauschen" }
        let latin = letter.plain.data(using: .isoLatin1) ?? Data()
        return mail(
            "latin bytes called UTF-8", letter,
            letter.mail(type: "text/plain; charset=utf-8", body: [UInt8](latin)))
    }

    private static var unknownCharset: HostileMail {
        let letter = letter(7)
        return mail(
            "a charset that nobody knows", letter,
            letter.mail(type: "text/plain; charset=\"x-\u{1B}[2J\"", body: Array(letter.plain.utf8))
        )
    }

    private static let zeroes = mail(
        "zero bytes", letter(8) { $0.text = "Wo ist\u{0} mein\u{0}\u{0} Paket?" })

    private static let huge = mail(
        "ten megabytes",
        letter(9) { letter in
            letter.text = String(
                repeating: "Wo bleibt mein Paket? Es sollte gestern kommen.\r\n", count: 205_000)
        })

    private static var deep: HostileMail {
        let letter = letter(10)
        var body = ""
        for level in 0..<500 {
            body +=
                "--b\(level)\r\nContent-Type: multipart/mixed; boundary=\"b\(level + 1)\"\r\n\r\n"
        }
        return mail(
            "five hundred boxes in boxes", letter,
            letter.mail(type: "multipart/mixed; boundary=\"b0\"", body: Array(body.utf8)))
    }
}

extension Sequence<UInt8> {
    /// Characters that would act on a terminal: controls other than line end and tab, and everything
    /// that turns the direction of text around.
    var dangers: [Unicode.Scalar] {
        String(decoding: Array(self), as: UTF8.self).unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A: false
            case 0x00...0x1F, 0x7F...0x9F: true
            case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }
}

import MailKit
import SwiftExtensions
import Testing

/// Lines as a mail on the wire.
func mail(_ text: String) -> [UInt8] {
    Array(text.replacing("\n", with: "\r\n").utf8)
}

struct ParsedMailTests {
    private let relay = mail(
        """
        Delivered-To: desk@shop.example
        Return-Path: <bounce@relay.example>
        Received: from a.example by b.example; Sat, 7 Mar 2026 22:10:01 +0000
        Received: from c.example by a.example; Sat, 7 Mar 2026 22:10:00 +0000
        From: "=?utf-8?Q?J=C3=B6rg_Beispiel?=" <ab12cd34ef56gh+0A1B2C3D-1111@marketplace.example>
        Reply-To: ab12cd34ef56gh+0A1B2C3D-1111@marketplace.example
        To: Shop <desk@shop.example>, "Second, Desk" <second@shop.example>
        Subject: =?iso-8859-1?Q?Frage_zur_Gr=F6=DFe?= (Bestellung: 111-2222222-3333333)
        Date: Sat, 7 Mar 2026 23:10:00 +0100
        Message-ID: <one@eu.example>
        In-Reply-To: <zero@shop.example>
        References: <minus@shop.example>
         <zero@shop.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary="inner"

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Passt Gr=C3=B6=C3=9Fe 42?=
         Danke!
        --inner
        Content-Type: text/html; charset=utf-8

        <p>Passt Größe&nbsp;42?</p>
        --inner--
        --outer
        Content-Type: image/png; name="bild.png"
        Content-Disposition: inline; filename="bild.png"
        Content-ID: <img1@x>
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --outer--
        """)

    @Test func readsTheHead() throws {
        let parsed = ParsedMail(parsing: relay)
        #expect(
            parsed.from == [
                MailAddress(
                    name: "Jörg Beispiel",
                    address: "ab12cd34ef56gh+0A1B2C3D-1111@marketplace.example")
            ])
        #expect(parsed.replyTo.first?.localPart == "ab12cd34ef56gh+0A1B2C3D-1111")
        #expect(parsed.from.first?.domain == "marketplace.example")
        #expect(parsed.to.map(\.name) == ["Shop", "Second, Desk"])
        #expect(parsed.deliveredTo.map(\.address) == ["desk@shop.example"])
        #expect(parsed.subject == "Frage zur Größe (Bestellung: 111-2222222-3333333)")
        #expect(parsed.date?.iso8601 == "2026-03-07T22:10:00Z")
        #expect(parsed.receivedAt?.iso8601 == "2026-03-07T22:10:01Z")
        #expect(parsed.messageID == "one@eu.example")
        #expect(parsed.inReplyTo == ["zero@shop.example"])
        #expect(parsed.references == ["minus@shop.example", "zero@shop.example"])
        #expect(parsed.headers.values("received").count == 2)
        #expect(parsed.headers.all.first?.name == "Delivered-To")
        #expect(parsed.warnings.isEmpty)
        #expect(!parsed.isAutomatic)
    }

    @Test func readsTheParts() throws {
        let parsed = ParsedMail(parsing: relay)
        #expect(parsed.text == "Passt Größe 42? Danke!")
        #expect(parsed.html == "<p>Passt Größe&nbsp;42?</p>")
        let picture = try #require(parsed.attachments.first)
        #expect(picture.name == "bild.png")
        #expect(picture.mediaType == "image/png")
        #expect(picture.contentID == "img1@x")
        #expect(picture.isInline)
        #expect(picture.bytes == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }

    @Test func prefersPlainTextAndFallsBackToHTML() {
        #expect(ParsedMail(parsing: relay).bestText == "Passt Größe 42? Danke!")
        let htmlOnly = ParsedMail(
            parsing: mail("Subject: x\nContent-Type: text/html\n\n<b>Hallo</b><br>Welt"))
        #expect(htmlOnly.text == nil)
        #expect(htmlOnly.bestText == "Hallo\nWelt")
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-replied", true), ("Auto-Submitted: no", false),
        ("Precedence: bulk", true), ("Return-Path: <>", true), ("X-Other: yes", false),
    ])
    func knowsMachines(header: String, isAutomatic: Bool) {
        let parsed = ParsedMail(parsing: mail("\(header)\nSubject: x\n\nhi"))
        #expect(parsed.isAutomatic == isAutomatic)
    }

    @Test func keepsAMailInsideTheMailAsAFile() throws {
        let parsed = ParsedMail(
            parsing: mail(
                """
                Subject: outer
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                see below
                --b
                Content-Type: message/rfc822

                Subject: inner
                From: a@x.example

                inner text
                --b--
                """))
        #expect(parsed.text == "see below")
        let file = try #require(parsed.attachments.first)
        #expect(file.name == "message.eml")
        #expect(file.mediaType == "message/rfc822")
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("inner text"))
    }
}

import MailKit
import SwiftExtensions
import Testing

struct OutgoingMailTests {
    private func draft(subject: String = "Re: size", text: String = "Hello,\nyes.") -> OutgoingMail
    {
        OutgoingMail(
            from: MailAddress(name: "Shop", address: "desk@shop.example"),
            to: [MailAddress(address: "ab12cd+0A1B-2C@marketplace.example")], subject: subject,
            text: text, messageID: "out-1@shop.example", date: Timestamp(seconds: 1_772_921_400),
            inReplyTo: "in-1@eu.example", references: ["in-0@eu.example", "in-1@eu.example"])
    }

    @Test func writesAPlainAnswer() throws {
        let text = String(decoding: try draft().encoded(), as: UTF8.self)
        #expect(
            text
                == """
                From: "Shop" <desk@shop.example>
                To: ab12cd+0A1B-2C@marketplace.example
                Subject: Re: size
                Date: Sat, 7 Mar 2026 22:10:00 +0000
                Message-ID: <out-1@shop.example>
                In-Reply-To: <in-1@eu.example>
                References: <in-0@eu.example> <in-1@eu.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Hello,
                yes.

                """.replacing("\n", with: "\r\n"))
    }

    @Test(arguments: [
        "Ja, Größe 42 passt.\n\n  eingerückt \nFrom the shop\n.\n=3D =C3", "こんにちは。\nサイズは42です。",
        "您好,\n尺码是42。", String(repeating: "word ", count: 2000), "", "a\tb", "€",
        String(repeating: "长", count: 3000),
    ])
    func isReadBackAsWritten(text: String) throws {
        let bytes = try draft(text: text).encoded()
        let parsed = ParsedMail(parsing: bytes)
        #expect(parsed.text == (text.hasSuffix("\n") ? text : text + "\n") || parsed.text == text)
        #expect(parsed.warnings.isEmpty)
        let lines = bytes.split(separator: 0x0A)
        #expect(lines.allSatisfy { $0.count <= 79 })
        #expect(bytes.allSatisfy { $0 < 0x80 })
    }

    @Test(arguments: [
        "Re: Frage von Amazon-Kunde Jörg (Bestellung: 111-2222222-3333333)",
        "Re: お問い合わせ" + String(repeating: "長い件名", count: 60), "Re: =?utf-8?B?eA==?=",
        "Re: " + String(repeating: "x", count: 2000), "a  b", "",
        String(repeating: "word ", count: 50) + "x",
    ])
    func subjectsAreReadBackAsWritten(subject: String) throws {
        let bytes = try draft(subject: subject).encoded()
        #expect(ParsedMail(parsing: bytes).subject == subject)
        #expect(bytes.split(separator: 0x0A).allSatisfy { $0.count <= 998 })
    }

    @Test(arguments: [
        ("size", "Re: size"), ("Re: size", "Re: size"), ("RE: AW: re: size", "Re: size"),
        ("  Re:size", "Re: size"), ("Reh: size", "Re: Reh: size"), ("", "Re: "),
    ])
    func answersWithOneRe(original: String, reply: String) {
        #expect(OutgoingMail.replySubject(to: original) == reply)
    }

    @Test(arguments: ["\r\nBcc: x@evil.example", "\n", "\r", "\0", "\u{1B}", "\u{85}", "\u{2028}"])
    func refusesInjectedHeaders(poison: String) {
        var mails: [(OutgoingMail, OutgoingMailError.Field)] = []
        var mail = draft(subject: "size" + poison)
        mails.append((mail, .subject))
        mail = draft()
        mail.from.name += poison
        mails.append((mail, .from))
        mail = draft()
        mail.to[0].address += poison
        mails.append((mail, .to))
        mail = draft()
        mail.messageID += poison
        mails.append((mail, .messageID))
        mail = draft()
        mail.references.append("a" + poison)
        mails.append((mail, .references))
        mail = draft()
        mail.attachments = [MailAttachment(name: "a" + poison, mediaType: "text/plain", bytes: [])]
        mails.append((mail, .attachment))
        for (mail, field) in mails {
            #expect(throws: OutgoingMailError.controlCharacter(field)) { try mail.encoded() }
        }
    }

    @Test func refusesWhatCannotBeSent() {
        var mail = draft()
        mail.to = []
        #expect(throws: OutgoingMailError.noRecipient) { try mail.encoded() }
        mail.to = [MailAddress(address: "a b@x.example")]
        #expect(throws: OutgoingMailError.badAddress(.to)) { try mail.encoded() }
        mail = draft()
        mail.messageID = "a> <b@x"
        #expect(throws: OutgoingMailError.badMessageID(.messageID)) { try mail.encoded() }
        #expect(throws: OutgoingMailError.controlCharacter(.text)) {
            try draft(text: "a\0b").encoded()
        }
    }

    @Test func carriesFiles() throws {
        var outgoing = draft(text: "Siehe Anhang")
        outgoing.attachments = [
            MailAttachment(
                name: "Rechnung Größe.pdf", mediaType: "application/pdf", bytes: [0, 1, 2, 255]),
            MailAttachment(
                name: String(repeating: "图", count: 100) + ".png", mediaType: "image/png\r\nX: y",
                bytes: Array(repeating: 7, count: 300)),
        ]
        let bytes = try outgoing.encoded()
        let parsed = ParsedMail(parsing: bytes)
        #expect(parsed.text == "Siehe Anhang\n" || parsed.text == "Siehe Anhang")
        #expect(parsed.attachments.map(\.name) == outgoing.attachments.map(\.name))
        #expect(parsed.attachments.map(\.bytes) == outgoing.attachments.map(\.bytes))
        #expect(
            parsed.attachments.map(\.mediaType) == ["application/pdf", "application/octet-stream"])
        #expect(bytes.split(separator: 0x0A).allSatisfy { $0.count <= 200 })
        #expect(parsed.warnings.isEmpty)
    }

    @Test func boundsTheThread() throws {
        var outgoing = draft()
        outgoing.references = (0..<500).map { "ref-\($0)@x.example" }
        let parsed = ParsedMail(parsing: try outgoing.encoded())
        #expect(parsed.references.count == 21)
        #expect(parsed.references.first == "ref-0@x.example")
        #expect(parsed.references.last == "ref-499@x.example")
    }
}

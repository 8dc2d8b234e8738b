import MailKit
import Testing

/// Mails made to break readers. Each must come back as a value, and quickly.
struct HostileMailTests {
    private let small = mail(
        """
        From: =?utf-8?Q?J=C3=B6rg?= <a@x.example>
        Subject: =?iso-2022-jp?B?GyRCJDMbKEI=?=
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain; charset=iso-2022-jp
        Content-Transfer-Encoding: base64

        GyRCJDMkcyRLJEEkTxsoQg==
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; x.example

        Final-Recipient: rfc822; y@x.example
        Action: failed
        Status: 5.1.1
        --b
        Content-Type: message/rfc822

        Message-ID: <m@x.example>

        hi
        --b
        Content-Disposition: attachment; filename*0*=utf-8''%e2%82%ac; filename*1=".txt"

        x
        --b--
        """)

    @Test func survivesACutAtEveryByte() {
        let whole = ParsedMail(parsing: small)
        #expect(whole.subject == "こ")
        #expect(whole.report?.originalMessageID == "m@x.example")
        for count in 0...small.count {
            let parsed = ParsedMail(parsing: Array(small.prefix(count)))
            #expect(parsed.attachments.count <= 2)
        }
    }

    @Test func survivesAnyByteBeingWrong() {
        for index in small.indices {
            for byte: UInt8 in [0x00, 0x0A, 0x22, 0x2D, 0x3D, 0xFF] {
                var broken = small
                broken[index] = byte
                #expect(ParsedMail(parsing: broken).warnings.count < 20)
            }
        }
    }

    @Test func namesATruncatedMultipart() {
        let parsed = ParsedMail(
            parsing: mail("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello"))
        #expect(parsed.text == "hello")
        #expect(parsed.warnings.contains(.truncatedMultipart))
    }

    @Test func readsAMultipartWithoutBoundary() {
        let parsed = ParsedMail(parsing: mail("Subject: x\nContent-Type: multipart/mixed\n\nhello"))
        #expect(parsed.subject == "x")
        #expect(parsed.warnings.contains(.malformedMultipart))
    }

    @Test func keepsHeadersOneLineLong() {
        let parsed = ParsedMail(
            parsing: mail(
                """
                Subject: =?utf-8?Q?Hi=0D=0ABcc:_evil@x.example=00=1B[2J?=
                From: =?utf-8?Q?A=0AB=E2=80=AE?= <a@x.example>
                X-Raw: a\u{1B}]0;title\u{7}b

                hello
                """))
        #expect(parsed.subject.hasPrefix("Hi  Bcc: evil@x.example"))
        #expect(parsed.headers.values("Bcc").isEmpty)
        let scalars =
            parsed.headers.all.flatMap { $0.value.unicodeScalars }
            + (parsed.from.first?.name ?? "").unicodeScalars
        #expect(scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E && $0.value != 0x7F })
    }

    @Test func removesControlsFromTheBody() {
        let parsed = ParsedMail(
            parsing: mail(
                "Subject: x\nContent-Type: text/plain; charset=utf-8\n\na\u{1B}[2J\u{0}b\u{9B}c\td\ne"
            ))
        #expect(parsed.text == "a[2Jbc\td\ne")
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), (#"C:\Windows\system32\cmd.exe"#, "cmd.exe"),
        ("..%2F..%2Fa", "%2F..%2Fa"), ("a\u{202E}fdp.exe", "afdp.exe"),
        ("rechnung\u{0}.pdf", "rechnung.pdf"), (".bashrc", "bashrc"), ("-rf", "rf"),
        ("a:b|c?.txt", "a_b_c_.txt"), ("invoice.pdf         .exe", "invoice.pdf .exe"),
        ("///", ""), ("图片.png", "图片.png"),
    ])
    func cleansFileNames(claimed: String, name: String) {
        #expect(FileName.cleaned(claimed) == name)
    }

    @Test func cleansNamesOfRFC2231() throws {
        let parsed = ParsedMail(
            parsing: mail(
                """
                Subject: x
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=utf-8''..%2F..%2Frech%E2%80%AEfdp.exe

                x
                """))
        #expect(try #require(parsed.attachments.first).name == "rechfdp.exe")
    }

    @Test func stopsAtTheNestingLimit() {
        var text = "Subject: x\n"
        for level in 0..<3000 {
            text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
        }
        let parsed = ParsedMail(parsing: mail(text + "\nhello"))
        #expect(parsed.subject == "x")
        #expect(parsed.warnings.contains(.tooDeep))
    }

    @Test func stopsAtThePartLimit() {
        let text = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        let parts = String(repeating: "--b\nContent-Type: image/gif\n\nx\n", count: 50_000)
        let parsed = ParsedMail(parsing: mail(text + parts + "--b--\n"))
        #expect(parsed.attachments.count <= 200)
        #expect(parsed.warnings.contains(.tooManyParts))
    }

    @Test func boundsHeaders() {
        let many = String(repeating: "X-A: b\n", count: 100_000)
        let parsed = ParsedMail(parsing: mail("Subject: x\n" + many + "\nhello"))
        #expect(parsed.headers.all.count <= 500)
        #expect(parsed.warnings.contains(.badHeader))
        let long = ParsedMail(
            parsing: mail("Subject: \(String(repeating: "é", count: 3 << 20))\n\nhello"))
        #expect(long.subject.utf8.count <= 16 << 10)
        let crowd = "To: " + (0..<20_000).map { "a\($0)@x.example" }.joined(separator: ",\n ")
        #expect(ParsedMail(parsing: mail(crowd + "\n\nhello")).to.count == 200)
    }

    @Test func readsTenMegabytes() throws {
        let line = String(repeating: "abcdefg \u{FC}", count: 7) + "\n"
        let text = String(repeating: line, count: 10 << 20 / line.utf8.count)
        let parsed = ParsedMail(
            parsing: mail("Subject: big\nContent-Type: text/plain; charset=utf-8\n\n" + text))
        #expect(try #require(parsed.text).utf8.count <= 2 << 20)
        #expect(parsed.warnings == [.textCut])
        let limits = MailLimits(mailBytes: 1000)
        #expect(
            ParsedMail(parsing: mail("Subject: big\n\n" + text), limits: limits).warnings == [
                .oversize
            ])
    }

    @Test func readsNothingAndNoise() {
        #expect(ParsedMail(parsing: [UInt8]()).warnings == [.noHeaders])
        var state: UInt64 = 1
        for _ in 0..<300 {
            let noise = (0..<400).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
            #expect(ParsedMail(parsing: small + noise).warnings.count < 20)
            #expect(ParsedMail(parsing: noise).warnings.count < 20)
        }
    }
}

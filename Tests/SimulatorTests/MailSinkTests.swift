import Simulator
import SwiftExtensions
import Synchronization
import Testing

/// The pretend mail server over real sockets.
@Suite struct MailSinkTests {
    private func greeted(_ port: Int) throws -> RawConnection {
        var connection = try RawConnection(port: port)
        #expect(try connection.answer().hasPrefix("220 sink.example"))
        #expect(try connection.ask("EHLO desk.example") == "250 AUTH PLAIN LOGIN")
        return connection
    }

    private func envelope(_ connection: inout RawConnection) throws -> String {
        #expect(try connection.ask("MAIL FROM:<desk@desk.example> SIZE=100").hasPrefix("250"))
        #expect(try connection.ask("RCPT TO:<a+b@marketplace.amazon.de>").hasPrefix("250"))
        return try connection.ask("DATA")
    }

    @Test func takesMailAndRemovesDotStuffing() async throws {
        let seen = Mutex<[SunkMail]>([])
        let sink = MailSink { mail in seen.withLock { $0.append(mail) } }
        let port = try await sink.start()
        var connection = try greeted(port)
        #expect(try envelope(&connection).hasPrefix("354"))
        connection.send("Subject: Hi\r\n folded\r\n\r\n..dot\r\n.")
        connection.send(".\r\n.\r\n")
        #expect(try connection.answer().hasPrefix("250"))
        #expect(try connection.ask("QUIT").hasPrefix("221"))
        let mail = try #require(sink.mails.first)
        #expect(mail.recipients == ["a+b@marketplace.amazon.de"])
        #expect(String(decoding: mail.bytes, as: UTF8.self).hasSuffix("\r\n\r\n.dot\r\n.\r\n"))
        #expect(mail.header("subject") == "Hi folded")
        await sink.stop()
        #expect(seen.withLock { $0 } == sink.mails)
    }

    @Test func knowsItsUsers() async throws {
        let sink = MailSink(MailSinkSettings(users: ["desk": "open sesame"]))
        let port = try await sink.start()
        var connection = try greeted(port)
        #expect(try connection.ask("MAIL FROM:<a@desk.example>").hasPrefix("530"))
        #expect(try connection.ask("AUTH PLAIN AGRlc2sAd3Jvbmc=").hasPrefix("535"))
        #expect(try connection.ask("AUTH PLAIN !!!").hasPrefix("501"))
        #expect(try connection.ask("AUTH LOGIN").hasPrefix("334"))
        #expect(try connection.ask("ZGVzaw==").hasPrefix("334"))
        #expect(try connection.ask("b3BlbiBzZXNhbWU=").hasPrefix("235"))
        #expect(try connection.ask("MAIL FROM:<a@desk.example>").hasPrefix("250"))
        await sink.stop()
    }

    @Test func keepsTheOrderOfCommands() async throws {
        let sink = MailSink()
        let port = try await sink.start()
        var connection = try greeted(port)
        #expect(try connection.ask("DATA").hasPrefix("503"))
        #expect(try connection.ask("RCPT TO:<a@b.example>").hasPrefix("503"))
        #expect(try connection.ask("MAIL FROM:a@b").hasPrefix("501"))
        #expect(try connection.ask("MAIL FROM:<a@b.example>").hasPrefix("250"))
        #expect(try connection.ask("RSET").hasPrefix("250"))
        #expect(try connection.ask("RCPT TO:<a@b.example>").hasPrefix("503"))
        #expect(try connection.ask("FROBNICATE").hasPrefix("502"))
        await sink.stop()
    }

    @Test func refusesWhatIsTooBig() async throws {
        let sink = MailSink(MailSinkSettings(sizeLimit: 1000))
        let port = try await sink.start()
        var connection = try greeted(port)
        #expect(try connection.ask("MAIL FROM:<a@b.example> SIZE=1001").hasPrefix("552"))
        #expect(try envelope(&connection).hasPrefix("354"))
        for _ in 0..<20 { connection.send(String(repeating: "x", count: 99) + "\r\n") }
        #expect(try connection.ask(".").hasPrefix("552"))
        #expect(sink.mails.isEmpty)
        #expect(try envelope(&connection).hasPrefix("354"))
        #expect(try connection.ask("short\r\n.").hasPrefix("250"))
        await sink.stop()
    }

    @Test func recipientsCanBeRefusedOnce() async throws {
        let sink = MailSink()
        sink.inject(.refuseRecipient(code: 550, text: "5.1.1 Nobody here"))
        sink.inject(.deferRecipient)
        let port = try await sink.start()
        var connection = try greeted(port)
        #expect(try connection.ask("MAIL FROM:<a@b.example>").hasPrefix("250"))
        #expect(try connection.ask("RCPT TO:<c@d.example>") == "550 5.1.1 Nobody here")
        #expect(try connection.ask("RCPT TO:<c@d.example>").hasPrefix("450"))
        #expect(try connection.ask("RCPT TO:<c@d.example>").hasPrefix("250"))
        await sink.stop()
    }

    @Test func dropsBeforeOrAfterTheEnd() async throws {
        let sink = MailSink()
        sink.inject(.dropBeforeEnd)
        sink.inject(.dropAfterEnd)
        let port = try await sink.start()
        var first = try greeted(port)
        #expect(try envelope(&first).hasPrefix("354"))
        first.send("lost\r\n.\r\n")
        #expect(throws: RawConnection.Failure.self) { try first.line() }
        #expect(sink.mails.isEmpty)
        var second = try greeted(port)
        #expect(try envelope(&second).hasPrefix("354"))
        second.send("kept\r\n.\r\n")
        #expect(throws: RawConnection.Failure.self) { try second.line() }
        #expect(sink.mails.count == 1)
        #expect(sink.connectionCount == 2)
        await sink.stop()
    }

    @Test func refusesTextAndLogin() async throws {
        let sink = MailSink()
        sink.inject(.refuseData(code: 554))
        sink.inject(.refuseLogin)
        let port = try await sink.start()
        var connection = try greeted(port)
        #expect(try connection.ask("AUTH PLAIN AGRlc2sAeA==").hasPrefix("535"))
        #expect(try envelope(&connection).hasPrefix("354"))
        #expect(try connection.ask("text\r\n.").hasPrefix("554"))
        #expect(sink.mails.isEmpty)
        await sink.stop()
    }

    @Test func slowAnswersKeepTheirOrder() async throws {
        let sink = MailSink()
        sink.inject(.slow(.milliseconds(5)))
        let port = try await sink.start()
        var connection = try greeted(port)
        connection.send("NOOP\r\nHELO a\r\nQUIT\r\n")
        #expect(try connection.line() == "250 2.0.0 OK")
        #expect(try connection.line() == "250 sink.example")
        #expect(try connection.line().hasPrefix("221"))
        await sink.stop()
    }
}

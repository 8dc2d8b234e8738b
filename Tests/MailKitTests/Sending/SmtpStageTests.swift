import MailHost
import MailKit
import SwiftExtensions
import Testing

/// A server that fails at each stage in turn: the result must say whether a second try is safe.
@Suite(.timeLimit(.minutes(1)))
struct SmtpStageTests {
    private let envelope = MailEnvelope(from: "desk@shop.example", recipients: ["buyer@x.example"])
    private let message = mail("Subject: x\n\n.dot\nend\n")

    private func send(
        _ credentials: MailCredentials? = nil,
        to script: @escaping @Sendable (ScriptedServer.Connection) -> Void
    ) async throws -> SendResult {
        let server = try ScriptedServer(script)
        var login: (@Sendable () throws -> MailCredentials)?
        if let credentials { login = { credentials } }
        let sender = SmtpSender(
            server: MailServer(host: "127.0.0.1", port: server.port, security: .plain),
            credentials: login, timeout: .seconds(5),
            lastAnswerTimeout: .seconds(5))
        return await sender.send(message, envelope: envelope)
    }

    @Test func hangsUpBeforeTheGreeting() async throws {
        let result = try await send { _ in }
        #expect(result.isConnectionFailure)
    }

    @Test func isTurnedAwayByTheGreeting() async throws {
        let result = try await send { $0.say("421 4.3.2 too busy") }
        #expect(result == .notSent(.unavailable(ServerReply(code: 421, text: "4.3.2 too busy"))))
    }

    @Test func hangsUpAtDATA() async throws {
        let result = try await send {
            $0.say("220 hi")
            $0.answer("250 x", "250 ok", "250 ok")
            _ = $0.line()
        }
        #expect(result.isConnectionFailure)
    }

    @Test func hangsUpAfterTheFinalDot() async throws {
        let result = try await send {
            $0.say("220 hi")
            $0.answer("250 x", "250 ok", "250 ok", "354 go on")
            _ = $0.lines(through: ".")
        }
        #expect(result == .unknown(.finalDot))
    }

    @Test(arguments: [
        (
            "250 2.0.0 queued as 1",
            SendResult.accepted(ServerReply(code: 250, text: "2.0.0 queued as 1"))
        ),
        ("451 4.3.0 later", .rejectedTransient(ServerReply(code: 451, text: "4.3.0 later"))),
        ("552 5.3.4 too big", .rejectedPermanent(ServerReply(code: 552, text: "5.3.4 too big"))),
    ])
    func believesTheLastAnswer(words: String, expected: SendResult) async throws {
        let result = try await send {
            $0.say("220 hi")
            $0.answer("250 x", "250 ok", "250 ok", "354 go on")
            _ = $0.lines(through: ".")
            $0.say(words)
            _ = $0.line()
        }
        #expect(result == expected)
    }

    @Test(arguments: [
        (
            "550 5.1.1 <buyer@x.example> gone",
            SendResult.rejectedPermanent(ServerReply(code: 550, text: "5.1.1 <recipient> gone"))
        ),
        ("450 4.2.1 later", .rejectedTransient(ServerReply(code: 450, text: "4.2.1 later"))),
    ])
    func believesARefusedRecipient(words: String, expected: SendResult) async throws {
        let result = try await send {
            $0.say("220 hi")
            $0.answer("250 x", "250 ok", words)
        }
        #expect(result == expected)
    }

    @Test func carriesTheMailUnchanged() async throws {
        let seen = Seen()
        _ = try await send {
            $0.say("220 hi")
            $0.answer("250 x", "250 ok", "250 ok", "354 go on")
            seen.put($0.lines(through: "."))
            $0.say("250 ok")
            _ = $0.line()
        }
        #expect(seen.take() == ["Subject: x", "", "..dot", "end", "."])
    }

    @Test(arguments: [
        ("535 5.7.8 no", true), ("454 4.7.0 later", false),
    ])
    func tellsWhyALoginFailed(words: String, isPermanent: Bool) async throws {
        let result = try await send(.oauth2(user: "desk", token: MailSecret("t"))) {
            $0.say("220 hi")
            $0.answer("250 AUTH XOAUTH2", words)
        }
        guard case .notSent(.authentication(let reply, isPermanent)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(reply?.code == Int(words.prefix(3)))
    }

    @Test func sendsTheTokenAsXOAUTH2() async throws {
        let seen = Seen()
        _ = try await send(.oauth2(user: "desk", token: MailSecret("tok"))) {
            $0.say("220 hi")
            $0.answer("250 AUTH XOAUTH2")
            seen.put([$0.line() ?? ""])
        }
        #expect(seen.take() == ["AUTH XOAUTH2 dXNlcj1kZXNrAWF1dGg9QmVhcmVyIHRvawEB"])
    }

    @Test func insistsOnTLS() async throws {
        let server = try ScriptedServer {
            $0.say("220 hi")
            $0.answer("250 x")
        }
        let sender = SmtpSender(
            server: MailServer(host: "127.0.0.1", port: server.port, security: .startTLS),
            credentials: { .password(user: "desk", MailSecret("secret")) }, timeout: .seconds(5))
        let result = await sender.send(message, envelope: envelope)
        #expect(result == .notSent(.insecure("the server does not offer TLS")))
    }

    @Test(arguments: ["a b@x.example", "a@x.example\r\nRCPT TO:<c@x.example>", "a@x>", "", "@"])
    func refusesAddressesThatBreakTheProtocol(recipient: String) async {
        let server = MailServer(host: "127.0.0.1", port: 1, security: .plain)
        let result = await SmtpSender(server: server, credentials: nil).send(
            message, envelope: MailEnvelope(from: "desk@shop.example", recipients: [recipient]))
        #expect(result == .notSent(.impossible("an address cannot stand in an SMTP command")))
    }

    @Test func refusesToSpeakPlainlyToStrangers() async {
        let server = MailServer(host: "192.0.2.1", port: 25, security: .plain)
        let result = await SmtpSender(server: server, credentials: nil).send(
            message, envelope: envelope)
        #expect(result == .notSent(.insecure("without TLS only loopback is allowed")))
    }
}

extension SendResult {
    var isConnectionFailure: Bool {
        if case .notSent(.connection) = self { true } else { false }
    }
}

import Core
import MailHost
import Settings
import Testing

/// Mailboxes and senders without a real server: folders, commands, and servers that misbehave.
struct MailboxTests {
    private func patient(
        maildir: String? = nil, outbound: MailboxSettings.Outbound? = nil
    ) throws -> Patient {
        var patient = try Patient()
        patient.configuration.mailboxes = [
            MailboxSettings(
                name: "desk", inbound: .maildir(maildir ?? patient.folder.path + "/mail"),
                outbound: outbound, login: .none, from: "desk@desk.example")
        ]
        return patient
    }

    /// A desk whose only mailbox is on this port of the loopback, as is its sender.
    private func patient(
        port: UInt16, encryption: MailServer.Encryption = .none, passwordFile: String? = nil
    ) throws -> Patient {
        var patient = try Patient()
        let server = MailServer(host: "127.0.0.1", port: Int(port), encryption: encryption)
        let file = try passwordFile ?? patient.folder.write("secret", to: "password")
        patient.configuration.mailboxes = [
            MailboxSettings(
                name: "desk", inbound: .imap(server), outbound: .smtp(server),
                login: .password(user: "desk", .file(file)), from: "desk@desk.example")
        ]
        return patient
    }

    @Test func aMaildirWithItsFoldersCanBeRead() async throws {
        let patient = try patient()
        for name in ["mail", "mail/new", "mail/cur"] { patient.folder.folder(name) }
        #expect(await patient.codes("mailbox") == [.mailboxOk])
    }

    @Test(arguments: [[], ["mail"], ["mail", "mail/new"]])
    func anIncompleteMaildirIsAnError(_ folders: [String]) async throws {
        let patient = try patient()
        for name in folders { patient.folder.folder(name) }
        #expect(await patient.codes("mailbox") == [.mailboxMaildirMissing])
    }

    @Test(arguments: ["* BYE busy", "HTTP/1.1 400 Bad Request"])
    func aServerThatSpeaksSomethingElseIsNotTakenForAWrongPassword(_ greeting: String)
        async throws
    {
        let server = try ScriptedServer { $0.say(greeting) }
        var patient = try patient(port: server.port)
        patient.configuration.mailboxes[0].outbound = nil
        let codes = await patient.codes("mailbox")
        #expect(codes == [.mailboxProtocol] || codes == [.mailboxNetwork])
    }

    @Test func aServerWithoutTLSGetsNoPassword() async throws {
        let server = try ScriptedServer { connection in
            connection.say("* OK ready")
            while let line = connection.line() {
                connection.say("\(line.prefix { $0 != " " }) NO not here")
            }
        }
        var patient = try patient(port: server.port, encryption: .startTLS)
        patient.configuration.mailboxes[0].outbound = nil
        #expect(await patient.codes("mailbox") == [.mailboxInsecure])
    }

    @Test func aServerThatSaysNothingDoesNotHoldTheReportUp() async throws {
        let server = try ScriptedServer { _ = $0.line() }
        var patient = try patient(port: server.port)
        patient.configuration.mailboxes[0].outbound = nil
        patient.surroundings.networkLimit = .milliseconds(400)
        let findings = await patient.findings()
        #expect(
            findings.contains { $0.code == .networkTimedOut && $0.subject == "desk" })
        #expect(findings.contains { $0.code == .dataOk })
    }

    @Test func aMissingPasswordFileIsNamedOnBothWays() async throws {
        let patient = try patient(port: 9, passwordFile: "/nonexistent/password")
        #expect(await patient.codes("mailbox") == [.mailboxSecretUnreadable])
        #expect(await patient.codes("sender") == [.senderSecretUnreadable])
    }

    @Test func aTokenEndpointThatRefusesIsNamed() async throws {
        try await AmazonPatient.run { amazon in
            var patient = amazon.patient
            let endpoint = patient.configuration.amazon?.lwa ?? ""
            let server = MailServer(host: "127.0.0.1", port: 9, encryption: .none)
            patient.configuration.mailboxes = [
                MailboxSettings(
                    name: "desk", inbound: .imap(server), outbound: .smtp(server),
                    login: .oauth2(
                        user: "desk", clientID: "nobody", tokenEndpoint: endpoint,
                        refreshToken: .file(try patient.folder.write("old", to: "mail-token"))),
                    from: "desk@desk.example")
            ]
            #expect(await patient.codes("mailbox") == [.mailboxOauthRefused])
            #expect(await patient.codes("sender") == [.senderOauthRefused])
        }
    }

    @Test func aMailboxWithoutSenderIsPointedOutWhenAStoreNeedsIt() async throws {
        var patient = try patient()
        #expect(await patient.codes("sender") == [])
        patient.configuration.stores = [
            StoreSettings(
                id: "nova", channel: "other", sellerID: "A1", region: "eu", marketplaces: ["DE"],
                refreshToken: nil, mailbox: "desk", address: nil)
        ]
        #expect(await patient.codes("sender") == [.senderNone])
    }

    @Test(arguments: [
        ("/usr/bin/env -i true", DoctorCode.senderOk),
        ("/usr/sbin/no-such-program -t", .senderCommandMissing),
        ("/usr", .senderCommandMissing),
        ("/etc/passwd", .senderCommandMissing),
        ("sendmail -t", .senderCommandInvalid),
        ("/usr/bin/env \"unclosed", .senderCommandInvalid),
        ("", .senderCommandInvalid),
    ])
    func theSendmailCommandMustBeRunnable(_ command: String, _ code: DoctorCode) async throws {
        let patient = try patient(outbound: .sendmail(command))
        #expect(await patient.codes("sender") == [code])
    }

    @Test(arguments: [
        (["554 no service here"], DoctorCode.senderUnavailable),
        (["421 too many connections"], .senderUnavailable),
        (["220 ready", "250-here\r\n250 AUTH PLAIN", "535 wrong"], .senderLoginRefused),
        (["220 ready", "250-here\r\n250 AUTH PLAIN", "235 welcome"], .senderOk),
        ([], .senderNetwork),
    ])
    func theServersAnswersAreToldApart(_ replies: [String], _ code: DoctorCode) async throws {
        let server = try ScriptedServer { connection in
            for (index, reply) in replies.enumerated() {
                if index > 0 { _ = connection.line() }
                connection.say(reply)
            }
        }
        var patient = try patient(port: server.port)
        patient.configuration.mailboxes[0].inbound = .maildir("/nonexistent")
        #expect(await patient.codes("sender") == [code])
    }

    @Test func aServerWithoutTLSGetsNoMail() async throws {
        let server = try ScriptedServer { connection in
            connection.say("220 ready")
            connection.answer("250 here", "221 bye")
        }
        var patient = try patient(port: server.port, encryption: .startTLS)
        patient.configuration.mailboxes[0].inbound = .maildir("/nonexistent")
        #expect(await patient.codes("sender") == [.senderInsecure])
    }

    @Test func aPortWhereNobodyListensIsANetworkMatter() async throws {
        // The discard port (RFC 863): no test machine serves it.
        let patient = try patient(port: 9)
        #expect(await patient.codes("mailbox") == [.mailboxNetwork])
        #expect(await patient.codes("sender") == [.senderNetwork])
    }
}

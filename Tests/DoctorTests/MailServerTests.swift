import Core
import MailHost
import MailKit
import Settings
import Testing

/// Logins at a real Dovecot and a real Exim.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct MailServerTests {
    private func patient(
        _ host: MailHost, password: String = "desk-secret", user: String = "desk",
        security: MailKit.MailServer.Security = .plain, name: String = "localhost"
    ) throws -> Patient {
        var patient = try Patient()
        let imap = security == .plain ? host.imap : host.imap(security, host: name)
        let smtp = security == .plain ? host.smtp : host.smtp(security, host: name)
        patient.surroundings.mailTrust = imap.trust
        patient.configuration.mailboxes = [
            MailboxSettings(
                name: "desk", inbound: .imap(settings(imap)), outbound: .smtp(settings(smtp)),
                login: .password(
                    user: user, .file(try patient.folder.write(password, to: "password"))),
                from: "desk@desk.example")
        ]
        return patient
    }

    private func settings(_ server: MailKit.MailServer) -> Settings.MailServer {
        let encryption: Settings.MailServer.Encryption =
            switch server.security {
            case .tls: .tls
            case .startTLS: .startTLS
            case .plain: .none
            }
        return Settings.MailServer(
            host: server.host, port: Int(server.port), encryption: encryption)
    }

    @Test func goodLoginsAreGoodAndSendNothing() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        for security in [MailKit.MailServer.Security.plain, .tls, .startTLS] {
            let patient = try patient(host, security: security)
            #expect(await patient.codes("mailbox") == [.mailboxOk], "\(security) \(host.logs)")
            #expect(await patient.codes("sender") == [.senderOk], "\(security) \(host.logs)")
        }
        #expect(try host.sink.scan().isEmpty)
        #expect(try host.maildir(of: "desk").scan().isEmpty)
    }

    @Test func aWrongPasswordIsToldFromEverythingElse() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        let patient = try patient(host, password: "guessed-wrong")
        let findings = await patient.findings()
        #expect(
            findings.filter { $0.subject == "desk" }.map(\.code) == [
                .mailboxLoginRefused, .senderLoginRefused,
            ])
        #expect(!findings.contains { "\($0)".contains("guessed-wrong") })
    }

    @Test func aCertificateThatNobodySignedIsToldFromAWrongPassword() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        var patient = try patient(host, security: .tls)
        patient.surroundings.mailTrust = .system
        #expect(await patient.codes("mailbox") == [.mailboxCertificate])
        #expect(await patient.codes("sender") == [.senderCertificate])
    }

    @Test func aCertificateForAnotherNameIsRefused() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        let patient = try patient(host, security: .tls, name: "127.0.0.1")
        #expect(await patient.codes("mailbox") == [.mailboxCertificate])
        #expect(await patient.codes("sender") == [.senderCertificate])
    }

    @Test func aStoppedServerIsANetworkMatter() async throws {
        let host = try await MailHost.start()
        defer { host.stop() }
        let patient = try patient(host)
        host.stopImap()
        #expect(await patient.codes("mailbox") == [.mailboxNetwork])
        #expect(await patient.codes("sender") == [.senderOk])
    }
}

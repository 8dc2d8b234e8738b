import MailHost
import MailKit
import Testing

extension MailScenarios {
    /// The wizard's mail steps on a real Dovecot and a real Exim.
    @Suite struct SetupMailTests {
        private func mailbox(_ host: MailHost, password: String) -> String {
            """

            [[mailbox]]
            name = "desk"
            in = "imap://127.0.0.1:\(host.imap.port)"
            out = "smtp://127.0.0.1:\(host.smtp.port)"
            user = "desk"
            password_from = "\(password)"
            from = "desk@desk.example"

            [round_trip]
            seconds = 60
            """
        }

        @Test func aMailGoesRoundThroughRealServers() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let house = try await SetupHouse.open()
            try house.folder.write("desk-secret", to: "mail.txt")
            let result = try await house.setup(house.head + mailbox(host, password: "mail.txt"))
            #expect(result.code == 0, "\(result.text) \(result.errors)")
            #expect(result.text.contains("Mailbox desk works."))
            #expect(result.text.contains("The mail to desk@desk.example came back"))
            #expect(try await house.checklist()["round-trip-done"] == "done")
            #expect(try house.findLeaks(result, secrets: ["desk-secret"]) == [])
            await house.shop.close()
        }

        @Test func aWrongPasswordIsNamed() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let house = try await SetupHouse.open()
            try house.folder.write("not-the-password", to: "mail.txt")
            let result = try await house.setup(house.head + mailbox(host, password: "mail.txt"))
            #expect(result.code == 1)
            #expect(result.text.contains("[mailbox.login_refused]"), "\(result.text)")
            #expect(result.text.contains("[mailbox-unreadable]"))
            #expect(try await house.checklist()["mailbox-failing"] == "failing")
            #expect(try house.findLeaks(result, secrets: ["not-the-password"]) == [])
            await house.shop.close()
        }
    }
}

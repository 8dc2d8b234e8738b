import Core
import HelpDesk
import Settings
import Testing

/// Whether somebody is named whose word proves who sent a mail.
struct OriginTests {
    private func patient(
        trusting servers: [String], isUsed: Bool = true
    ) throws -> Patient {
        var patient = try Patient()
        for name in ["mail", "mail/new", "mail/cur"] { patient.folder.folder(name) }
        var mailbox = MailboxSettings(
            name: "desk", inbound: .maildir(patient.folder.path + "/mail"), outbound: nil,
            login: .none, from: "desk@desk.example")
        mailbox.resultServers = servers
        patient.configuration.mailboxes = [mailbox]
        if isUsed {
            patient.configuration.stores = [
                StoreSettings(
                    id: "nova-eu", channel: "other", sellerID: "A1", region: "eu",
                    marketplaces: ["DE"], refreshToken: nil, mailbox: "desk",
                    address: "desk@desk.example")
            ]
        }
        return patient
    }

    @Test func aMailboxWithoutAServerToTrustIsAWarning() async throws {
        let desk = try patient(trusting: [])
        let findings = await desk.findings("origin")
        #expect(findings.map(\.code) == [.originUnproven])
        #expect(findings.first?.subject == "desk")
        #expect(findings.first?.level == .warn)
    }

    @Test func aNamedServerSettlesIt() async throws {
        let desk = try patient(trusting: ["mx.desk.example"])
        #expect(await desk.codes("origin") == [])
    }

    /// Two stores, one mailbox: without an address each, a new buyer's mail is nobody's.
    @Test func storesThatShareAMailboxNeedAnAddressEach() async throws {
        var desk = try patient(trusting: ["mx.desk.example"])
        var second = try #require(desk.configuration.stores.first)
        second.id = "kumo-eu"
        second.address = nil
        desk.configuration.stores.append(second)
        let findings = await desk.findings("origin")
        #expect(findings.map(\.code) == [.originNoAddress])
        #expect(findings.first?.level == .warn)
        second.address = "kumo@desk.example"
        desk.configuration.stores[1] = second
        #expect(await desk.codes("origin") == [])
    }

    /// Nobody waits for the mails of a mailbox that no store uses.
    @Test func aMailboxWithoutAStoreIsLeftAlone() async throws {
        let desk = try patient(trusting: [], isUsed: false)
        #expect(await desk.codes("origin") == [])
    }

    /// `auth_results` of the file is what it looks at.
    @Test func theFileSaysWhichServer() async throws {
        let folder = try TemporaryFolder()
        folder.folder("data")
        let text = """
            [core]
            data = "data"
            socket = "core.sock"

            [[mailbox]]
            name = "desk"
            maildir = "mail"

            [[store]]
            id = "nova-eu"
            channel = "amazon"
            seller_id = "A1NOVAEXAMPLE"
            region = "eu"
            marketplaces = ["DE"]
            mailbox = "desk"
            address = "desk@desk.example"
            sync = { orders = false }

            """
        let without = await Doctor().examine(file: try folder.write(text, to: "a.toml"))
        #expect(without.findings.contains { $0.code == .originUnproven })
        let named = text.replacing(
            "maildir = \"mail\"", with: "maildir = \"mail\"\nauth_results = [\"mx.desk.example\"]")
        let with = await Doctor().examine(file: try folder.write(named, to: "b.toml"))
        #expect(!with.findings.contains { $0.code == .originUnproven })
        #expect(with.isConfigurationReadable)
    }
}

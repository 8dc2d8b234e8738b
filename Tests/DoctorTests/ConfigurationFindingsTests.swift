import Core
import Settings
import Testing

struct ConfigurationFindingsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        folder.folder("data")
    }

    private func examine(_ text: String) async throws -> DoctorReport {
        let report = await Doctor().examine(file: try folder.write(text, to: "deskhand.toml"))
        for finding in report.findings { expectWholeSentences(finding) }
        return report
    }

    private let core = """
        [core]
        data = "data"
        socket = "core.sock"

        """

    @Test func aGoodFileIsSaidToBeGoodAndEverythingElseIsLookedAt() async throws {
        let report = try await examine(core)
        #expect(report.findings.first?.code == .configOk)
        #expect(report.findings.contains { $0.code == .dataOk })
        #expect(report.isConfigurationReadable)
    }

    @Test(arguments: [
        ("[core]\ndata = ", DoctorCode.configSyntax, 2),
        ("[core]\ndata = \"data\"\nsocket = \"s\"\nspeed = 9\n", .configUnknownKey, 4),
        ("[core]\ndata = \"data\"\n", .configMissingKey, 1),
        ("[core]\ndata = \"data\"\nsocket = 4\n", .configWrongType, 3),
        ("[core]\ndata = \"data\"\nsocket = \"s\"\nundo_seconds = 99\n", .configBadValue, 4),
    ])
    func aMistakeIsNamedWithItsLineAndEndsTheReport(
        _ text: String, _ code: DoctorCode, _ line: Int
    ) async throws {
        let report = try await examine(text)
        let finding = try #require(report.findings.first { $0.code == code })
        #expect(finding.subject == "\(folder.path)/deskhand.toml:\(line)")
        #expect(!report.findings.contains { $0.code == .dataOk })
        #expect(report.exitCode == 2)
    }

    @Test func allMistakesAreNamedAtOnce() async throws {
        let report = try await examine(
            core + """
                [[mailbox]]
                name = "desk"
                imap = "imap://mail.example:143"
                user = "desk"
                password_file = "no-such-file"
                colour = "red"

                [[store]]
                id = "nova"
                seller_id = "A1"
                region = "eu"
                marketplaces = ["DE"]
                mailbox = "other"
                sync = { orders = false }

                """)
        #expect(
            Set(report.findings.map(\.code)) == [
                .configInsecureEndpoint, .configSecretMissing, .configUnknownKey,
                .configUnknownReference,
            ])
    }

    @Test func anExposedSecretIsAnErrorButEverythingElseIsLookedAt() async throws {
        try folder.write("secret", to: "password", mode: 0o644)
        folder.folder("mail")
        let report = try await examine(
            core + """
                [[mailbox]]
                name = "desk"
                maildir = "mail"
                user = "desk"
                password_file = "password"

                """)
        #expect(report.findings.first?.code == .configSecretExposed)
        #expect(report.findings.contains { $0.code == .dataOk })
        #expect(report.exitCode == 1)
    }

    @Test func aMissingFileIsNamed() async {
        let report = await Doctor().examine(file: folder.path + "/none.toml")
        #expect(report.findings.map(\.code) == [.configUnreadable])
        #expect(report.findings.map(\.subject) == [folder.path + "/none.toml"])
        #expect(report.exitCode == 2)
    }

    @Test func noFileAtAllIsAFindingToo() {
        let report = Doctor.nothingToExamine()
        #expect(report.findings.map(\.code) == [.configMissing])
        #expect(report.exitCode == 2)
    }

    @Test func nothingFromTheFileCanSteerATerminal() async throws {
        let report = try await examine(core + "\"\\u001B[31m\\u202Ered\" = 1\n")
        let finding = try #require(report.findings.first { $0.code == .configUnknownKey })
        let said = finding.subject + finding.arguments.values.joined()
        #expect(said.contains("red"))
        #expect(!said.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}

import Core
import Glibc
import Settings
import Store
import Testing

struct DataFolderTests {
    @Test func aPrivateFolderIsRight() async throws {
        #expect(await (try Patient()).codes("data") == [.dataOk])
    }

    @Test(arguments: [(mode_t(0o750), "0750"), (0o701, "0701"), (0o777, "0777")])
    func aFolderThatOthersMayEnterIsAnError(_ mode: mode_t, _ said: String) async throws {
        let patient = try Patient()
        chmod(patient.data, mode)
        let findings = await patient.findings("data")
        #expect(findings.map(\.code) == [.dataOpenToOthers])
        #expect(findings.first?.arguments["mode"] == said)
    }

    @Test func aFolderThatIsYetToBeMadeIsNoError() async throws {
        var patient = try Patient()
        patient.configuration.core.data = patient.folder.path + "/deep/down/data"
        #expect(await patient.codes("data") == [.dataMissing])
        #expect(access(patient.folder.path + "/deep", F_OK) != 0)
    }

    @Test func aFileInItsPlaceIsAnError() async throws {
        var patient = try Patient()
        patient.configuration.core.data = try patient.folder.write("x", to: "file")
        #expect(await patient.codes("data") == [.dataNotAFolder])
    }

    @Test func aLinkInItsPlaceIsAnError() async throws {
        var patient = try Patient()
        let link = patient.folder.path + "/link"
        symlink(patient.data, link)
        patient.configuration.core.data = link
        #expect(await patient.codes("data") == [.dataNotAFolder])
    }

    @Test func somebodyElsesFolderIsAnError() async throws {
        var patient = try Patient()
        patient.surroundings.userID = geteuid() + 4242
        let findings = await patient.findings("data")
        #expect(findings.map(\.code) == [.dataForeignOwner])
        #expect(findings.first?.arguments["owner"] == String(geteuid()))
    }

    @Test func rootIsToldThatItSeesAnotherAccountsFolder() async throws {
        var patient = try Patient()
        patient.surroundings.userID = 0
        if geteuid() == 0 { chown(patient.data, 65_534, 65_534) }
        #expect(await patient.codes("data") == [.dataOtherAccount])
    }

    @Test func aRunningCoreIsNoErrorAndIsNamed() async throws {
        let patient = try Patient()
        let folder = try DataFolder.open(patient.data)
        let findings = await patient.findings("data")
        #expect(findings.map(\.code) == [.dataCoreRunning])
        #expect(findings.first?.arguments["pid"] == String(getpid()))
        folder.close()
        #expect(await patient.codes("data") == [.dataOk])
    }

    @Test func theLookDoesNotKeepACoreOut() async throws {
        let patient = try Patient()
        try DataFolder.open(patient.data).close()
        _ = await patient.codes("data")
        let folder = try DataFolder.open(patient.data)
        folder.close()
    }
}

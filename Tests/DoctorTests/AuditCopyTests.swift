import Core
import Glibc
import Settings
import Testing

struct AuditCopyTests {
    @Test func withoutASecondPlaceTheDoctorWarns() async throws {
        var patient = try Patient()
        patient.configuration.audit.copyFolder = nil
        #expect(await patient.codes("audit") == [.auditNoCopy])
    }

    @Test func aFolderThatTakesCopiesIsInOrder() async throws {
        #expect(await (try Patient()).codes("audit") == [.auditOk])
    }

    /// Root may write everywhere, so that it may says nothing of the account that the core runs as.
    @Test func rootIsToldThatAnotherAccountMakesTheCopies() async throws {
        var patient = try Patient()
        patient.surroundings.userID = 0
        if geteuid() == 0 { chown(patient.data, 65_534, 65_534) }
        #expect(await patient.codes("audit") == [.auditOtherAccount])
    }

    @Test func aPlaceThatIsNotThereIsAnError() async throws {
        var patient = try Patient()
        patient.configuration.audit.copyFolder = patient.folder.path + "/none"
        #expect(await patient.codes("audit") == [.auditUnreachable])
        try patient.folder.write("no folder", to: "copies.txt")
        patient.configuration.audit.copyFolder = patient.folder.path + "/copies.txt"
        #expect(await patient.codes("audit") == [.auditUnreachable])
        patient.configuration.audit.copyFolder = nil
        patient.configuration.audit.copyCommand = ["/nowhere/at/all", "copy"]
        #expect(await patient.codes("audit") == [.auditUnreachable])
    }
}

import Core
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

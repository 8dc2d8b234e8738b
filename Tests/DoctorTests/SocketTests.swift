import Core
import Settings
import Store
import Testing

struct SocketTests {
    private static let answer = "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}\n"

    @Test func withoutACoreThePlaceIsFree() async throws {
        #expect(await (try Patient()).codes("socket") == [.socketIdle])
    }

    @Test func aMissingFolderIsAnError() async throws {
        var patient = try Patient()
        patient.configuration.core.socket = patient.folder.path + "/run/core.sock"
        #expect(await patient.codes("socket") == [.socketFolderMissing])
    }

    @Test func aFileInItsPlaceIsAnError() async throws {
        let patient = try Patient()
        try patient.folder.write("", to: "core.sock")
        #expect(await patient.codes("socket") == [.socketNotASocket])
    }

    @Test func aCoreThatAnswersIsRight() async throws {
        let patient = try Patient()
        let folder = try DataFolder.open(patient.data)
        let listener = try UnixListener(patient.configuration.core.socket, .says(Self.answer))
        #expect(await patient.codes("socket") == [.socketOk])
        withExtendedLifetime(listener) { folder.close() }
    }

    @Test func aCoreThatDoesNotListenIsAnError() async throws {
        let patient = try Patient()
        let folder = try DataFolder.open(patient.data)
        #expect(await patient.codes("socket") == [.socketSilent])
        folder.close()
    }

    @Test func aCoreThatHangsUpIsAnError() async throws {
        let patient = try Patient()
        let folder = try DataFolder.open(patient.data)
        let listener = try UnixListener(patient.configuration.core.socket, .hangsUp)
        #expect(await patient.codes("socket") == [.socketSilent])
        withExtendedLifetime(listener) { folder.close() }
    }

    @Test func aCoreThatNeverAnswersDoesNotHoldTheReportUp() async throws {
        var patient = try Patient()
        patient.surroundings.networkLimit = .milliseconds(400)
        let listener = try UnixListener(patient.configuration.core.socket, .keepsSilent)
        let findings = await patient.findings()
        #expect(
            findings.contains {
                $0.code == .networkTimedOut && $0.subject == patient.configuration.core.socket
            })
        #expect(findings.contains { $0.code == .dataOk })
        withExtendedLifetime(listener) {}
    }

    @Test func aStrangerOnTheSocketIsPointedOut() async throws {
        let patient = try Patient()
        let listener = try UnixListener(patient.configuration.core.socket, .says(Self.answer))
        #expect(await patient.codes("socket") == [.socketStranger])
        withExtendedLifetime(listener) {}
    }
}

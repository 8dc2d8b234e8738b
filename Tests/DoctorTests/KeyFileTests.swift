import Core
import Foundation
import Glibc
import Settings
import Store
import Testing

struct KeyFileTests {
    private let patient: Patient

    init() throws {
        patient = try Patient()
    }

    private func write(_ name: String, bytes: Int = 32, mode: mode_t = 0o600) throws {
        let path = "\(patient.data)/\(name)"
        try Data(repeating: 7, count: bytes).write(to: URL(filePath: path))
        chmod(path, mode)
    }

    /// What is said about the content key.
    private func code() async throws -> DoctorCode? {
        await patient.findings("key").first { $0.subject.hasSuffix("/content.key") }?.code
    }

    @Test func noKeyIsNeededBeforeTheFirstStart() async throws {
        #expect(await patient.codes("key") == [.keyNotYet, .keyNotYet])
    }

    @Test func aPrivateKeyOf32BytesIsRight() async throws {
        try write("content.key")
        try write("digest.key")
        #expect(await patient.codes("key") == [.keyOk, .keyOk])
    }

    @Test func aDatabaseWithoutItsKeyIsAnError() async throws {
        try DeskDatabase(path: patient.data + "/desk.sqlite", key: .forTests).close()
        #expect(await patient.codes("key") == [.keyMissing, .keyMissing])
    }

    @Test func aKeyThatOthersMayReadIsAnError() async throws {
        try write("content.key", mode: 0o640)
        #expect(try await code() == .keyOpenToOthers)
    }

    @Test(arguments: [0, 31, 33])
    func aKeyOfAnotherLengthIsAnError(_ count: Int) async throws {
        try write("content.key", bytes: count)
        #expect(try await code() == .keyLength)
    }

    @Test func aLinkIsNoKeyFile() async throws {
        symlink("/dev/zero", patient.data + "/content.key")
        #expect(try await code() == .keyNotAFile)
    }

    @Test func somebodyElsesKeyIsAnError() async throws {
        var patient = patient
        try write("content.key")
        patient.surroundings.userID = geteuid() + 4242
        #expect(await patient.codes("key").first == .keyForeignOwner)
    }
}

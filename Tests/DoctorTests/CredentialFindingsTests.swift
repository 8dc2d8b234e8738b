import Core
import Foundation
import HelpDesk
import Settings
import Simulator
import Store
import SwiftExtensions
import Testing

/// Ends of credentials, the wizard's leftovers and what the record hints at: all of it offline.
struct CredentialFindingsTests {
    private static let now = SystemClock().now

    private func patient() throws -> Patient {
        var patient = try Patient()
        patient.configuration.amazon = AmazonSettings(
            clientID: "client",
            clientSecret: .file(try patient.folder.write("secret", to: "lwa")),
            applicationID: nil, lwa: "http://127.0.0.1:1/auth/o2/token", endpoints: [:])
        patient.configuration.stores = [
            try AmazonPatient.store("nova-eu", token: "Atzr|x", in: patient.folder)
        ]
        return patient
    }

    private func record(
        _ patient: Patient, _ events: (WriteTransaction) throws -> Void
    ) throws {
        let database = try DeskDatabase(
            path: patient.data + "/desk.sqlite",
            key: try ContentKey.load(orCreateAt: patient.data + "/content.key"))
        try database.writeSync(as: .service("test"), at: Self.now, events)
        try database.close()
    }

    private func renew(_ patient: Patient, daysAgo: Int64) throws {
        try record(patient) { transaction in
            for subject in [CredentialSubject.authorisation("nova-eu"), .clientSecret] {
                _ = try transaction.record(
                    .credentialRenewed(
                        CredentialRenewal(subject: subject, at: Self.now - .days(daysAgo))))
            }
        }
    }

    @Test(
        arguments: [
            (10, DoctorCode.consentOk, DoctorCode.secretOk), (151, .consentOk, .secretDue),
            (181, .consentOk, .secretOverdue), (340, .consentDue, .secretOverdue),
            (364, .consentDue, .secretOverdue), (366, .consentOverdue, .secretOverdue),
        ] as [(Int64, DoctorCode, DoctorCode)])
    func theEndsAreSeenComing(days: Int64, consent: DoctorCode, secret: DoctorCode) async throws {
        let patient = try patient()
        try renew(patient, daysAgo: days)
        #expect(await patient.codes("consent") == [consent])
        #expect(await patient.codes("secret") == [secret])
    }

    @Test func withoutARecordTheFilesTell() async throws {
        let patient = try patient()
        #expect(await patient.codes("consent") == [.consentOk])
        let old = Date(timeIntervalSince1970: Double((Self.now - .days(170)).seconds))
        try FileManager.default.setAttributes(
            [.modificationDate: old], ofItemAtPath: patient.folder.path + "/lwa")
        let findings = await patient.findings("secret")
        #expect(findings.map(\.code) == [.secretDue])
        #expect(findings.first?.arguments["days"] == "10")
    }

    @Test func aSecretOfSystemdHasNoAge() async throws {
        var patient = try patient()
        patient.configuration.amazon?.clientSecret = .credential("lwa")
        #expect(await patient.codes("secret") == [.secretUnknown])
    }

    @Test func aDeskSetUpByHandIsNotBlamed() async throws {
        let patient = try patient()
        #expect(await patient.codes("setup") == [])
        #expect(await patient.codes("round_trip") == [])
        #expect(await patient.codes("tables") == [.tablesOk])
    }

    @Test func openItemsAndOldProofsAreNamed() async throws {
        var patient = try patient()
        patient.configuration.mailboxes = [
            MailboxSettings(
                name: "desk", inbound: .maildir("/nonexistent"), outbound: .sendmail("/bin/true"),
                login: .none, from: "desk@desk.example")
        ]
        for (days, trouble, code) in [
            (3, nil, DoctorCode.roundTripOk), (91, nil, .roundTripOld),
            (1, "mail-not-back", .roundTripFailed),
        ] as [(Int64, String?, DoctorCode)] {
            var state = SetupState()
            state.roundTrips["desk@desk.example"] = SetupState.Trial(
                at: Self.now - .days(days), trouble: trouble)
            try state.save(to: SetupState.path(in: patient.data))
            #expect(await patient.codes("round_trip") == [code])
        }
        #expect(await patient.codes("setup") == [.setupOpen])
        try patient.folder.write("{", to: "data/setup.json")
        #expect(await patient.codes("setup") == [.setupUnreadable])
    }
}

/// Refusals of the platform that concern region and clock.
struct RegionFindingsTests {
    @Test func anAccountOfAnotherRegionIsFoundThere() async throws {
        try await AmazonPatient.run { amazon in
            let base = amazon.patient.configuration.amazon?.endpoints["eu"] ?? ""
            amazon.patient.configuration.amazon?.endpoints = [
                "na": base + "/na", "eu": base + "/eu", "fe": base + "/fe",
            ]
            amazon.patient.configuration.stores[0].region = "na"
            let findings = await amazon.patient.findings("amazon")
            #expect(findings.map(\.code) == [.amazonLoginOk, .amazonWrongRegion])
            #expect(findings.last?.arguments["region"] == "eu")
        }
    }
}

import Core
import Foundation
import Localization
import Testing

struct ReportTests {
    private struct Document: Decodable {
        struct Finding: Decodable {
            var code, level, subject, meaning, nextStep: String

            private enum CodingKeys: String, CodingKey {
                case code, level, subject, meaning
                case nextStep = "next_step"
            }
        }
        var ok: Bool
        var findings: [Finding]
    }

    private func report() async throws -> DoctorReport {
        var patient = try Patient()
        patient.surroundings.freeBytes = { _ in 0 }
        return DoctorReport(
            findings: await patient.findings(), isConfigurationReadable: true)
    }

    @Test func theDocumentHasWhatProgramsExpect() async throws {
        let report = try await report()
        let line = try DoctorDocument(report) { ("m:\($0.code.rawValue)", nil) }.jsonLine()
        #expect(!line.contains("\n"))
        let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
        #expect(!document.ok)
        let disk = try #require(document.findings.first { $0.code == "disk.full" })
        #expect(disk.level == "error")
        #expect(disk.meaning == "m:disk.full")
        #expect(disk.nextStep == "")
        #expect(document.findings.count == report.findings.count)
    }

    @Test func anErrorDecidesTheExitCodeAndAWarningDoesNot() async throws {
        var patient = try Patient()
        let well = DoctorReport(
            findings: await patient.findings(), isConfigurationReadable: true)
        #expect(well.ok)
        #expect(well.exitCode == 0)
        patient.surroundings.freeBytes = { _ in 1_000_000_000 }
        let warned = DoctorReport(
            findings: await patient.findings(), isConfigurationReadable: true)
        #expect(warned.count(.warn) == 1)
        #expect(warned.exitCode == 0)
        #expect(try await report().exitCode == 1)
    }

    @Test func columnsStandUnderEachOtherInBothLanguages() async throws {
        let findings = try await report().findings
        for (ok, error) in [("ok", "error"), ("正常", "错误")] {
            let rows = findings.filter { [.dataOk, .diskFull].contains($0.code) }.map { finding in
                DoctorText.Row(
                    finding, levelWord: finding.level == .error ? error : ok, meaning: "M",
                    nextStep: finding.level == .error ? "N" : nil)
            }
            let lines = DoctorText.lines(rows)
            #expect(lines.count == 3)
            #expect(lines[0].hasPrefix("✓ \(ok)") && lines[1].hasPrefix("✗ \(error)"))
            let columns = lines.prefix(2).map { line in
                line.prefix { $0 != "/" }.count
            }
            #expect(columns[0] == columns[1])
            #expect(lines[2].hasSuffix("→ N"))
        }
    }
}

struct DoctorSentenceTests {
    @Test(arguments: DoctorCode.allCases)
    func everyCodeHasItsOwnSentenceAndEveryTroubleANextStep(_ code: DoctorCode) {
        let said = DoctorSentences.words(code: code.rawValue, arguments: [:])
        #expect(said.meaning.key == "doctor.\(code.rawValue)")
        #expect((said.nextStep == nil) == (code.level == .ok))
        let chinese = Words(.simplifiedChinese)
        #expect(chinese(said.meaning) != said.meaning.english)
        #expect(said.nextStep.map { chinese($0) != $0.english } ?? true)
    }

    @Test func anUnknownCodeIsNamed() {
        let said = DoctorSentences.words(code: "new.thing", arguments: [:])
        #expect(Words(.english)(said.meaning).contains("new.thing"))
    }

    @Test(arguments: DoctorLevel.allCases)
    func everyLevelHasAWordInBothLanguages(_ level: DoctorLevel) {
        let phrase = DoctorSentences.level(level.rawValue)
        #expect(Words(.simplifiedChinese)(phrase) != Words(.english)(phrase))
    }
}

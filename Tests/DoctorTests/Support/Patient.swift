import Core
import Localization
import Settings
import Testing

/// A small healthy desk for the doctor to examine; each test breaks one thing.
struct Patient {
    let folder: TemporaryFolder
    var configuration: Configuration
    var surroundings = DoctorSurroundings()

    var data: String { configuration.core.data }

    init() throws {
        folder = try TemporaryFolder()
        configuration = Configuration(
            file: folder.path + "/deskhand.toml",
            core: CoreSettings(
                data: folder.folder("data"), socket: folder.path + "/core.sock",
                timeZone: "Asia/Shanghai"))
        configuration.audit.copyFolder = folder.folder("copies")
        surroundings.freeBytes = { _ in 50_000_000_000 }
    }

    /// All findings; each must have whole sentences in both languages.
    func findings() async -> [DoctorFinding] {
        let findings = await Doctor(surroundings).examine(configuration)
        for finding in findings { expectWholeSentences(finding) }
        return findings
    }

    /// The findings of one area, such as `data`.
    func findings(_ area: String) async -> [DoctorFinding] {
        await findings().filter { $0.code.rawValue.hasPrefix(area + ".") }
    }

    /// The codes of one area, in their order.
    func codes(_ area: String) async -> [DoctorCode] {
        await findings(area).map(\.code)
    }
}

/// No argument of a sentence may be left open.
func expectWholeSentences(_ finding: DoctorFinding) {
    let said = DoctorSentences.words(code: finding.code.rawValue, arguments: finding.arguments)
    for language in InterfaceLanguage.allCases {
        let words = Words(language)
        for text in [words(said.meaning), said.nextStep.map { words($0) } ?? ""] {
            #expect(!text.contains("{"), "\(finding.code.rawValue) in \(language): \(text)")
        }
    }
}

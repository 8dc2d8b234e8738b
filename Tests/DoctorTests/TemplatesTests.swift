import Core
import Settings
import Testing

struct TemplatesTests {
    private let good = """
        [[template]]
        key = "hello.en"
        title = "Hello"
        language = "en"
        category = "other"
        body = "Hello."

        """

    @Test func noFolderIsFine() async throws {
        #expect(await (try Patient()).codes("templates") == [.templatesNone])
    }

    @Test func goodTemplatesAreCounted() async throws {
        var patient = try Patient()
        patient.configuration.core.templates = patient.folder.folder("templates")
        try patient.folder.write(good, to: "templates/en.toml")
        let findings = await patient.findings("templates")
        #expect(findings.map(\.code) == [.templatesOk])
        #expect(findings.first?.arguments["count"] == "1")
    }

    @Test func aWrongTemplateIsNamedWithItsLine() async throws {
        var patient = try Patient()
        patient.configuration.core.templates = patient.folder.folder("templates")
        try patient.folder.write(good + "colour = 1\n", to: "templates/en.toml")
        let findings = await patient.findings("templates")
        #expect(findings.map(\.code) == [.templatesInvalid])
        #expect(findings.first?.subject == patient.folder.path + "/templates/en.toml:7")
    }

    @Test func aMissingFolderIsAnError() async throws {
        var patient = try Patient()
        patient.configuration.core.templates = patient.folder.path + "/none"
        #expect(await patient.codes("templates") == [.templatesUnreadable])
    }

    @Test func theCoresOwnReaderHasTheLastWord() async throws {
        var patient = try Patient()
        patient.configuration.core.templates = patient.folder.path
        patient.surroundings.countTemplates = { folder in
            throw ConfigurationError(problems: [
                ConfigurationProblem(
                    file: folder + "/a.toml", line: 3, key: "hello.body", kind: .badValue,
                    detail: "unknown value")
            ])
        }
        #expect(await patient.codes("templates") == [.templatesInvalid])
    }
}

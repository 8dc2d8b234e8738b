import Settings
import Core
import Testing

struct LintRulesCheckTests {
    private let good = """
        version = "1"
        [[rule]]
        code = "SHOP-01"
        severity = "warn"
        terms = { en = "abracadabra" }
        why = { en = "Not our word." }
        hit = ["We say abracadabra."]
        miss = ["We say nothing."]

        """

    @Test func noFolderIsFine() async throws {
        #expect(await (try Patient()).codes("lint_rules") == [.lintRulesNone])
    }

    @Test func goodFilesAreCounted() async throws {
        var patient = try Patient()
        patient.configuration.core.lintRules = patient.folder.folder("rules")
        try patient.folder.write(good, to: "rules/house.toml")
        #expect(await patient.codes("lint_rules") == [.lintRulesOk])
    }

    @Test func aBadFileIsNamedWithItsLine() async throws {
        var patient = try Patient()
        patient.configuration.core.lintRules = patient.folder.folder("rules")
        try patient.folder.write(good + "colour = 1\n", to: "rules/house.toml")
        let findings = await patient.findings("lint_rules")
        #expect(findings.map(\.code) == [.lintRulesInvalid])
        #expect(findings.first?.subject == patient.folder.path + "/rules/house.toml:9")
    }

    @Test func aMissingFolderIsAnError() async throws {
        var patient = try Patient()
        patient.configuration.core.lintRules = patient.folder.path + "/none"
        #expect(await patient.codes("lint_rules") == [.lintRulesUnreadable])
    }
}

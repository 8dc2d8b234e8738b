import Testing

@testable import Settings

@Suite struct TranslationSettingsTests {
    private static let core = """
        [core]
        data = "/var/lib/deskhand"
        socket = "/run/deskhand/core.sock"

        """

    private func read(_ table: String) throws -> TranslationSettings? {
        try Configuration.read(
            Self.core + "[translation]\n" + table, file: "desk.toml", checksSecrets: false
        ).translation
    }

    private func problems(_ table: String) -> [String] {
        do {
            _ = try read(table)
            return []
        } catch {
            return (error as? ConfigurationError)?.problems.map(\.key) ?? ["?"]
        }
    }

    @Test func enginesAreRead() throws {
        let command = try read(
            """
            engine = "command"
            command = ["/usr/bin/apertium", "-u", "{from}-{to}"]
            names = ["en=eng", "es=spa"]
            """)
        #expect(
            command
                == TranslationSettings(
                    engine: .command(["/usr/bin/apertium", "-u", "{from}-{to}"]),
                    names: ["en": "eng", "es": "spa"]))
        let libre = try read("engine = \"libretranslate\"\nurl = \"http://10.1.2.3:5000/\"")
        #expect(libre?.engine == .libreTranslate(url: "http://10.1.2.3:5000", key: nil))
        #expect(try read("engine = \"off\"") == nil)
    }

    @Test(arguments: [
        ("engine = \"guess\"", "translation.engine"),
        ("engine = \"command\"\ncommand = [\"apertium\"]", "translation.command"),
        ("engine = \"libretranslate\"\nurl = \"http://example.com\"", "translation.url"),
        ("engine = \"libretranslate\"\nurl = \"http://172.32.0.1\"", "translation.url"),
        ("engine = \"chat\"\nurl = \"http://127.0.0.1:1\"", "translation.model"),
        (
            "engine = \"command\"\ncommand = [\"/x\"]\nnames = [\"en\"]", "translation.names"
        ),
    ])
    func whatIsWrongIsNamed(table: String, key: String) {
        #expect(problems(table) == [key])
    }
}

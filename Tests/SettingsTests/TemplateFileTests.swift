import Glibc
import Settings
import SwiftExtensions
import Testing

@Suite struct TemplateFileTests {
    /// Whatever a body holds, what is written reads as the same.
    @Test func whatIsWrittenReadsTheSame() throws {
        let bodies = [
            "Guten Tag,\n\n\"Ersatz\" oder \\ zurück?", "末尾\t改行\n", "\"\"\" drei", "\n\nspät",
            "{{#if order.id}}{{order.id}}{{/if}}", "a\u{7F}b",
        ]
        let entries = bodies.enumerated().map { index, body in
            TemplateFile.Entry(
                file: "", line: 0, key: "k\(index)", title: "Titel \"\(index)\"", language: "de",
                category: "other", stores: index == 0 ? ["nova-eu"] : [],
                marketplaces: index == 1 ? ["DE", "FR"] : [], version: index + 1, body: body,
                orderStates: index == 2 ? ["shipped"] : [], group: index == 3 ? 4 : nil,
                origin: index == 4 ? "k0" : nil)
        }
        let path = "/tmp/deskhand-template-\(getpid()).toml"
        try FileBytes.replace(
            path, with: Array(TemplateFile.text(language: "de", entries.reversed()).utf8))
        defer { unlink(path) }
        let read = try TemplateFile.load(path).entries.map { entry in
            var entry = entry
            (entry.file, entry.line) = ("", 0)
            return entry
        }
        #expect(read == entries)
    }
}

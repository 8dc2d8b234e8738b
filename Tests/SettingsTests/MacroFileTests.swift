import Glibc
import Settings
import SwiftExtensions
import Testing

@Suite struct MacroFileTests {
    private func file(_ text: String, _ body: (String) throws -> Void) throws {
        let path = "/tmp/deskhand-macros-\(getpid())-\(text.utf8.count).toml"
        try FileBytes.replace(path, with: Array(text.utf8))
        defer { unlink(path) }
        try body(path)
    }

    @Test func whatIsWrittenReadsTheSame() throws {
        let entries = [
            MacroFile.Entry(
                name: "a", title: "Spät \"sehr\"", categories: ["other"],
                acts: ["note \\ and \"quotes\"", "watch"]),
            MacroFile.Entry(name: "b", title: "宏", acts: ["hold 90s waits\tlong"]),
        ]
        try file(MacroFile.text(entries.reversed())) { path in
            let read = try MacroFile.load(path).map { entry in
                var entry = entry
                (entry.file, entry.line) = ("", 0)
                return entry
            }
            #expect(read == entries)
        }
    }

    @Test func whatIsMissingIsNamedWithItsLine() throws {
        let text = "[[macro]]\nname = \"a\"\nacts = [\"watch\"]\ncolour = \"red\"\n"
        try file(text) { path in
            let error = #expect(throws: ConfigurationError.self) { try MacroFile.load(path) }
            let keys = error?.problems.map(\.key) ?? []
            #expect(keys.contains { $0.contains("title") })
            #expect(keys.contains { $0.contains("colour") })
        }
    }
}

import HelpDesk
import Localization
import Settings
import Wire

/// `macros.toml` of the sample data, as the calls that keep its macros.
enum DemoMacros {
    static func load(from folder: String) throws -> [SaveMacro] {
        let entries: [MacroFile.Entry]
        do { entries = try MacroFile.load(folder + "/macros.toml") } catch {
            throw ProgramFailure(message: "deskhand: \(error)", code: 2)
        }
        return try entries.map { entry in
            SaveMacro(
                name: MacroName(entry.name), title: entry.title,
                categories: try entry.categories.map { word in
                    try known(InquiryCategory(rawValue: word), entry, word)
                },
                acts: try entry.acts.map { line in
                    try known(MacroLine.act(line) { _ in nil }, entry, line)
                })
        }
    }

    private static func known<Value>(
        _ value: Value?, _ entry: MacroFile.Entry, _ word: String
    ) throws -> Value {
        guard let value else {
            throw ProgramFailure(
                message: "deskhand: \(entry.file):\(entry.line): \(entry.name): \(word)", code: 2)
        }
        return value
    }
}

import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import Settings
import SwiftExtensions
import TerminalCore
import Wire

struct MacrosExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the macros in use as a file.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The file; it is replaced.") var file: String

    func run() throws {
        let (session, directory) = try connection.directory()
        let macros = try connection.saying { () throws(DeskError) in
            try session.call(ListMacros()).macros
        }
        let entries = macros.map { view in
            let version = view.version
            return MacroFile.Entry(
                name: version.name.rawValue, title: version.title,
                categories: version.categories.map(\.rawValue),
                acts: version.acts.map { act in
                    MacroLine.text(act) { directory.names.people[$0] }
                })
        }
        do {
            try FileBytes.replace(
                file, with: Array(MacroFile.text(entries).utf8), permissions: 0o644)
        } catch {
            throw CommandFailure(message: "deskhand: \(file): \(error)", code: 1)
        }
        guard !connection.json else {
            let document: JSONValue = ["file": .text(file), "macros": JSONValue(entries.count)]
            return print(try JSONText.line(document))
        }
        print(SafeText.line("\(file)  \(entries.count)"))
    }
}

struct MacrosImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Write the next versions of the macros of a file.",
        discussion: """
            The file holds [[macro]] tables as 'macros export' writes them. What does the same as \
            the version in use is left alone. Exit code 2 when one is not well formed; the others \
            are kept.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The file.") var file: String

    func run() throws {
        let entries: [MacroFile.Entry]
        do { entries = try MacroFile.load(file) } catch { throw CommandFailure(error) }
        let (session, directory) = try connection.directory()
        var isWhole = true
        var documents: [JSONValue] = []
        for entry in entries {
            let outcome = try connection.saying { () throws(DeskError) in
                try session.bring(entry, directory)
            }
            if case .invalid = outcome { isWhole = false }
            documents.append(outcome.document(entry.name))
            guard !connection.json else { continue }
            print(
                SafeText.line(
                    "\(entry.name)  " + connection.words(outcome.phrase) + outcome.place(entry)))
        }
        if connection.json { print(try JSONText.line(JSONValue.list(documents))) }
        if !isWhole { throw ExitCode(2) }
    }
}

/// What became of a macro that was brought.
private enum BroughtMacro {
    case saved(Int)
    case unchanged
    case invalid(DeskError)

    var phrase: Phrase {
        switch self {
        case .saved(let number): LibraryTerms.saved(number)
        case .unchanged: LibraryTerms.unchangedText
        case .invalid(let error):
            ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments).problem
        }
    }

    /// Where in the file the word stands that nobody knows.
    func place(_ entry: MacroFile.Entry) -> String {
        guard case .invalid(let error) = self, let field = error.arguments["field"],
            let value = error.arguments["value"]
        else { return "" }
        return "  \(entry.file):\(entry.line): \(entry.name).\(field): \(value)"
    }

    func document(_ name: String) -> JSONValue {
        switch self {
        case .saved(let number):
            ["name": .text(name), "outcome": .text("saved"), "version": JSONValue(number)]
        case .unchanged: ["name": .text(name), "outcome": .text("unchanged")]
        case .invalid(let error):
            [
                "name": .text(name), "outcome": .text("invalid"),
                "error": .text(error.code.rawValue),
            ]
        }
    }
}

extension CoreSession {
    fileprivate func bring(
        _ entry: MacroFile.Entry, _ directory: RoutingDirectory
    ) throws(DeskError) -> BroughtMacro {
        do {
            return .saved(try call(try entry.macro(directory)).version.number)
        } catch {
            switch error.code {
            case .libraryUnchanged: return .unchanged
            case .badRequest, .templateNotFound, .personNotFound, .tagInvalid:
                return .invalid(error)
            default: throw error
            }
        }
    }
}

extension MacroFile.Entry {
    /// Throws `badRequest` with the field and the word that nobody knows.
    fileprivate func macro(_ directory: RoutingDirectory) throws(DeskError) -> SaveMacro {
        var known: [InquiryCategory] = []
        for word in categories {
            guard let category = InquiryCategory(rawValue: word) else {
                throw DeskError(.badRequest, ["field": "categories", "value": word])
            }
            known.append(category)
        }
        var lines: [MacroAct] = []
        for line in acts {
            guard let act = MacroLine.act(line, person: { try? directory.person($0) }) else {
                throw DeskError(.badRequest, ["field": "acts", "value": line])
            }
            lines.append(act)
        }
        return SaveMacro(name: MacroName(name), title: title, categories: known, acts: lines)
    }
}

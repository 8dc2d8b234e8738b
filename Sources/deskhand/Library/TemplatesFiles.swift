import ArgumentParser
import CoreClient
import Glibc
import HelpDesk
import Localization
import Settings
import SwiftExtensions
import TerminalCore
import Wire

struct TemplatesSave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Write the next version of the templates of a file.",
        discussion: """
            The file holds [[template]] tables as 'templates export' writes them. Exit code 1 \
            when the linter blocks one, 2 when one is not well formed; the others are kept.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The file.") var file: String
    @Flag(help: "Say what would come of it, and keep nothing.") var dryRun = false

    func run() throws {
        try connection.bring(
            try TemplateFile.reading { () throws(ConfigurationError) in
                try TemplateFile.load(file).entries
            }, dryRun)
    }
}

struct TemplatesImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Write the next versions of all templates of a folder.",
        discussion: "What says the same as the version in use is left alone.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The folder with *.toml files.") var folder: String
    @Flag(help: "Say what would come of it, and keep nothing.") var dryRun = false

    func run() throws {
        try connection.bring(
            try TemplateFile.reading { () throws(ConfigurationError) in
                try TemplateFile.loadAll(inFolder: folder)
            }, dryRun)
    }
}

struct TemplatesExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the templates in use as files, one a language.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The folder; files in it are replaced.") var folder: String
    @Option(help: "Only those in this language, such as de.") var language: String?

    func run() throws {
        let views = try connection.answer(
            ListLibrary(language: language.map { LanguageCode($0) })
        ).templates
        let byLanguage = Dictionary(
            grouping: views.compactMap(\.offered), by: \.language.rawValue)
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
            throw CommandFailure(message: "deskhand: \(folder): cannot be made", code: 1)
        }
        var isWhole = true
        for (language, versions) in byLanguage.sorted(by: { $0.key < $1.key }) {
            guard LanguageCode(language).isWellFormed else {
                // Of the time before languages were checked; it would name a file anywhere.
                isWhole = false
                for version in versions {
                    StandardError.say(
                        SafeText.line(
                            "deskhand: "
                                + connection.words(
                                    LibraryTerms.notExported(version.key.rawValue, language))))
                }
                continue
            }
            let text = TemplateFile.text(
                language: language, versions.map { TemplateFile.Entry($0) })
            let path = "\(folder)/\(language).toml"
            do { try FileBytes.replace(path, with: Array(text.utf8), permissions: 0o644) } catch {
                isWhole = false
                StandardError.say(SafeText.line("deskhand: \(path): \(error)"))
                continue
            }
            if !connection.json { print("\(path)  \(versions.count)") }
        }
        if connection.json {
            print(try JSONText.line(byLanguage.mapValues { JSONValue($0.count) }))
        }
        if !isWhole { throw ExitCode(1) }
    }
}

extension TemplateFile {
    fileprivate static func reading(
        _ load: () throws(ConfigurationError) -> [Entry]
    ) throws -> [Entry] {
        do { return try load() } catch { throw CommandFailure(error) }
    }
}

extension TemplateFile.Entry {
    init(_ version: TemplateVersion) {
        self.init(
            file: "", line: 0, key: version.key.rawValue, title: version.title,
            language: version.language.rawValue, category: version.category.rawValue,
            stores: version.stores.map(\.rawValue),
            marketplaces: version.marketplaces.map(\.rawValue), version: version.number,
            body: version.body, orderStates: version.orderStates.map(\.rawValue),
            group: version.group?.rawValue, origin: version.origin?.key.rawValue)
    }

    /// What the core is asked to keep. Throws what is no word that it knows.
    func draft() throws(CommandFailure) -> TemplateDraft {
        guard let category = InquiryCategory(rawValue: category) else {
            throw fault("category", category)
        }
        var states: [OrderStanding] = []
        for word in orderStates {
            guard let state = OrderStanding(rawValue: word) else {
                throw fault("order_states", word)
            }
            states.append(state)
        }
        return TemplateDraft(
            key: TemplateKey(key), title: title, language: LanguageCode(language),
            category: category, body: body, stores: stores.map { StoreID($0) },
            marketplaces: marketplaces.map { MarketplaceCode($0) }, orderStates: states,
            group: group.map { GroupID($0) }, origin: origin.map { TemplateKey($0) })
    }

    private func fault(_ field: String, _ value: String) -> CommandFailure {
        CommandFailure(
            message: SafeText.line("\(file):\(line): \(key).\(field): \(value)"), code: 2)
    }
}

extension ConnectionOptions {
    /// Brings each template to the core and says what became of it, line by line.
    fileprivate func bring(_ entries: [TemplateFile.Entry], _ isDryRun: Bool) throws {
        let drafts = try entries.map { try $0.draft() }
        let session = try connect()
        var code: Int32 = 0
        var documents: [JSONValue] = []
        for draft in drafts {
            let outcome = try saying { () throws(DeskError) in
                try session.bring(draft, isDryRun)
            }
            code = max(code, outcome.exitCode)
            if json {
                documents.append(outcome.document(draft))
            } else {
                print(SafeText.line("\(draft.key.rawValue)  " + words(outcome.phrase)))
            }
        }
        if json { print(try JSONText.line(JSONValue.list(documents))) }
        if code != 0 { throw ExitCode(code) }
    }
}

/// What became of a template that was brought.
private enum BroughtTemplate {
    case saved(Int)
    case unchanged
    case broken([String])
    /// It cannot be kept as it is; the others can.
    case invalid(DeskError)

    var exitCode: Int32 {
        switch self {
        case .saved, .unchanged: 0
        case .broken: 1
        case .invalid: 2
        }
    }

    var phrase: Phrase {
        switch self {
        case .saved(let number): LibraryTerms.saved(number)
        case .unchanged: LibraryTerms.unchangedText
        case .broken(let rules): LibraryTerms.broken(rules.joined(separator: ", "))
        case .invalid(let error):
            ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments).problem
        }
    }

    func document(_ draft: TemplateDraft) -> JSONValue {
        switch self {
        case .saved(let number):
            [
                "key": JSONValue(draft.key), "outcome": .text("saved"),
                "version": JSONValue(number),
            ]
        case .unchanged: ["key": JSONValue(draft.key), "outcome": .text("unchanged")]
        case .broken(let rules):
            [
                "key": JSONValue(draft.key), "outcome": .text("broken"),
                "rules": .list(rules.map { .text($0) }),
            ]
        case .invalid(let error):
            [
                "key": JSONValue(draft.key), "outcome": .text("invalid"),
                "error": .text(error.code.rawValue),
                "reason": .text(error.arguments["reason"] ?? error.arguments["field"] ?? ""),
            ]
        }
    }
}

extension CoreSession {
    fileprivate func bring(
        _ draft: TemplateDraft, _ isDryRun: Bool
    ) throws(DeskError) -> BroughtTemplate {
        do {
            let reply = try call(SaveTemplate(draft: draft, isDryRun: isDryRun))
            guard let version = reply.version else {
                let rules = reply.findings.filter { $0.severity == .block }.map(\.rule)
                return .broken(Set(rules).sorted())
            }
            return .saved(version.number)
        } catch {
            switch error.code {
            case .libraryUnchanged: return .unchanged
            case .templateInvalid, .templateNotFound, .groupNotFound, .badRequest:
                return .invalid(error)
            default: throw error
            }
        }
    }
}

import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "The team's letters: versions, approval, figures.",
        subcommands: [
            TemplatesList.self, TemplatesShow.self, TemplatesPreview.self, TemplatesSave.self,
            TemplatesApprove.self, TemplatesRefuse.self, TemplatesRetire.self,
            TemplatesRestore.self, TemplatesCare.self, TemplatesImport.self,
            TemplatesExport.self, TemplatesLint.self, TemplatesStats.self,
        ],
        defaultSubcommand: TemplatesList.self)
}

struct TemplatesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All templates, or those for a ticket, the best first.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only those that may be used for this ticket, the best first.")
    var ticket: Int64?
    @Option(help: "Only those in this language, such as de.") var language: String?
    @Option(help: "Only those that hold these words.") var search: String?
    @Flag(help: "Only what asks for somebody: waiting, broken, overdue, behind or unused.")
    var care = false
    @Flag(help: "Also those that were taken out of use.") var all = false

    func run() throws {
        if let ticket { return try offer(TicketID(ticket)) }
        var views = try connection.answer(
            ListLibrary(language: language.map { LanguageCode($0) }, isWhole: all)
        ).templates
        if care { views.removeAll { LibraryTerms.marks($0, connection.words).isEmpty } }
        if let search {
            views.removeAll { view in
                let version = view.offered ?? view.newest.version
                return !TemplateSearch.finds(search, in: version.key, version.title, version.body)
            }
        }
        guard !connection.json else { return print(try JSONText.line(views)) }
        let words = connection.words
        var table = TextTable(
            [
                LibraryTerms.template, LibraryTerms.version, LibraryTerms.language,
                LibraryTerms.title, LibraryTerms.standing,
            ].map { words($0) })
        for view in views {
            let version = view.offered ?? view.newest.version
            table.add([
                view.entry.key.rawValue, String(version.number), version.language.rawValue,
                version.title, LibraryTerms.marks(view, words).joined(separator: ", "),
            ])
        }
        connection.printTable(table, empty: LibraryTerms.none)
    }

    private func offer(_ ticket: TicketID) throws {
        let offers = try connection.answer(ListTemplates(ticket: ticket, search: search)).templates
            .filter { language == nil || $0.template.language.rawValue == language }
        guard !connection.json else { return print(try JSONText.line(offers)) }
        let words = connection.words
        var table = TextTable(
            [
                LibraryTerms.template, LibraryTerms.version, LibraryTerms.language,
                LibraryTerms.title, LibraryTerms.standing,
            ].map { words($0) })
        for offer in offers {
            let obstacle = offer.obstacle.map { LibrarySentences.obstacle($0, in: words) }
            let overdue = offer.isOverdue ? words(LibraryTerms.overdue) : nil
            table.add([
                offer.template.key.rawValue, String(offer.template.version),
                offer.template.language.rawValue, offer.template.title,
                [obstacle, overdue].compactMap { $0 }.joined(separator: ", "),
            ])
        }
        connection.printTable(table, empty: LibraryTerms.none)
    }
}

struct TemplatesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One template: its versions, who wrote and approved them.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The template's key.") var key: String
    @Option(help: "Print the words of this version.") var version: Int?
    @Flag(help: "Print what each version changed.") var diff = false

    func run() throws {
        let detail = try connection.answer(ShowTemplate(template: TemplateKey(key)))
        guard !connection.json else { return print(try JSONText.line(detail)) }
        let words = connection.words
        let marks = LibraryTerms.marks(detail.view, words).joined(separator: ", ")
        print(SafeText.line("\(key)  \(detail.view.ownerName ?? "-")  \(marks)"))
        for step in detail.history {
            guard case .version(let item) = step else {
                if case .keeping(let entry) = step { printKeeping(entry, words) }
                continue
            }
            let people = [item.authorName ?? words(LibraryTerms.folder), item.settledBy]
                .compactMap { $0 }.joined(separator: " → ")
            print(
                SafeText.line(
                    "\(item.version.number)  \(words(LibrarySentences.state(item.state)))  "
                        + "\(item.version.at.iso8601)  \(people)  \(item.reason ?? "")"))
            if diff { printChanges(of: item.version, since: detail.base(of: item), words) }
        }
        let chosen = version.map { number in
            detail.versions.first { $0.version.number == number }?.version
        }
        guard let body = (chosen ?? detail.view.offered ?? detail.versions.first?.version)?.body
        else { throw ValidationError("There is no such version.") }
        print("")
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            print(SafeText.line(String(line)))
        }
    }
}

extension TemplatesShow {
    private func printKeeping(_ entry: TemplateKeeping, _ words: Words) {
        let said = words(LibrarySentences.keeping(entry, nobody: "-"))
        print(SafeText.line("-  \(entry.at.iso8601)  \(entry.by ?? "-")  \(said)"))
    }

    /// A version that waits against the one in use, any other against the one before it.
    private func printChanges(
        of version: TemplateVersion, since base: TemplateVersion?, _ words: Words
    ) {
        if let base { print("    " + words(LibrarySentences.against(base.number))) }
        for change in version.changes(since: base) {
            let name = words(LibrarySentences.field(change.field))
            let old = LibrarySentences.value(change.old, of: change.field, in: words)
            let new = LibrarySentences.value(change.new, of: change.field, in: words)
            if !old.isEmpty { print(SafeText.line("    - \(name): \(old)")) }
            print(SafeText.line("    + \(name): \(new.isEmpty ? "-" : new)"))
        }
        guard let base else { return }
        for line in TextDiff.lines(from: base.body, to: version.body) {
            print(SafeText.line("    \(line.sign.rawValue) \(line.text)"))
        }
    }
}

struct TemplatesPreview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "A template filled with a ticket's values; nothing is kept.",
        discussion: "Exit code 1 when a value is missing; it is named on standard error.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The template's key.") var key: String
    @Option(help: "The ticket.") var ticket: Int64
    @Option(help: "A version; the one in use by default.") var version: Int?

    func run() throws {
        let reply = try connection.answer(
            PreviewTemplate(
                template: TemplateKey(key), number: version, ticket: TicketID(ticket)))
        if connection.json {
            print(try JSONText.line(reply))
        } else {
            for line in reply.text.split(separator: "\n", omittingEmptySubsequences: false) {
                print(SafeText.line(String(line)))
            }
        }
        guard reply.missing.isEmpty else {
            StandardError.say(
                connection.words(LibraryTerms.missing(reply.missing.joined(separator: ", "))))
            throw ExitCode(1)
        }
    }
}

struct TemplatesLint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Read all templates in use by the rules of now.",
        discussion: "Exit code 1 when one breaks a rule that blocks; it is then not offered.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let reply = try connection.answer(CheckTemplates())
        if connection.json {
            print(try JSONText.line(reply))
        } else {
            for fault in reply.faults {
                print(
                    SafeText.line(
                        "\(fault.key.rawValue)  \(fault.number)  "
                            + fault.rules.joined(separator: ", ")))
            }
            print(connection.words(LibraryTerms.checked(reply.checked, reply.faults.count)))
        }
        if !reply.faults.isEmpty { throw ExitCode(1) }
    }
}

struct TemplatesStats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "How each version fared.",
        discussion: """
            Shares stand with n and the ends of their 95 % interval; below twenty letters they \
            say nothing and are left out.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "How many days back.") var days = 180
    @Option(help: "Days in which a resolved ticket that comes back counts.") var reopened = 7

    func run() throws {
        let reply = try connection.answer(
            ShowTemplateFigures(days: days, reopenDays: reopened))
        guard !connection.json else { return print(try JSONText.line(reply)) }
        let words = connection.words
        var table = TextTable(
            [
                LibraryTerms.template, LibraryTerms.version, LibraryTerms.inserted,
                LibraryTerms.suggested, LibraryTerms.sent, LibraryTerms.blocked,
                LibraryTerms.unchanged,
                LibraryTerms.edited, LibraryTerms.quiet, LibraryTerms.reopened,
                LibraryTerms.lowRated,
            ].map { words($0) })
        for figure in reply.figures {
            table.add(
                [
                    figure.key.rawValue, String(figure.number), String(figure.inserted),
                    String(figure.suggested), String(figure.sent), String(figure.blocked),
                ] + [
                    LibrarySentences.share(figure.unchanged),
                    figure.editPermille.map { "\($0 / 10).\($0 % 10) %" } ?? "-",
                ] + [figure.quiet, figure.reopened, figure.lowRated].map(LibrarySentences.share))
        }
        if reply.isOwn { StandardError.say(words(LibraryTerms.ownFigures)) }
        connection.printTable(table, empty: LibraryTerms.noFigures)
    }
}

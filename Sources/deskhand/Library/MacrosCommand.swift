import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire
import Workstation

struct MacrosCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "macros", abstract: "Letters with what goes with them, under one name.",
        subcommands: [
            MacrosList.self, MacrosRun.self, MacrosSave.self, MacrosApprove.self,
            MacrosRefuse.self, MacrosRetire.self, MacrosImport.self, MacrosExport.self,
        ],
        defaultSubcommand: MacrosList.self)
}

struct MacrosList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The macros in use, or those that fit a ticket.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only those that fit this ticket.") var ticket: Int64?
    @Flag(help: "Every version, for whoever keeps macros.") var all = false

    func run() throws {
        let macros = try connection.answer(
            ListMacros(ticket: ticket.map { TicketID($0) }, isWhole: all)
        ).macros
        guard !connection.json else { return print(try JSONText.line(macros)) }
        for view in macros {
            let version = view.version
            print(
                SafeText.line(
                    "\(version.name.rawValue)  \(version.number)  "
                        + "\(connection.words(LibrarySentences.state(view.state)))  "
                        + version.title))
            for act in version.acts { print(SafeText.line("    " + MacroLine.text(act))) }
        }
        connection.sayEmpty(macros.isEmpty)
    }
}

struct MacrosRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Make the acts of a macro on a ticket, all or none.",
        discussion: """
            Prints each act with what became of it, and the letter that the macro puts into the \
            reply; 'deskhand ticket reply' sends it. Exit code 4 when an act is refused; nothing \
            is done then.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The macro's name.") var name: String
    @Option(help: "The ticket.") var ticket: Int64
    @Option(help: "The version that you have seen; refused when another one is in use.")
    var version: Int?
    @Flag(help: "Say what would be done, and do nothing.") var dryRun = false

    func run() throws {
        let reply = try connection.answer(
            RunMacro(
                name: MacroName(name), ticket: TicketID(ticket), number: version,
                isDryRun: dryRun))
        let isRefused = reply.steps.contains { $0.error != nil }
        if connection.json {
            print(try JSONText.line(reply))
        } else {
            for step in reply.steps {
                let mark = step.error == nil ? "+" : "X"
                print(SafeText.line("\(mark) " + MacroLine.text(step.act)))
                guard let error = step.error else { continue }
                let sentence = ErrorSentences.words(
                    code: error.code.rawValue, arguments: error.arguments)
                print(SafeText.line("    " + connection.words(sentence.problem)))
            }
            if let text = reply.rendered?.text {
                print("")
                for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                    print(SafeText.line(String(line)))
                }
            }
        }
        if isRefused { throw ExitCode(4) }
    }
}

struct MacrosSave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Write the next version of a macro.",
        discussion: MacroLine.help)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The macro's name.") var name: String
    @Option(help: "What people see in the list.") var title: String
    @Option(parsing: .singleValue, help: "A kind of question that it is for; may be repeated.")
    var category: [String] = []
    @Option(parsing: .singleValue, help: "An act, such as 'tag late'; in order.")
    var act: [String]

    func run() throws {
        let categories = try category.map { word in
            guard let category = InquiryCategory(rawValue: word) else {
                throw ValidationError("'\(word)' is no kind of question.")
            }
            return category
        }
        let (session, directory) = try connection.directory()
        let acts = try act.map { line in
            guard
                let act = MacroLine.act(
                    line, person: { (name) in try? directory.person(name) })
            else { throw ValidationError("'\(line)' is no act. \(MacroLine.help)") }
            return act
        }
        let view = try connection.saying { () throws(DeskError) in
            try session.call(
                SaveMacro(
                    name: MacroName(name), title: title, categories: categories, acts: acts))
        }
        if connection.json {
            print(try JSONText.line(view))
        } else {
            print(connection.words(LibraryTerms.saved(view.version.number)))
        }
    }
}

struct MacrosApprove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Put a version into use that somebody else wrote.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The macro's name.") var name: String
    @Argument(help: "The version's number.") var number: Int

    func run() throws {
        _ = try connection.answer(
            SettleMacro(name: MacroName(name), number: number, isApproved: true))
    }
}

struct MacrosRefuse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Send a version back that waits.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The macro's name.") var name: String
    @Argument(help: "The version's number.") var number: Int
    @Option(help: "Why.") var reason: String

    func run() throws {
        _ = try connection.answer(
            SettleMacro(
                name: MacroName(name), number: number, isApproved: false, reason: reason))
    }
}

struct MacrosRetire: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Take a macro out of use.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The macro's name.") var name: String

    func run() throws {
        _ = try connection.answer(RetireMacro(name: MacroName(name)))
    }
}

import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

struct SnippetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snippets", abstract: "Your own short names for texts.",
        subcommands: [SnippetsList.self, SnippetsSave.self, SnippetsDrop.self],
        defaultSubcommand: SnippetsList.self)
}

struct SpellingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spelling", abstract: "Spelling of a reply, and words of your own.",
        subcommands: [
            SpellingCheck.self, SpellingWordsList.self, SpellingAdd.self, SpellingDrop.self,
        ],
        defaultSubcommand: SpellingWordsList.self)
}

struct SnippetsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All of them, by name.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws { try connection.printWords(.snippet) }
}

struct SnippetsSave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Keep a text under a name.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The name, one word.") var name: String
    @Argument(help: "The text.") var text: String

    func run() throws {
        _ = try connection.answer(
            KeepOwnWord(kind: .snippet, word: OwnWordContent(name: name, text: text)))
    }
}

struct SnippetsDrop: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Forget one.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Its name.") var name: String

    func run() throws { _ = try connection.answer(DropOwnWord(kind: .snippet, name: name)) }
}

struct SpellingWordsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words", abstract: "Words of yours that are spelled right.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws { try connection.printWords(.spelling) }
}

struct SpellingAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keep a word as spelled right.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The word.") var word: String

    func run() throws {
        _ = try connection.answer(KeepOwnWord(kind: .spelling, word: OwnWordContent(name: word)))
    }
}

struct SpellingDrop: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "drop", abstract: "Forget one.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The word.") var word: String

    func run() throws { _ = try connection.answer(DropOwnWord(kind: .spelling, name: word)) }
}

struct SpellingCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Words of a reply that no dictionary knows.",
        discussion: "Exit code 1 when there is one. Without a dictionary there is none.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "The ticket that the reply is for.") var ticket: Int64
    @Option(help: "The language; told from the text by default.") var language: String?
    @Argument(help: "The text; '-' reads standard input.") var text: String

    func run() throws {
        let reply = try connection.answer(
            CheckSpelling(
                ticket: TicketID(ticket), text: try spoken(),
                language: language.map { LanguageCode($0) }))
        if connection.json {
            print(try JSONText.line(reply))
        } else {
            for finding in reply.findings {
                let guesses = finding.arguments?["guesses"] ?? ""
                print(SafeText.line("\(finding.start)  \(finding.text)  \(guesses)"))
            }
            if reply.dictionary == nil {
                StandardError.say(
                    connection.words(LibraryTerms.noDictionary(reply.language.rawValue)))
            }
        }
        if !reply.findings.isEmpty { throw ExitCode(1) }
    }

    private func spoken() throws -> String {
        guard text == "-" else { return text }
        do {
            return String(
                decoding: try FileBytes.read("/dev/stdin", limit: 64 << 10), as: UTF8.self)
        } catch {
            throw CommandFailure(message: "deskhand: \(error)", code: 2)
        }
    }
}

extension ConnectionOptions {
    fileprivate func printWords(_ kind: OwnWord.Kind) throws {
        let words = try answer(ListOwnWords(kind: kind)).words
        guard !json else { return print(try JSONText.line(words)) }
        for word in words {
            print(SafeText.line(kind == .snippet ? "\(word.name)  \(word.text)" : word.name))
        }
        sayEmpty(words.isEmpty)
    }
}

import ArgumentParser
import HelpDesk
import Localization
import Settings
import SwiftExtensions
import TerminalCore
import Wire

/// What every command about one template asks for.
struct TemplateArgument: ParsableArguments {
    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The template's key.") var key: String

    var template: TemplateKey { TemplateKey(key) }

    func printView(_ view: TemplateEntryView) throws {
        guard !connection.json else { return print(try JSONText.line(view)) }
        let version = view.offered ?? view.newest.version
        let marks = LibraryTerms.marks(view, connection.words).joined(separator: ", ")
        print(SafeText.line("\(key)  \(version.number)  \(version.title)  \(marks)"))
    }
}

struct TemplatesApprove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Put a version into use that somebody else wrote.",
        discussion: """
            Read it first: 'deskhand templates show KEY --diff'. The version is named, so that what \
            was saved since is not approved unread.
            """)

    @OptionGroup var argument: TemplateArgument
    @Option(help: "The version that you have read.") var version: Int
    @Option(help: "A word on it.") var reason = ""

    func run() throws {
        try argument.settle(version, isApproved: true, reason)
    }
}

struct TemplatesRefuse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Send a version back that waits.")

    @OptionGroup var argument: TemplateArgument
    @Option(help: "The version that you have read.") var version: Int
    @Option(help: "Why.") var reason: String

    func run() throws {
        try argument.settle(version, isApproved: false, reason)
    }
}

extension TemplateArgument {
    fileprivate func settle(_ number: Int, isApproved: Bool, _ reason: String) throws {
        try printView(
            connection.answer(
                SettleTemplate(
                    template: template, number: number, isApproved: isApproved, reason: reason)))
    }
}

struct TemplatesRetire: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Take a template out of use.")

    @OptionGroup var argument: TemplateArgument
    @Option(help: "Why.") var reason: String

    func run() throws {
        try argument.printView(
            argument.connection.answer(
                RetireTemplate(template: argument.template, reason: reason)))
    }
}

struct TemplatesRestore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a template back into use.")

    @OptionGroup var argument: TemplateArgument

    func run() throws {
        try argument.printView(
            argument.connection.answer(
                RetireTemplate(template: argument.template, isRetired: false)))
    }
}

struct TemplatesCare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "care", abstract: "Who answers for a template, and when it is looked at.")

    @OptionGroup var argument: TemplateArgument
    @Option(help: "Unix user of its owner.") var owner: String?
    @Option(help: "Days between two looks.") var reviewDays: Int?
    @Flag(help: "Say that you have looked, and that it is still right.") var reviewed = false

    func run() throws {
        let connection = argument.connection
        var person: PersonID?
        if let owner {
            let people = try connection.answer(ListPeople()).people
            guard let found = people.first(where: { $0.unixUser == owner }) else {
                throw CommandFailure(
                    DeskError(.personNotFound, ["person": owner]), words: connection.words)
            }
            person = found.id
        }
        try argument.printView(
            connection.answer(
                CareForTemplate(
                    template: argument.template, owner: person, reviewDays: reviewDays,
                    isReviewed: reviewed)))
    }
}

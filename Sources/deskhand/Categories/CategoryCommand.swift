import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct CategoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category",
        abstract: "How well questions are placed, and learning from what people said.",
        subcommands: [CategoryReportCommand.self, CategoryTrain.self],
        defaultSubcommand: CategoryReportCommand.self)

    static func show(_ report: CategoryReport, _ connection: ConnectionOptions) throws {
        guard !connection.json else {
            print(try JSONText.line(CategoryReportDocument(report)))
            return
        }
        let words = connection.words
        guard report.both.count > 0 else { return print(words(CategoryStrings.nothing)) }
        print(methods(report, words).lines.joined(separator: "\n"))
        print("")
        print(lines(report, words).lines.joined(separator: "\n"))
        print("")
        for mistake in CategoryLines.mistakes(report, words, limit: 20) {
            print("\(mistake.count)  \(mistake.text)")
        }
        print(words(CategoryStrings.training(report.training)))
    }

    private static func methods(_ report: CategoryReport, _ words: Words) -> TextTable {
        let languages = report.both.languages
        var table = TextTable(
            ["", "n", words(CategoryStrings.accuracy), words(CategoryStrings.f1)]
                + languages.map(\.rawValue))
        for (name, scores) in CategoryLines.methods(report) {
            table.add(
                [
                    words(name), String(scores.count), CategoryLines.share(scores.accuracy),
                    CategoryLines.share(scores.macroF1),
                ] + languages.map { CategoryLines.share(scores.only($0).accuracy) })
        }
        return table
    }

    private static func lines(_ report: CategoryReport, _ words: Words) -> TextTable {
        var table = TextTable([
            words(ReportWords.dimension(.category)), "n", words(CategoryStrings.rules),
            words(CategoryStrings.both),
        ])
        let alone = report.rules.lines
        for line in report.both.lines {
            table.add([
                words(CategoryWords.phrase(line.category)), String(line.count),
                CategoryLines.share(alone.first { $0.category == line.category }?.f1),
                CategoryLines.share(line.f1),
            ])
        }
        return table
    }
}

struct CategoryReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "How rules, model and both place what people placed, kept out of the training.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        try CategoryCommand.show(try connection.answer(ShowCategories()), connection)
    }
}

struct CategoryTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learn from what people said of tickets now.",
        discussion: """
            The desk learns by itself once a day when there is something new. A model that does worse \
            than the shipped one is kept and not asked.
            """)

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        try CategoryCommand.show(try connection.answer(TrainCategories()), connection)
    }
}

struct TicketCategoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Say what a ticket is about, or confirm it.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Argument(
        help: "One of: \(InquiryCategory.allCases.map(\.rawValue).joined(separator: ", ")).")
    var category: String

    func validate() throws {
        guard InquiryCategory(rawValue: category) != nil else {
            throw ValidationError("'\(category)' is no category.")
        }
    }

    func run() throws {
        try connection.act { _ in
            SetCategory(
                ticket: TicketID(ticket.value),
                category: InquiryCategory(rawValue: category) ?? .other)
        }
    }
}

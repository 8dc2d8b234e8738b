import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

struct QualityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "Judge answers that were drawn by lot.",
        subcommands: [QualityDrawCommand.self, QualityList.self, QualityScoreCommand.self])
}

struct QualityDrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "Draw a week's answers: five of each person, some twice.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Any day of the week, such as 2026-03-04.") var day: String

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(DrawQualitySample(day: day))
        }
        if connection.json {
            let document: JSONValue = [
                "week": .text(reply.week), "drawn": .integer(Int64(reply.drawn)),
            ]
            print(try JSONText.line(document))
        } else {
            print("\(reply.week)\t\(reply.drawn)")
        }
    }
}

struct QualityList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Answers that wait for your marks.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Those that were judged, too.") var all = false

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListQualitySamples(onlyOpen: !all))
        }
        if connection.json {
            let samples = reply.samples.map(Self.document)
            print(try JSONText.line(JSONValue.object(["samples": .list(samples)])))
            return
        }
        for view in reply.samples {
            let totals = view.scores.map { FigureText.text($0.marks.total, .points) }
            let columns = [
                "\(view.sample.id)", view.sample.week, "#\(view.sample.ticket.rawValue)",
                SafeText.line(view.authorName),
                view.isOpen ? "open" : totals.joined(separator: " "),
                SafeText.line(view.subject),
            ]
            print(columns.joined(separator: "\t"))
        }
    }

    private static func document(_ view: QualitySampleView) -> JSONValue {
        [
            "sample": .integer(view.sample.id), "week": .text(view.sample.week),
            "ticket": JSONValue(view.sample.ticket), "store": .text(view.sample.store.rawValue),
            "author": .text(view.authorName), "replied_at": JSONValue(view.sample.repliedAt),
            "is_double": .bool(view.sample.isDouble), "is_open": .bool(view.isOpen),
            "question": .text(view.question), "answer": .text(view.answer),
            "scores": .list(
                view.scores.map { score in
                    [
                        "scorer": .text(score.scorer), "total": .number(score.marks.total),
                        "note": .text(score.note),
                        "marks": .object(
                            Dictionary(
                                QualityCriterion.allCases.map {
                                    ($0.rawValue, JSONValue.text(score.marks[$0].rawValue))
                                }, uniquingKeysWith: { first, _ in first })),
                    ]
                }),
        ]
    }
}

struct QualityScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Give an answer its marks: missed, partly or met.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The sample's number, from the list.") var sample: Int64
    @Option(help: "missed, partly or met.") var accuracy: String
    @Option(help: "missed, partly or met.") var completeness: String
    @Option(help: "missed, partly or met; missed caps the total at 59.") var policy: String
    @Option(help: "missed, partly or met.") var language: String
    @Option(help: "missed, partly or met.") var timeliness: String
    @Option(help: "Words for the author.") var note: String = ""

    func validate() throws {
        for word in [accuracy, completeness, policy, language, timeliness]
        where QualityMark(rawValue: word) == nil {
            throw ValidationError("'\(word)' is none of: missed, partly, met.")
        }
    }

    func run() throws {
        guard let accuracy = QualityMark(rawValue: accuracy),
            let completeness = QualityMark(rawValue: completeness),
            let policy = QualityMark(rawValue: policy),
            let language = QualityMark(rawValue: language),
            let timeliness = QualityMark(rawValue: timeliness)
        else { throw ValidationError("Marks are: missed, partly, met.") }
        let session = try connection.connect()
        let marks = QualityMarks(
            accuracy: accuracy, completeness: completeness, policy: policy, language: language,
            timeliness: timeliness)
        _ = try connection.saying { () throws(DeskError) in
            try session.call(ScoreQualitySample(sample: sample, marks: marks, note: note))
        }
    }
}

import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import Wire

/// `deskhand verify`: the rules that always hold.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Do the desk's rules hold (I1 to I14)? Exit 1 when one does not.",
        discussion: "The core looks at them every day by itself and raises an alarm.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let session = try connection.connect()
        let report = try connection.saying { () throws(DeskError) in
            try session.call(VerifyDesk())
        }
        if connection.json {
            print(try JSONText.line(VerifyDocument(report)))
        } else {
            for result in report.results { show(result) }
        }
        if !report.holds { throw ExitCode(1) }
    }

    private func show(_ result: InvariantResult) {
        let sentence = connection.words(InvariantSentences.words(result.invariant.rawValue))
        let state = connection.words(
            result.holds ? InvariantSentences.holds : InvariantSentences.broken(result.count))
        print("\(result.invariant.name)\t\(state)\t\(sentence)")
        for subject in result.subjects { print("\t\(subject)") }
    }
}

private struct VerifyDocument: Encodable {
    struct Rule: Encodable {
        var rule: String
        var holds: Bool
        var count: Int
        var subjects: [String]
    }

    var holds: Bool
    var entries: Int64
    var rules: [Rule]

    init(_ report: InvariantReport) {
        holds = report.holds
        entries = report.entries
        rules = report.results.map {
            Rule(
                rule: $0.invariant.name, holds: $0.holds, count: $0.count, subjects: $0.subjects)
        }
    }
}

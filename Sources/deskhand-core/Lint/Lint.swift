import ArgumentParser
import Compliance
import Foundation
import HelpDesk
import LanguageKit
import Localization
import Wire

struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check texts against the compliance rules; exit 1 when something blocks.",
        discussion: """
            A line of --jsonl that cannot be read is named on standard error and left out; the \
            others are answered, and the exit code is 2.
            """)

    @Flag(help: "Each input line is a JSON object with id and text; so is each output line.")
    var jsonl = false

    @Option(help: "Marketplace of the texts, such as DE.") var marketplace: String?

    @Flag(help: "The texts are templates: variables may stand unfilled.") var template = false

    @Option(help: "Folder of a team's own rules (*.toml); a bad file is told and left out.")
    var rules: String?

    @Option(help: "Explain one rule: why, source, examples; all of them with 'all'.")
    var explain: String?

    @Flag(help: "Print the texts with every fix applied instead of the findings.")
    var fix = false

    @Argument(help: "Files; without any, standard input.") var files: [String] = []

    func run() throws {
        let book = try LintRuleLoading.book(folder: rules)
        if let explain { return try LintExplanation(book: book).print(explain) }
        if let marketplace, LintInput.marketplace(marketplace) == nil {
            throw ProgramFailure(
                message: "deskhand: --marketplace: there is no \(marketplace)", code: 2)
        }
        let reading = try LintInput.read(files: files, isJSONLines: jsonl)
        let detector = LanguageDetector()
        var isBlocked = false
        for input in reading.inputs {
            let site = (input.marketplace ?? marketplace).flatMap(LintInput.marketplace)
            let language =
                input.language.map { LanguageCode($0) }
                ?? detector.guess(input.text, hint: site).code
            let kind = input.kind.flatMap { LintMessageKind(rawValue: $0) }
            let context = LintContext(
                messageKind: kind ?? (template ? .template : .reply), marketplace: site,
                language: language, orderID: input.orderID.map { OrderID($0) })
            if fix {
                let repair = Linter.repaired(input.text, context: context, rules: book)
                isBlocked = isBlocked || repair.left.isBlocking
                try report(input, repair.text)
                continue
            }
            let findings = Linter.lint(input.text, context: context, rules: book)
            isBlocked = isBlocked || findings.isBlocking
            try report(input, language, findings)
        }
        guard reading.faults.isEmpty else {
            throw ProgramFailure(message: reading.faults.joined(separator: "\n"), code: 2)
        }
        if isBlocked { throw ExitCode(1) }
    }

    /// A text with its fixes applied; as JSON lines with its id.
    private func report(_ input: LintInput, _ text: String) throws {
        guard jsonl else { return print(text, terminator: text.hasSuffix("\n") ? "" : "\n") }
        print(try JSONText.line(FixedText(id: input.id, text: text)))
    }

    private func report(_ input: LintInput, _ language: LanguageCode, _ findings: [Finding]) throws
    {
        let words = Words.ofLocale
        guard jsonl else {
            for finding in findings {
                let said = FindingSentences.words(finding, words)
                print(
                    "\(input.id):\(finding.start)-\(finding.end): \(finding.severity.rawValue): "
                        + "\(finding.rule): \(words(said.why)) \(words(said.remedy))")
            }
            return
        }
        let documents = findings.map { finding in
            FindingDocument(
                finding, message: words(FindingSentences.words(finding, words).why))
        }
        print(
            try JSONText.line(
                LintDocument(
                    id: input.id, blocked: findings.isBlocking, lang: language.rawValue,
                    findings: documents)))
    }
}

/// One line of `deskhand lint --fix --jsonl`.
private struct FixedText: Encodable {
    var id: String
    var text: String
}

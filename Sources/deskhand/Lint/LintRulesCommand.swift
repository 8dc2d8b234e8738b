import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

struct LintRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint-rules", abstract: "The linter's rules in force at the desk.",
        subcommands: [LintRulesList.self, LintRulesShow.self, LintRulesReload.self],
        defaultSubcommand: LintRulesList.self)
}

struct LintRulesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every rule with its severity; the team's files above.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let view = try connection.ask(ListLintRules()).reply
        guard !connection.json else { return print(try JSONText.line(view)) }
        let words = connection.words
        connection.printFiles(view.note)
        var table = TextTable(
            [LintTerms.rule, LintTerms.severity, LintTerms.why].map { words($0) })
        for rule in view.rules {
            table.add([
                rule.code, ([rule.severity.rawValue] + rule.exceptions).joined(separator: " "),
                words(LintTerms.words(rule).why),
            ])
        }
        connection.printTable(table, empty: LintTerms.noRules)
    }
}

struct LintRulesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One rule: why, source, what it finds and leaves alone.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The rule's code, such as CON-01.") var code: String

    func run() throws {
        let view = try connection.ask(ListLintRules()).reply
        guard let rule = view.rules.first(where: { $0.code == code.uppercased() }) else {
            throw ValidationError("'\(code)' is no rule.")
        }
        guard !connection.json else { return print(try JSONText.line(rule)) }
        let said = LintTerms.words(rule)
        let words = connection.words
        let levels = ([rule.severity.rawValue] + rule.exceptions).joined(separator: " ")
        let head = [
            "\(rule.code)  \(levels)  \(rule.category)", words(said.why), words(said.remedy),
        ]
        let examples = rule.hits.map { "+ " + $0 } + rule.misses.map { "- " + $0 }
        for line in head + ["[\(rule.source)]"] + examples { print(SafeText.line(line)) }
    }
}

struct LintRulesReload: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Read the team's files again, now (supervisors).",
        discussion: "Exit code 1 when a file is refused; its last good version stays in force.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let view = try connection.ask(ReloadLintRules()).reply
        if connection.json {
            print(try JSONText.line(view.note))
        } else {
            connection.printFiles(view.note)
        }
        if !view.note.refused.isEmpty { throw ExitCode(1) }
    }
}

extension ConnectionOptions {
    fileprivate func printFiles(_ note: LintRulesNote) {
        for file in note.files {
            let name = SafeText.line("\(file.name)  \(file.version)")
            print(words(LintTerms.inForce(name, digest: String(file.digest.prefix(12)))))
        }
        for refusal in note.refused {
            let place = refusal.line.map { "\(refusal.name):\($0)" } ?? refusal.name
            let reason = [refusal.key, refusal.reason].filter { !$0.isEmpty }
            print(
                words(
                    LintTerms.refused(
                        SafeText.line(place), SafeText.line(reason.joined(separator: ": ")))))
        }
    }
}

/// Headings and words of the list of the linter's rules.
enum LintTerms {
    static let rule = Phrase("term.lint.rule", "Rule")
    static let severity = Phrase("term.lint.severity", "Severity")
    static let why = Phrase("term.lint.why", "Why")
    static let noRules = Phrase("term.lint.none", "No rules.")

    static func inForce(_ file: String, digest: String) -> Phrase {
        Phrase(
            "term.lint.in-force", "In force: {file} ({digest})", ["file": file, "digest": digest])
    }

    static func refused(_ file: String, _ reason: String) -> Phrase {
        Phrase(
            "term.lint.refused", "Refused: {file}: {reason}", ["file": file, "reason": reason])
    }

    static func words(_ rule: LintRuleView) -> FindingWords {
        rule.words.map { FindingSentences.words(rule: rule.code, $0) }
            ?? FindingSentences.words(rule: rule.code)
    }
}

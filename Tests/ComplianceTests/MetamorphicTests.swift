import Compliance
import Foundation
import HelpDesk
import Testing

/// What is done to a text without changing what it says changes no verdict.
@Suite struct MetamorphicTests {
    private static func codes(_ findings: [Finding]) -> Set<String> {
        Set(findings.map(\.rule))
    }

    /// A message stays stopped behind every disguise that a reader sees through.
    @Test(arguments: Disguises.all)
    func disguisesHideNothing(disguise: Disguises.Named) throws {
        for text in try Corpus.sample(20, of: disguise.name) {
            for finding in text.findings
            where finding.severity != .advise && Disguises.canHide(finding) {
                let excerpt = Excerpt(of: finding, in: text.text, context: text.context)
                _ = excerpt.check(disguise, name: text.id)
            }
        }
    }

    /// The same for the rules' own examples, which every rule has in every language it can: each
    /// behind three disguises, all of them in turn.
    @Test func examplesAreFoundBehindEveryDisguise() {
        let examples = RuleBook.builtIn.rules.flatMap(\.examples).filter(\.isHit)
        var next = 0
        var seen: [String: Int] = [:]
        for example in examples {
            for finding in Linter.lint(example.text, context: example.context)
            where finding.severity != .advise && Disguises.canHide(finding) {
                let excerpt = Excerpt(
                    text: example.text, finding: finding, context: example.context)
                var tried = 0
                for _ in Disguises.all where tried < 3 {
                    let disguise = Disguises.all[next % Disguises.all.count]
                    next += 1
                    let count = excerpt.check(disguise, name: example.text)
                    seen[disguise.name, default: 0] += count
                    tried += count
                }
            }
        }
        for disguise in Disguises.all {
            #expect(seen[disguise.name, default: 0] >= 2, "\(disguise.name)")
        }
    }

    /// Line ends, quotes and forms of Unicode are nobody's words.
    @Test(arguments: HarmlessEdits.all)
    func harmlessEditsChangeNothing(edit: HarmlessEdits.Named) throws {
        for text in try Corpus.sample(20, of: edit.name) {
            let edited = Linter.lint(edit.apply(text.text), context: text.context)
            let before = Self.codes(text.findings)
            let after = Self.codes(edited)
            #expect(after == before, "\(text.id)")
        }
    }

    /// A finding's bytes are the agent's own, whatever stands before them.
    @Test func offsetsMoveWithTheText() throws {
        let head = "㏂ ﬁ ß 🇩🇪 e\u{301} ㈱ ｶﾞ x\u{200B}y.\n\n"
        for text in try Corpus.sample(12, of: "offsets") {
            let before = text.findings
                .filter { !$0.text.isEmpty && $0.rule != "OBF-01" }
            let after = Linter.lint(head + text.text, context: text.context)
            for finding in before {
                let isThere = after.contains {
                    $0.rule == finding.rule && $0.text == finding.text
                        && $0.start == finding.start + head.utf8.count
                }
                #expect(isThere, "\(text.id) \(finding.rule) \(finding.text)")
            }
        }
    }
}

/// A finding and as much of its text as it needs.
private struct Excerpt {
    let text: String
    let finding: Finding
    let context: LintContext

    init(text: String, finding: Finding, context: LintContext) {
        self.text = text
        self.finding = finding
        self.context = context
    }

    /// The sentences of a finding where they are enough for it, the whole text otherwise: a debug
    /// build reads long texts slowly.
    init(of finding: Finding, in whole: String, context: LintContext) {
        let bytes = Array(whole.utf8)
        let isEnd = { (index: Int) in bytes[index] == 10 || bytes[index] == 46 }
        var lower = finding.start
        while lower > 0, !isEnd(lower - 1) { lower -= 1 }
        var upper = finding.end
        while upper < bytes.count, !isEnd(upper) { upper += 1 }
        let part = String(decoding: bytes[lower..<upper], as: UTF8.self)
        let same = Linter.lint(part, context: context).first {
            $0.rule == finding.rule && $0.text == finding.text
        }
        self.init(text: same == nil ? whole : part, finding: same ?? finding, context: context)
    }

    /// Hides what the finding marks; how many disguises that was.
    func check(_ disguise: Disguises.Named, name: String) -> Int {
        guard let hidden = disguise.hide(finding.text), hidden != finding.text else { return 0 }
        let bytes = Array(text.utf8)
        let whole = bytes[..<finding.start] + Array(hidden.utf8) + bytes[finding.end...]
        let now = Linter.lint(String(decoding: whole, as: UTF8.self), context: context)
        #expect(now.contains { $0.severity != .advise }, "\(name) \(finding.rule) \(hidden)")
        return 1
    }
}

/// Edits that mail programs and editors make by themselves.
enum HarmlessEdits {
    struct Named: Sendable, CustomTestStringConvertible {
        let name: String
        let apply: @Sendable (String) -> String
        var testDescription: String { name }
    }

    static let all = [
        Named(name: "NFD") { $0.decomposedStringWithCanonicalMapping },
        Named(name: "NFC") { $0.precomposedStringWithCanonicalMapping },
        Named(name: "curly apostrophes") { $0.replacingOccurrences(of: "'", with: "’") },
        Named(name: "curly quotes") { $0.replacingOccurrences(of: "\"", with: "”") },
        Named(name: "CRLF") { $0.replacingOccurrences(of: "\n", with: "\r\n") },
        Named(name: "no-break spaces") { $0.replacingOccurrences(of: " !", with: "\u{A0}!") },
        Named(name: "line wrap") { wrapped($0, width: 64) },
        Named(name: "narrow wrap") { wrapped($0, width: 40) },
        Named(name: "trailing blanks") { $0.replacingOccurrences(of: "\n", with: "  \n") },
        Named(name: "two blanks after a stop") { $0.replacingOccurrences(of: ". ", with: ".  ") },
    ]

    /// Breaks lines between words, as mail programs do.
    private static func wrapped(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var rows: [String] = []
            var row = ""
            for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                if !row.isEmpty, row.count + word.count + 1 > width {
                    rows.append(row)
                    row = String(word)
                } else {
                    row += (row.isEmpty ? "" : " ") + word
                }
            }
            return (rows + [row]).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

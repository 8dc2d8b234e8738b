import Compliance
import Foundation
import HelpDesk
import Testing

/// What is done to a text without changing what it says changes no verdict.
@Suite struct MetamorphicTests {
    private static func codes(_ text: String, _ context: LintContext) -> Set<String> {
        Set(Linter.lint(text, context: context).map(\.rule))
    }

    /// A message stays stopped behind every disguise that a reader sees through.
    @Test(arguments: Disguises.all)
    func disguisesHideNothing(disguise: Disguises.Named) throws {
        var seen = 0
        for text in try Corpus.sample(12, of: disguise.name) {
            seen += Self.check(disguise, text.text, text.context, of: text.id)
        }
        #expect(seen >= 2, "\(disguise.name) was tried \(seen) times")
    }

    /// The same for the rules' own examples, which every rule has in every language it can.
    @Test(arguments: Disguises.all)
    func examplesAreFoundBehindEveryDisguise(disguise: Disguises.Named) {
        let examples = RuleBook.builtIn.rules.flatMap(\.examples).filter(\.isHit)
        let step = 5
        let first = disguise.name.utf8.count % step
        var seen = 0
        for (place, example) in examples.enumerated() where place % step == first {
            seen += Self.check(disguise, example.text, example.context, of: example.text)
        }
        #expect(seen >= 2, "\(disguise.name) was tried \(seen) times")
    }

    /// Hides what each finding marks; the number of texts that were tried.
    private static func check(
        _ disguise: Disguises.Named, _ text: String, _ context: LintContext, of name: String
    ) -> Int {
        var seen = 0
        for finding in Linter.lint(text, context: context)
        where finding.severity != .advise && Disguises.canHide(finding) {
            guard let hidden = disguise.hide(finding.text), hidden != finding.text else {
                continue
            }
            seen += 1
            let bytes = Array(text.utf8)
            let whole = bytes[..<finding.start] + Array(hidden.utf8) + bytes[finding.end...]
            let now = Linter.lint(String(decoding: whole, as: UTF8.self), context: context)
            #expect(now.contains { $0.severity != .advise }, "\(name) \(finding.rule) \(hidden)")
        }
        return seen
    }

    /// Line ends, quotes and forms of Unicode are nobody's words.
    @Test(arguments: HarmlessEdits.all)
    func harmlessEditsChangeNothing(edit: HarmlessEdits.Named) throws {
        for text in try Corpus.sample(12, of: edit.name) {
            let before = Self.codes(text.text, text.context)
            let after = Self.codes(edit.apply(text.text), text.context)
            #expect(after == before, "\(text.id)")
        }
    }

    /// A finding's bytes are the agent's own, whatever stands before them.
    @Test func offsetsMoveWithTheText() throws {
        let head = "㏂ ﬁ ß 🇩🇪 e\u{301} ㈱ ｶﾞ x\u{200B}y.\n\n"
        for text in try Corpus.sample(12, of: "offsets") {
            let before = Linter.lint(text.text, context: text.context)
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

/// Ways to write something so that a filter does not read it.
enum Disguises {
    struct Named: Sendable, CustomTestStringConvertible {
        let name: String
        /// Nil for a text that it does not fit.
        let hide: @Sendable (String) -> String?
        var testDescription: String { name }
    }

    /// Whether the words of a finding can be disguised: not a form, a number of an order, or a
    /// whole text.
    static func canHide(_ finding: Finding) -> Bool {
        let isForm = ["FMT", "STA", "ORD", "LNG", "OBF"].contains(finding.rule.prefix(3))
        return !isForm && !finding.text.isEmpty
    }

    static let all = [
        Named(name: "zero-width spaces") { $0.map { "\($0)\u{200B}" }.joined() },
        Named(name: "soft hyphens") { $0.map { "\($0)\u{AD}" }.joined() },
        Named(name: "full width") { scalars($0) { wide($0) } },
        Named(name: "mathematical letters") { scalars($0) { mathematical($0) } },
        Named(name: "circled letters") { scalars($0) { circled($0) } },
        Named(name: "Cyrillic look-alikes") { text in
            // Words without a Latin letter left would be Russian.
            let swapped = scalars(text) { cyrillic[$0] ?? $0 }
            return text.unicodeScalars.allSatisfy(\.isASCII) ? swapped : nil
        },
        Named(name: "Greek look-alikes") { text in
            let swapped = scalars(text) { greek[$0] ?? $0 }
            return text.unicodeScalars.allSatisfy(\.isASCII) ? swapped : nil
        },
        Named(name: "word joiners") { $0.map { "\($0)\u{2060}" }.joined() },
        Named(name: "stars between Han letters and kana") { text in
            text.count >= 5 && !text.contains("/") && text.allSatisfy(isPlainEastAsian)
                ? text.map(String.init).joined(separator: "*") : nil
        },
        Named(name: "blanks between Han letters and kana") { text in
            text.allSatisfy(isPlainEastAsian)
                ? text.map(String.init).joined(separator: " ") : nil
        },
        Named(name: "letters without accents") { text in
            text.decomposedStringWithCanonicalMapping.unicodeScalars
                .filter { !(0x0300...0x036F).contains($0.value) }
                .reduce(into: "") { $0.unicodeScalars.append($1) }
        },
        Named(name: "capitals") { $0.uppercased() },
        Named(name: "small letters") { $0.lowercased() },
        Named(name: "combining strokes") { text in
            text.map { $0.isLetter && $0.isASCII ? "\($0)\u{336}" : "\($0)" }.joined()
        },
        Named(name: "keycaps") { text in
            text.map { $0.isNumber && $0.isASCII ? "\($0)\u{FE0F}\u{20E3}" : "\($0)" }.joined()
        },
    ]

    /// Han, kana, or a sign of their scripts.
    private static func isPlainEastAsian(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x3000...0x9FFF).contains($0.value) }
    }

    private static func scalars(_ text: String, _ change: (Unicode.Scalar) -> Unicode.Scalar)
        -> String
    {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(change(scalar)) }
        return String(view)
    }

    private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0x21...0x7E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
    }

    private static func mathematical(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value - 0x41 + 0x1D400) ?? scalar
        case 0x61...0x7A: Unicode.Scalar(scalar.value - 0x61 + 0x1D41A) ?? scalar
        case 0x30...0x39: Unicode.Scalar(scalar.value - 0x30 + 0x1D7CE) ?? scalar
        default: scalar
        }
    }

    private static func circled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value - 0x41 + 0x24B6) ?? scalar
        case 0x61...0x7A: Unicode.Scalar(scalar.value - 0x61 + 0x24D0) ?? scalar
        case 0x31...0x39: Unicode.Scalar(scalar.value - 0x31 + 0x2460) ?? scalar
        case 0x30: "\u{24EA}"
        default: scalar
        }
    }

    private static let greek: [Unicode.Scalar: Unicode.Scalar] = [
        "o": "ο", "a": "α", "v": "ν", "u": "υ", "p": "ρ", "i": "ι",
    ]
    private static let cyrillic: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "y": "у", "i": "і",
    ]
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

import Compliance
import Foundation
import HelpDesk
import Testing

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
        Named(name: "emoji between Han letters and kana") { text in
            text.count >= 4 && text.allSatisfy(isPlainEastAsian)
                ? text.map(String.init).joined(separator: "\u{1F338}") : nil
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

    /// Disguises of the words of a phrase, which frames must see through.
    static let ofWords = [
        words("dots") { $0.joined(".") }, words("hyphens") { $0.joined("-") },
        words("stars") { $0.joined("*") }, words("underscores") { $0.joined("_") },
        words("bullets") { $0.joined("\u{2022}") }, words("colons") { $0.joined(":") },
        words("apostrophes") { $0.joined("'") }, words("emoji") { $0.joined("\u{1F338}") },
        words("zero-width spaces") { $0.joined("\u{200B}") },
        words("soft hyphens") { $0.joined("\u{AD}") },
        words("one dot") { $0.cut(".") }, words("one hyphen") { $0.cut("-") },
        words("one star") { $0.cut("*") }, words("one underscore") { $0.cut("_") },
        words("a line wrap") { $0.cut("-\n") },
        words("a letter in brackets") { $0.cut("(", ")") },
        words("a letter four times") { $0.repeatingOne(4) },
        words("figures for letters") { word in
            String(word.map { figures[$0] ?? $0 })
        },
        words("full width") { scalars($0) { wide($0) } },
        words("Cyrillic look-alikes") { word in
            word.contains { $0.isASCII && cyrillic[$0.unicodeScalars.first ?? " "] == nil }
                ? scalars(word) { cyrillic[$0] ?? $0 } : word
        },
        words("combining strokes") { $0.map { "\($0)\u{336}" }.joined() },
        Named(name: "underscores for blanks") { $0.replacing(" ", with: "_") },
        Named(name: "letters apart") { text in
            text.split(separator: " ").map { $0.joinedLetters(" ") }.joined(separator: "   ")
        },
    ]

    /// The same for letters without blanks between words.
    static let ofEastAsian = [
        eastAsian("stars", "*"), eastAsian("dots", "."), eastAsian("middle dots", "・"),
        eastAsian("hyphens", "-"), eastAsian("blanks", "\u{3000}"),
        eastAsian("zero-width spaces", "\u{200B}"), eastAsian("soft hyphens", "\u{AD}"),
        eastAsian("word joiners", "\u{2060}"), eastAsian("emoji", "\u{1F338}"),
        eastAsian("bars", "|"), eastAsian("underscores", "_"), eastAsian("slashes", "/"),
        eastAsian("tildes", "~"),
    ]

    /// A sign between neighbours of the scripts without blanks.
    private static func eastAsian(_ name: String, _ sign: String) -> Named {
        Named(name: name) { text in
            var hidden = ""
            var last: Character?
            for letter in text {
                if isPlainEastAsian(letter), last.map(isPlainEastAsian) ?? false { hidden += sign }
                hidden.append(letter)
                last = letter
            }
            return hidden
        }
    }

    /// Does something to every word of letters that is long enough to hide.
    private static func words(_ name: String, _ change: @escaping @Sendable (String) -> String)
        -> Named
    {
        Named(name: name) { text in
            text.split(separator: " ", omittingEmptySubsequences: false).map { word in
                word.count >= 5 && word.allSatisfy(\.isLetter) ? change(String(word)) : String(word)
            }.joined(separator: " ")
        }
    }

    private static let figures: [Character: Character] = [
        "o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "t": "7",
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

extension StringProtocol {
    /// All letters with a sign between them.
    fileprivate func joinedLetters(_ sign: String) -> String {
        map(String.init).joined(separator: sign)
    }
}

extension String {
    fileprivate func joined(_ sign: String) -> String { joinedLetters(sign) }

    /// A sign in the middle, or around the letter there.
    fileprivate func cut(_ sign: String, _ end: String = "") -> String {
        let middle = index(startIndex, offsetBy: count / 2)
        guard !end.isEmpty else { return self[..<middle] + sign + self[middle...] }
        let next = index(after: middle)
        return self[..<middle] + sign + self[middle..<next] + end + self[next...]
    }

    /// The second letter so many times.
    fileprivate func repeatingOne(_ times: Int) -> String {
        let second = index(after: startIndex)
        return self[..<second] + String(repeating: String(self[second]), count: times)
            + self[index(after: second)...]
    }
}

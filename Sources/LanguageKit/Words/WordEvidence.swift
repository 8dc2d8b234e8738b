internal import Foundation

/// Weighs a short text in Latin letters by the words that it is made of.
struct WordEvidence {
    /// Languages with their weights, heaviest first.
    let ranking: [(code: String, weight: Double)]
    let wordCount: Int

    init(_ text: String) {
        let words = Self.words(of: text)
        var weights: [String: Double] = [:]
        for word in words {
            guard let codes = Self.languages[word] else { continue }
            for code in codes { weights[code, default: 0] += 1 / Double(codes.count) }
        }
        let lowercased = text.lowercased()
        for row in ShortTextWords.tellingLetters where weights.count > 0 || words.count < 4 {
            guard lowercased.contains(where: { row.letters.contains($0) }) else { continue }
            for code in row.codes { weights[code, default: 0] += 0.6 / Double(row.codes.count) }
        }
        ranking = weights.map { ($0.key, $0.value) }.sorted {
            $0.weight != $1.weight ? $0.weight > $1.weight : $0.code < $1.code
        }
        wordCount = words.count
    }

    /// Share of the words that speak for the best language, 0 to 1.
    var coverage: Double {
        guard let best = ranking.first, wordCount > 0 else { return 0 }
        return min(1, best.weight / Double(wordCount))
    }

    /// How far the best language is ahead of the second: 1 when it is alone, 0 when they are even.
    var lead: Double {
        guard let best = ranking.first else { return 0 }
        guard ranking.count > 1 else { return 1 }
        return (best.weight - ranking[1].weight) / best.weight
    }

    private static let languages: [String: [String]] = {
        var table: [String: [String]] = [:]
        for row in ShortTextWords.byLanguage {
            for word in Set(row.words.split(whereSeparator: \.isWhitespace)) {
                table[String(word), default: []].append(row.code)
            }
        }
        return table
    }()

    /// Lower-case words without accents; the longest texts are judged by their beginning.
    private static func words(of text: String) -> [String] {
        let folded = folded(String(text.prefix(4000)))
        return folded.split { !($0.isLetter || $0 == "'") }
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'")) }
            .filter { !$0.isEmpty }
    }

    private static func folded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F: continue
            case 0xDF: scalars.append(contentsOf: "ss".unicodeScalars)
            case 0x2018, 0x2019, 0xB4: scalars.append("'")
            case 0x142: scalars.append("l")
            case 0x131: scalars.append("i")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

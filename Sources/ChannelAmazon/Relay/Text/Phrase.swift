internal import Foundation

/// Words to look for: compared without case and accents. `*` at the end of a word lets it go on,
/// ` ~ ` stands for up to six words in between.
struct Phrase: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        var text: String
        var isStem: Bool

        func matches(_ word: Substring) -> Bool {
            isStem ? word.hasPrefix(text) : word == text
        }
    }

    static let longestGap = 6

    /// Runs of words that stand side by side; between runs lies a gap.
    let runs: [[Word]]
    /// Set for phrases that are found anywhere: the pieces in their order.
    let packedPieces: [String]

    init(_ source: String) {
        let pieces = source.components(separatedBy: " ~ ").map { WordFolding.fold($0) }
        if source.unicodeScalars.contains(where: WordFolding.isEastAsian) {
            packedPieces = pieces.map { $0.filter { !$0.isWhitespace && $0 != "*" } }
            runs = []
        } else {
            packedPieces = []
            runs = pieces.map(Self.words).filter { !$0.isEmpty }
        }
    }

    var wordCount: Int { runs.reduce(0) { $0 + $1.count } }

    func isIn(_ text: WordText) -> Bool {
        if !packedPieces.isEmpty { return text.hasEastAsian && isPacked(in: text.packed) }
        guard let first = runs.first else { return false }
        return text.words.indices.contains { place in
            Self.matches(first, text.words, at: place)
                && rest(text.words, after: place + first.count) != nil
        }
    }

    /// End of the phrase that begins at `place`, or nil when it does not.
    func end(in words: [Substring], from place: Int) -> Int? {
        guard let first = runs.first, Self.matches(first, words, at: place) else { return nil }
        return rest(words, after: place + first.count)
    }

    private func rest(_ words: [Substring], after place: Int) -> Int? {
        var place = place
        for run in runs.dropFirst() {
            let latest = min(place + Self.longestGap, words.count)
            guard place <= latest,
                let found = (place...latest).first(where: { Self.matches(run, words, at: $0) })
            else { return nil }
            place = found + run.count
        }
        return place
    }

    private func isPacked(in text: String) -> Bool {
        var rest = text[...]
        for piece in packedPieces {
            guard let found = rest.range(of: piece, options: .literal) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    private static func matches(_ run: [Word], _ words: [Substring], at place: Int) -> Bool {
        guard place + run.count <= words.count else { return false }
        for (offset, word) in run.enumerated() where !word.matches(words[place + offset]) {
            return false
        }
        return true
    }

    private static func words(_ piece: String) -> [Word] {
        piece.split(separator: " ").flatMap { chunk -> [Word] in
            let isStem = chunk.hasSuffix("*")
            let words = WordFolding.words(String(chunk))
            return words.enumerated().map { index, word in
                Word(text: String(word), isStem: isStem && index == words.count - 1)
            }
        }
    }
}

/// Many phrases, found by their first word.
struct PhraseSet: Sendable {
    private var byFirstWord: [String: [Phrase]] = [:]
    private var byStem: [Phrase] = []
    private var packed: [Phrase] = []
    let isEmpty: Bool

    init(_ sources: [String]) {
        isEmpty = sources.isEmpty
        for phrase in Set(sources).sorted().map(Phrase.init) {
            if !phrase.packedPieces.isEmpty {
                packed.append(phrase)
            } else if let first = phrase.runs.first?.first {
                if first.isStem {
                    byStem.append(phrase)
                } else {
                    byFirstWord[first.text, default: []].append(phrase)
                }
            }
        }
        packed.sort { $0.packedPieces[0].count > $1.packedPieces[0].count }
    }

    /// The different phrases that stand in `text`.
    func hits(in text: WordText) -> Set<Phrase> {
        var found: Set<Phrase> = []
        for place in text.words.indices {
            for phrase in candidates(text.words[place])
            where phrase.end(in: text.words, from: place) != nil {
                found.insert(phrase)
            }
        }
        if text.hasEastAsian { found.formUnion(packed.filter { $0.isIn(text) }) }
        return found
    }

    func hasHit(in text: WordText) -> Bool { !hits(in: text).isEmpty }

    /// Places of the words that belong to some phrase.
    func coveredWords(_ words: [Substring]) -> Set<Int> {
        var covered: Set<Int> = []
        for place in words.indices {
            for phrase in candidates(words[place]) {
                guard let end = phrase.end(in: words, from: place) else { continue }
                covered.formUnion(place..<end)
            }
        }
        return covered
    }

    /// `text`, packed, without the phrases that are found anywhere; longer ones go first.
    func removingPacked(from text: String) -> String {
        packed.reduce(into: text) { rest, phrase in
            rest = rest.replacingOccurrences(of: phrase.packedPieces[0], with: " ")
        }
    }

    private func candidates(_ word: Substring) -> [Phrase] {
        let exact = byFirstWord[String(word)] ?? []
        return byStem.isEmpty ? exact : exact + byStem
    }
}

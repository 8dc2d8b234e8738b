/// How well a text answers what was typed: all words of the query occur in it, letters in order but
/// not necessarily side by side.
package struct FuzzyMatch: Hashable, Sendable {
    package var score: Int
    /// Positions of matched characters, as character offsets in ascending order.
    package var positions: [Int]

    /// Nil when a word of the query is not in the text. An empty query matches with score 0.
    package init?(_ query: String, in text: String) {
        self.init(FoldedText.words(of: query), in: FoldedText(text))
    }

    init?(_ words: [FoldedText], in text: FoldedText) {
        score = 0
        var found: Set<Int> = []
        for word in words {
            guard let match = Self.match(word.letters, text.letters) else { return nil }
            score += match.score
            found.formUnion(match.positions)
        }
        // Of equal matches the shorter text is the closer one.
        if !words.isEmpty { score -= min(text.letters.count, 100) / 4 }
        positions = found.sorted()
    }

    /// The letters side by side where that is possible, else the shortest stretch that ends where
    /// the letters first complete.
    private static func match(_ word: [UInt32], _ text: [UInt32]) -> (score: Int, positions: [Int])?
    {
        guard let stretch = scattered(word, text) else { return nil }
        let candidates = [stretch] + contiguous(word, text)
        return candidates.map { (score($0, text), $0) }
            .max { $0.0 < $1.0 }
            .map { (score: $0.0, positions: $0.1) }
    }

    private static func contiguous(_ word: [UInt32], _ text: [UInt32]) -> [[Int]] {
        guard let first = word.first, text.count >= word.count else { return [] }
        return (0...(text.count - word.count)).filter { start in
            text[start] == first && text[start..<start + word.count].elementsEqual(word)
        }.map { start in Array(start..<start + word.count) }
    }

    private static func scattered(_ word: [UInt32], _ text: [UInt32]) -> [Int]? {
        var next = 0
        var end = 0
        while next < word.count {
            guard end < text.count else { return nil }
            if text[end] == word[next] { next += 1 }
            end += 1
        }
        var positions: [Int] = []
        var back = end - 1
        for letter in word.reversed() {
            while text[back] != letter { back -= 1 }
            positions.append(back)
            back -= 1
        }
        return positions.reversed()
    }

    private static func score(_ positions: [Int], _ text: [UInt32]) -> Int {
        var score = 0
        var previous = -2
        for position in positions {
            score += 10
            if position == 0 { score += 8 }
            if position == 0 || !isWordPart(text[position - 1]) { score += 12 }
            if position == previous + 1 {
                score += 22
            } else if previous >= 0 {
                score -= min(position - previous - 1, 10)
            }
            previous = position
        }
        return score
    }

    private static func isWordPart(_ letter: UInt32) -> Bool {
        switch letter {
        case 0x30...0x39, 0x61...0x7A: true
        default: letter >= 0xC0
        }
    }
}

/// A text ready for comparison: the first scalar of each character in lower case.
struct FoldedText: Hashable, Sendable {
    var letters: [UInt32]

    init(_ text: some StringProtocol) {
        letters = text.map { character in
            if let ascii = character.asciiValue {
                return UInt32((65...90).contains(ascii) ? ascii + 32 : ascii)
            }
            return character.lowercased().unicodeScalars.first?.value ?? 0
        }
    }

    static func words(of query: String) -> [FoldedText] {
        query.split(separator: " ").map { FoldedText($0) }
    }
}

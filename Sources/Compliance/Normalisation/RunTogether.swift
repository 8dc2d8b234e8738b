/// Finds the words in letters that stand without blanks: "leaveusfivestars", or whole sentences in
/// single letters.
///
/// Compounds are words too, so letters in a row are only cut where small words stand among them;
/// letters that somebody wrote apart are cut wherever the lexicon knows enough of them.
struct RunTogether {
    private let words: WordPrints

    init(words: WordPrints) { self.words = words }

    /// The same text with blanks where words begin.
    func apart(_ text: NormalizedText, meter: inout StepMeter) -> NormalizedText {
        var result = NormalizedText()
        var index = 0
        while index < text.count {
            meter.count()
            guard text[index].isASCIIAlphanumeric else {
                result.append(index, of: text)
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index].isASCIIAlphanumeric { index += 1 }
            let borders = borders(of: start..<index, in: text, meter: &meter)
            for place in start..<index {
                if borders.contains(place) { result.appendBlank(before: place, of: text) }
                result.append(place, of: text)
            }
        }
        return result
    }

    /// Where words begin inside a token, besides its own start; empty for one that is not cut.
    private func borders(
        of token: Range<Int>, in text: NormalizedText, meter: inout StepMeter
    ) -> Set<Int> {
        let length = token.count
        guard (Self.leastLetters...Self.mostLetters).contains(length) else { return [] }
        let isSpaced = text.isWrittenApart(token)
        guard isSpaced || length >= Self.leastPlain, !words.contains(text, token) else {
            return []
        }
        // Numbers of accounts, cards and parcels stay in one piece.
        let digits = token.count { text[$0].isASCIIDigit }
        guard isSpaced || digits <= Self.mostDigits else { return [] }
        let parts = parts(of: token, in: text, meter: &meter)
        let known = parts.filter(\.isKnown)
        let letters = known.reduce(0) { $0 + $1.range.count }
        guard letters * 100 >= length * Self.knownShare, known.count >= 2 else { return [] }
        if !isSpaced {
            let small = known.filter {
                $0.range.count <= Self.smallWord && !text[$0.range.lowerBound].isASCIIDigit
            }.count
            guard letters * 100 >= length * Self.plainShare, small >= 1, known.count >= 4 else {
                return []
            }
        }
        return Set(parts.dropFirst().map(\.range.lowerBound))
    }

    private struct Part {
        var range: Range<Int>
        var isKnown: Bool
    }

    /// The cheapest way to cut a token: few words, and few letters that are none.
    private func parts(
        of token: Range<Int>, in text: NormalizedText, meter: inout StepMeter
    ) -> [Part] {
        let length = token.count
        var costs = Array(repeating: Int.max, count: length + 1)
        var starts = Array(repeating: -1, count: length + 1)
        var isKnown = Array(repeating: false, count: length + 1)
        costs[0] = 0
        for start in 0..<length where costs[start] < Int.max {
            let other = costs[start] + Self.strangeLetter
            if other < costs[start + 1] {
                (costs[start + 1], starts[start + 1], isKnown[start + 1]) = (other, start, false)
            }
            var print = WordPrints.Print()
            for end in start..<min(length, start + WordPrints.longest) {
                meter.count()
                print.add(text[token.lowerBound + end])
                let count = end + 1 - start
                let isDigit = count == 1 && text[token.lowerBound + end].isASCIIDigit
                guard
                    isDigit
                        || (count >= Self.leastWord(text[token.lowerBound + start]))
                            && words.contains(print)
                else { continue }
                let cost = costs[start] + Self.word
                if cost < costs[end + 1] {
                    (costs[end + 1], starts[end + 1], isKnown[end + 1]) = (cost, start, true)
                }
            }
        }
        var parts: [Part] = []
        var end = length
        while end > 0 {
            let start = starts[end]
            let range = token.lowerBound + start..<token.lowerBound + end
            if !isKnown[end], let last = parts.last, !last.isKnown {
                parts[parts.count - 1].range = range.lowerBound..<last.range.upperBound
            } else {
                parts.append(Part(range: range, isKnown: isKnown[end]))
            }
            end = start
        }
        return parts.reversed()
    }

    /// "a" and "y" are words; other single letters are not.
    private static func leastWord(_ first: Unicode.Scalar) -> Int {
        first == "a" || first == "y" || first == "e" || first == "i" ? 1 : 2
    }

    private static let leastLetters = 7
    private static let leastPlain = 14
    private static let mostLetters = 400
    private static let smallWord = 3
    /// Digits that a row of words may hold: "leaveus5stars".
    private static let mostDigits = 4
    /// Per cent of the letters that must be known words.
    private static let knownShare = 80
    private static let plainShare = 92
    private static let word = 2
    private static let strangeLetter = 5
}

/// Fingerprints of words, so that the letters of a text are looked up without making strings.
struct WordPrints: Sendable {
    /// A fingerprint that grows letter by letter (FNV-1a).
    struct Print: Hashable, Sendable {
        private var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ scalar: Unicode.Scalar) {
            value = (value ^ UInt64(scalar.value)) &* 0x100_0000_01B3
        }
    }

    static let longest = 20

    private var prints: Set<Print> = []

    mutating func insert(_ word: Substring) {
        guard word.utf8.count <= Self.longest else { return }
        var print = Print()
        for scalar in word.unicodeScalars { print.add(scalar) }
        prints.insert(print)
    }

    func contains(_ print: Print) -> Bool { prints.contains(print) }

    func contains(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        guard range.count <= Self.longest else { return false }
        var print = Print()
        for index in range { print.add(text[index]) }
        return prints.contains(print)
    }
}

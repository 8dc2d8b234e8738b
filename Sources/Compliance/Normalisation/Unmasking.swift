/// Third layer: words of the lexicon that figures, cuts or stretched letters hide.
///
/// Only what then equals a word of the lexicon is read so; everything else stays as it is, since
/// model numbers and sizes look the same (compliance section 4.1).
struct Unmasking {
    /// The text as detectors read it.
    private(set) var text = NormalizedText()
    /// Bytes of the agent's text that were read as something else.
    private(set) var places: [Range<Int>] = []
    private let source: NormalizedText
    private let words: HidableWords

    private static let longestToken = 32

    init(_ source: NormalizedText, words: HidableWords, meter: inout StepMeter) {
        self.source = source
        self.words = words
        var index = 0
        while index < source.count {
            meter.count()
            guard Self.isTokenScalar(source[index]), index == 0 || !isWord(index - 1) else {
                text.append(index, of: source)
                index += 1
                continue
            }
            index = readToken(at: index, meter: &meter)
        }
    }

    private mutating func readToken(at start: Int, meter: inout StepMeter) -> Int {
        var end = start
        var letters = 0
        var figures = 0
        var repeats = 0
        while end < source.count, Self.isTokenScalar(source[end]), end - start <= Self.longestToken
        {
            meter.count()
            if source[end].isASCIILetter { letters += 1 } else { figures += 1 }
            if end >= start + 2, source[end] == source[end - 1], source[end] == source[end - 2] {
                repeats += 1
            }
            end += 1
        }
        while end > start, !source[end - 1].isASCIIAlphanumeric, source[end - 1] != "$" {
            end -= 1
            figures -= 1
        }
        guard end > start, end - start <= Self.longestToken, letters > 0 else {
            return copy(start..<max(end, start + 1))
        }
        if figures > 0, let digits = digits(start..<end) {
            return append(digits, for: start..<end)
        }
        if figures > 0, letters >= 2, let word = leetWord(start..<end, meter: &meter) {
            return append(word, for: start..<end)
        }
        if repeats > 0, let kept = unstretched(start..<end, meter: &meter) {
            return append(kept, of: start..<end)
        }
        if figures == 0, let kept = cutWord(from: start, firstEnd: end, meter: &meter) {
            return append(kept, of: start..<(kept.last ?? start) + 1)
        }
        return copy(start..<end)
    }

    private mutating func copy(_ range: Range<Int>) -> Int {
        for index in range { text.append(index, of: source) }
        return range.upperBound
    }

    private mutating func append(_ word: [Unicode.Scalar], for range: Range<Int>) -> Int {
        for (index, scalar) in zip(range, word) { text.append(index, of: source, as: scalar) }
        places.append(source.origin(of: range))
        return range.upperBound
    }

    private mutating func append(_ kept: [Int], of range: Range<Int>) -> Int {
        for index in kept { text.append(index, of: source) }
        places.append(source.origin(of: range))
        return range.upperBound
    }

    /// The figures that a token of a longer number means when some of them are letters: "O3O.23l25".
    private func digits(_ range: Range<Int>) -> [Unicode.Scalar]? {
        guard range.count >= 2, hasFigureBeside(range) else { return nil }
        var digits: [Unicode.Scalar] = []
        for index in range {
            switch source[index] {
            case "o": digits.append("0")
            case "l", "i", "|", "!": digits.append("1")
            case let scalar where scalar.isASCIIDigit: digits.append(scalar)
            default: return nil
            }
        }
        return digits
    }

    /// Whether figures stand before or behind a token with one sign between them.
    private func hasFigureBeside(_ range: Range<Int>) -> Bool {
        func isFigure(_ index: Int) -> Bool { source.scalar(at: index)?.isASCIIDigit ?? false }
        let isBehind =
            source.scalar(at: range.upperBound).map { Self.groupSigns.contains($0) } ?? false
        let isBefore =
            range.lowerBound > 0 && Self.groupSigns.contains(source[range.lowerBound - 1])
        return (isBehind && isFigure(range.upperBound + 1))
            || (isBefore && isFigure(range.lowerBound - 2))
    }

    private static let groupSigns = Set(" .-/".unicodeScalars)

    /// The word that a token with figures among its letters spells: "wh4tsapp".
    private func leetWord(_ range: Range<Int>, meter: inout StepMeter) -> [Unicode.Scalar]? {
        let token = Array(source.scalars[range])
        guard token.count >= HidableWords.leastLength else { return nil }
        for one: Unicode.Scalar in ["i", "l"] {
            meter.count(token.count)
            var word: [Unicode.Scalar] = []
            for scalar in token {
                guard let letter = Self.letter(scalar, one: one) else { return nil }
                word.append(letter)
            }
            if words.lexicon.contains(Self.string(word)) { return word }
        }
        return nil
    }

    /// The places that stay when letters written three times and more are written once or twice.
    private func unstretched(_ range: Range<Int>, meter: inout StepMeter) -> [Int]? {
        for most in [1, 2] {
            meter.count(range.count)
            var kept: [Int] = []
            var run = 0
            for index in range {
                run = index > range.lowerBound && source[index] == source[index - 1] ? run + 1 : 1
                let isStretched = isStretched(index, in: range)
                if !isStretched || run <= most { kept.append(index) }
            }
            if words.names.contains(Self.string(kept.map { source[$0] })) { return kept }
        }
        return nil
    }

    private func isStretched(_ index: Int, in range: Range<Int>) -> Bool {
        var first = index
        while first > range.lowerBound, source[first - 1] == source[index] { first -= 1 }
        var last = index
        while last + 1 < range.upperBound, source[last + 1] == source[index] { last += 1 }
        return last - first >= 2
    }

    /// The places of the letters of a name that is cut in two to four pieces: "insta-gram".
    private func cutWord(from start: Int, firstEnd: Int, meter: inout StepMeter) -> [Int]? {
        var kept = Array(start..<firstEnd)
        guard kept.count < HidableWords.longestName, words.isBeginning(string(of: kept)) else {
            return nil
        }
        var end = firstEnd
        for _ in 0..<3 {
            guard let separator = source.scalar(at: end), Self.separators.contains(separator),
                source.scalar(at: end + 1)?.isASCIILetter == true
            else { return nil }
            var next = end + 1
            while next < source.count, source[next].isASCIILetter,
                kept.count <= HidableWords.longestName
            {
                meter.count()
                kept.append(next)
                next += 1
            }
            let word = string(of: kept)
            let isWhole = next >= source.count || !source[next].isASCIIAlphanumeric
            if isWhole, words.names.contains(word) {
                let cut = source.string(start..<next)
                return words.cutExempt.contains(cut) ? nil : kept
            }
            guard words.isBeginning(word) else { return nil }
            end = next
        }
        return nil
    }

    private func string(of places: [Int]) -> String { Self.string(places.map { source[$0] }) }

    private func isWord(_ index: Int) -> Bool { source[index].isASCIIAlphanumeric }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func letter(_ scalar: Unicode.Scalar, one: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.isASCIILetter { return scalar }
        return scalar == "1" || scalar == "!" || scalar == "|" ? one : leet[scalar]
    }

    private static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIAlphanumeric || scalar == "@" || scalar == "$" || scalar == "!"
            || scalar == "|" || scalar == "€"
    }

    private static let leet: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a",
        "$": "s", "€": "e",
    ]
    private static let separators = Set(" .-_*/|~+'·,".unicodeScalars)
}

/// Words that people disguise, from the lexicon.
struct HidableWords: Sendable {
    /// Single words of the lexicon that figures may hide.
    private(set) var lexicon: Set<String> = []
    /// Names of messengers, networks and ways to pay, in one word.
    private(set) var names: Set<String> = []
    /// Names cut so that both parts are words of their own: "we chat".
    private(set) var cutExempt: Set<String> = []
    private var beginnings: Set<String> = []
    /// Every word of the lexicon.
    private(set) var vocabulary = WordPrints()

    static let leastLength = 5
    static let longestName = 16

    init(_ terms: [LexiconTerm]) {
        for term in terms { insert(term) }
    }

    /// The same words and those of more terms.
    func adding(_ terms: [LexiconTerm]) -> HidableWords {
        var words = self
        for term in terms { words.insert(term) }
        return words
    }

    private mutating func insert(_ term: LexiconTerm) {
        for entry in term.list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
            let scalars = NormalizedText.foldedTerm(String(entry.filter { $0 != "*" }))
            let phrase = String(String.UnicodeScalarView(scalars))
                .split(separator: " ").joined(separator: " ")
            if term.concept == "cut-exempt" { cutExempt.insert(phrase) }
            let isLatin = phrase.unicodeScalars.allSatisfy { $0.isASCIILetter || $0 == " " }
            guard isLatin else { continue }
            for word in phrase.split(separator: " ") { vocabulary.insert(word) }
            for word in phrase.split(separator: " ") where word.count >= Self.leastLength {
                lexicon.insert(String(word))
            }
            guard Self.nameConcepts.contains(term.concept), !phrase.contains(" "),
                (Self.leastLength...Self.longestName).contains(phrase.count)
            else { continue }
            names.insert(phrase)
            for length in 1..<phrase.count { beginnings.insert(String(phrase.prefix(length))) }
        }
    }

    func isBeginning(_ word: String) -> Bool { beginnings.contains(word) }

    private static let nameConcepts: Set<String> = ["app", "pay-app"]
}

import HelpDesk

extension Detector {
    /// CON-02: telephone numbers in words, in Han numerals, or in words and figures together.
    static let spokenPhones = Detector(name: "spoken phones") { input, _, meter in
        var scanner = SpokenNumberScanner(text: input.text)
        scanner.scan(meter: &meter)
        return scanner.found.filter { isTelephone($0, in: input, meter: &meter) }
            .map { Hit(.phone, input.text.origin(of: $0.range)) }
    }

    /// Without a word about telephones, shorter sequences are counts and orders of steps.
    private static let leastDigitsAlone = 9

    /// Whether the last word about numbers before it, or one behind it, makes it a telephone number.
    private static func isTelephone(
        _ number: SpokenNumber, in input: LintInput, meter: inout StepMeter
    ) -> Bool {
        let place = input.sentences.partitioningIndex {
            $0.range.upperBound > number.range.lowerBound
        }
        guard input.sentences.indices.contains(place) else { return false }
        var isTelephone = number.digits >= leastDigitsAlone
        for sentence in max(0, place - 1)...place {
            for hit in input.hits(inSentence: sentence) {
                meter.count()
                let isBefore = hit.range.upperBound <= number.range.lowerBound
                if hit.concept == .phoneCue { isTelephone = true }
                if hit.concept == .numberCounterCue, isBefore { isTelephone = false }
            }
        }
        return isTelephone
    }
}

/// A sequence of number words and how many digits it means.
private struct SpokenNumber {
    var range: Range<Int>
    var digits: Int
}

/// Collects unbroken sequences of number words and figures.
private struct SpokenNumberScanner {
    let text: NormalizedText
    private(set) var found: [SpokenNumber] = []
    private var start = 0
    private var end = 0
    /// Behind the last digit, or behind a word that people say between digits.
    private var reach = 0
    private var words = 0
    private var kana = 0
    private var digits = 0

    /// Seven is the length of the shortest local number people dictate in full.
    private static let leastDigits = 7
    /// A number of fewer words is one in figures, which another detector reads.
    private static let leastWords = 3
    /// Kana that mean digits are particles too, so that more of them are needed.
    private static let leastKana = 9
    private static let longestWord = 40

    init(text: NormalizedText) { self.text = text }

    mutating func scan(meter: inout StepMeter) {
        var index = 0
        while index < text.count {
            meter.count()
            let scalar = text[index]
            if scalar.isEastAsian {
                index = readEastAsian(at: index, meter: &meter)
            } else if scalar.isSpacedWordScalar {
                index = readWord(at: index, meter: &meter)
            } else {
                if !isGlue(at: index) { close() }
                index += 1
            }
        }
        close()
    }

    private mutating func readEastAsian(at index: Int, meter: inout StepMeter) -> Int {
        guard NumberWords.signs.contains(text[index]) else {
            if digits > 0, Self.between.contains(text[index]) {
                reach = index + 1
            } else {
                close()
            }
            return index + 1
        }
        for length in [3, 2, 1] where index + length <= text.count {
            meter.count()
            let word = text.string(index..<index + length)
            guard NumberWords.ones.contains(word) else { continue }
            extend(index..<index + length, digits: 1, words: 1)
            if (0x3041...0x30FF).contains(text[index].value) { kana += 1 }
            return index + length
        }
        close()
        return index + 1
    }

    /// "〇三の五五", "四个零".
    private static let between = Set("の个".unicodeScalars)

    private mutating func readWord(at start: Int, meter: inout StepMeter) -> Int {
        var index = start
        while index < text.count, text[index].isSpacedWordScalar {
            meter.count()
            index += 1
        }
        guard index - start <= Self.longestWord else {
            close()
            return index
        }
        let word = text.string(start..<index)
        meter.count((index - start) * 4)
        if word.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
            if index - start <= 5 || digits > 0 {
                extend(start..<index, digits: index - start, words: 0)
            } else {
                close()
            }
        } else if let masked = NumberWords.maskedDigits(word), digits > 0 || masked > 1 {
            extend(start..<index, digits: masked, words: 0)
        } else if let spoken = NumberWords.read(word) {
            extend(start..<index, digits: spoken.digits, words: spoken.words)
        } else if digits > 0, NumberWords.between.contains(word) {
            reach = index
        } else {
            close()
        }
        return index
    }

    private mutating func extend(_ range: Range<Int>, digits: Int, words: Int) {
        if self.digits == 0 { start = range.lowerBound }
        end = range.upperBound
        reach = end
        self.digits += digits
        self.words += words
    }

    private mutating func close() {
        let needed = kana > 2 ? Self.leastKana : Self.leastDigits
        if digits >= needed, digits <= 24, words >= Self.leastWords {
            found.append(SpokenNumber(range: start..<end, digits: digits))
        }
        words = 0
        kana = 0
        digits = 0
    }

    /// A few blanks, commas or hyphens keep a sequence together.
    private func isGlue(at index: Int) -> Bool {
        guard digits > 0, index - reach < 4 else { return false }
        switch text[index] {
        case " ", ",", "-", "、", ".", "/", "·", "(", ")", "+", "…", "_", "*", "・", "~": return true
        default: return false
        }
    }
}

/// Words for digits in the languages of the desk.
enum NumberWords {
    static let ones = DataTable.numberWords("one")
    private static let pairs = DataTable.numberWords("pair")
    private static let doubles = DataTable.numberWords("double")
    private static let longest = 13
    /// The first two letters of every word, since most words are none.
    private static let beginnings = Set(
        ones.union(pairs).union(doubles).map { String($0.prefix(2)) })
    /// Signs that an East Asian word for a digit starts with.
    static let signs = Set(ones.compactMap(\.unicodeScalars.first).filter(\.isEastAsian))

    /// Words that people say between digits.
    static let between: Set<String> = [
        "y", "et", "und", "e", "and", "then", "dann", "puis", "poi", "luego", "dash", "strich",
        "tiret", "trattino", "guion", "space", "plus", "fois", "mal", "die", "der", "le", "les",
        "the", "el", "il", "volte", "veces", "times", "danach", "ensuite", "barra", "slash",
    ]

    /// How many digits a word means; German and Italian write several numbers as one word.
    static func read(_ word: String) -> (digits: Int, words: Int)? {
        let isMixed = word.utf8.contains { $0 >= 48 && $0 <= 57 }
        guard isMixed || beginnings.contains(String(word.prefix(2))) else { return nil }
        var rest = Substring(word)
        var digits = 0
        var words = 0
        while !rest.isEmpty {
            // "3three3" is written so that no one finds it.
            if rest.utf8.first.map({ $0 >= 48 && $0 <= 57 }) == true {
                digits += 1
                rest = rest.dropFirst()
                continue
            }
            guard let length = longestMatch(rest, &digits) else { return nil }
            words += 1
            rest = rest.dropFirst(length)
            if rest.hasPrefix("und"), rest.count > 3 { rest = rest.dropFirst(3) }
        }
        // A single short word among several may be anything; the sequence decides.
        return (digits, words)
    }

    /// How many digits "5s5", "o1" and a lone "o" mean; nil for any other word.
    static func maskedDigits(_ word: String) -> Int? {
        if word == "o" { return 1 }
        guard word.utf8.count <= 8, word.utf8.contains(where: { $0 >= 48 && $0 <= 57 }),
            word.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || Self.alike.contains($0) })
        else { return nil }
        return word.utf8.count
    }

    /// Letters that pass for digits: o, i, l, s.
    private static let alike = Set("oils".utf8)

    private static func longestMatch(_ text: Substring, _ digits: inout Int) -> Int? {
        for length in stride(from: min(longest, text.count), through: 2, by: -1) {
            let word = String(text.prefix(length))
            if ones.contains(word) || doubles.contains(word) {
                digits += 1
                return length
            }
            if pairs.contains(word) {
                digits += 2
                return length
            }
        }
        return nil
    }
}

/// What else may be read where a text has signs inside words, figures for letters, letters written
/// many times, or kana of the other kind.
///
/// Nothing is replaced: a term of the lexicon is found where its letters stand, and what stands
/// between them is read over. So every list of words is found behind every disguise.
struct WordDisguises: Sendable {
    enum Kind: Sendable {
        /// Signs inside a word; so many of them.
        case signs(Int, leastLetters: Int)
        /// A sign that people also write for a blank: "gift-card".
        case tie
        /// A figure or sign that looks like one letter, or like another one too.
        case figure(Unicode.Scalar, Unicode.Scalar?)
        /// A letter written again; so many times until the next one.
        case again(Int)
        /// Katakana for the hiragana that stands there.
        case kana(Unicode.Scalar)
        /// A quote that stands in a sentence without blanks.
        case quote
    }

    private var kinds: [Kind?]

    subscript(index: Int) -> Kind? { kinds[index] }

    init(_ text: NormalizedText, meter: inout StepMeter) {
        kinds = Array(repeating: nil, count: text.count)
        var index = 0
        while index < text.count {
            meter.count()
            let scalar = text[index]
            if scalar.isASCIILetter || scalar.isBlank {
                if let count = repeats(at: index, in: text, meter: &meter) {
                    kinds[index + 1] = .again(count)
                    // The word may have the letter twice.
                    kinds[index + 2] = .again(count - 1)
                    index += count
                }
                if scalar == " " { readWrap(at: index, in: text) }
            } else if scalar.isEastAsian {
                if let other = Self.katakana(scalar) { kinds[index] = .kana(other) }
            } else if scalar.isSpacedWordScalar {
                readFigure(at: index, in: text)
            } else {
                index = readSigns(at: index, in: text, meter: &meter)
                continue
            }
            index += 1
        }
    }

    /// How many letters too many stand behind the one at `index`, which is the first of its kind.
    private func repeats(at index: Int, in text: NormalizedText, meter: inout StepMeter) -> Int? {
        guard text[index].isASCIILetter, text.scalar(at: index + 1) == text[index],
            text.scalar(at: index + 2) == text[index]
        else { return nil }
        var end = index + 3
        while text.scalar(at: end) == text[index] {
            meter.count()
            end += 1
        }
        return end - index - 1
    }

    /// A word that a line wrap cut: "Bewer-" and "tung" on the next line.
    private mutating func readWrap(at index: Int, in text: NormalizedText) {
        guard index > 1, text[index - 1] == "-", text[index - 2].isASCIILetter,
            text.scalar(at: index + 1)?.isASCIILetter == true
        else { return }
        kinds[index - 1] = .signs(2, leastLetters: 5)
    }

    /// Figures in a word: all of them in one that has a letter too.
    private mutating func readFigure(at index: Int, in text: NormalizedText) {
        guard let letters = Self.letters[text[index]] else { return }
        func isLetter(_ place: Int) -> Bool { text.scalar(at: place)?.isASCIILetter == true }
        func isDigit(_ place: Int) -> Bool { text.scalar(at: place)?.isASCIIDigit == true }
        var isInWord = false
        for step in [-1, 1] {
            var place = index + step
            while isDigit(place), abs(place - index) < Self.mostFigures { place += step }
            isInWord = isInWord || isLetter(place)
        }
        if isInWord { kinds[index] = .figure(letters.0, letters.1) }
    }

    /// Signs between two letters or digits; the index behind them.
    private mutating func readSigns(
        at start: Int, in text: NormalizedText, meter: inout StepMeter
    ) -> Int {
        var end = start
        while end < text.count, text[end].isSign {
            meter.count()
            end += 1
        }
        guard end > start else { return start + 1 }
        guard start > 0, end < text.count, end - start <= Self.mostSigns else { return end }
        let left = text[start - 1]
        let right = text[end]
        if left.isEastAsian || right.isEastAsian {
            guard left.isEastAsian || left.isASCIIAlphanumeric,
                right.isEastAsian || right.isASCIIAlphanumeric
            else { return end }
            let isPlain = end - start == 1 && Self.quotes.contains(text[start])
            let isBreak = (start..<end).contains { text[$0].isClauseBreak && text[$0] != ":" }
            if isPlain {
                kinds[start] = .quote
            } else if !isBreak {
                kinds[start] = .signs(end - start, leastLetters: 2)
            }
        } else if left.isSpacedWordScalar, right.isSpacedWordScalar {
            readLatinSigns(start..<end, in: text)
        }
        return end
    }

    private mutating func readLatinSigns(_ range: Range<Int>, in text: NormalizedText) {
        let sign = text[range.lowerBound]
        guard range.count == 1 else {
            kinds[range.lowerBound] = .signs(range.count, leastLetters: 4)
            return
        }
        if Self.ties.contains(sign) {
            kinds[range.lowerBound] = .tie
        } else if let letters = Self.letters[sign] {
            kinds[range.lowerBound] = .figure(letters.0, letters.1)
        } else {
            let isOrdinary = sign == "'" || sign == "," || sign == ";" || sign == "@"
            kinds[range.lowerBound] = .signs(1, leastLetters: isOrdinary ? 6 : 4)
        }
    }

    private static func katakana(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        (0x3041...0x3096).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x60) : nil
    }

    /// The simplified form of a Chinese character, in which words are looked up.
    static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0x4E00...0x9FFF).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(simplifiedForms[Int(scalar.value - 0x4E00)]) ?? scalar
    }

    private static let simplifiedForms: [UInt16] = {
        var forms = [UInt16](0x4E00...0x9FFF)
        for (scalar, target) in DataTable.codePoints("simplified") {
            guard let form = target.unicodeScalars.first, form.value <= 0x9FFF,
                (0x4E00...0x9FFF).contains(scalar.value)
            else { continue }
            forms[Int(scalar.value - 0x4E00)] = UInt16(form.value)
        }
        return forms
    }()

    private static let mostSigns = 3
    private static let mostFigures = 4
    private static let quotes = Set("\"'「」『』《》〈〉[]【】-".unicodeScalars)
    private static let ties = Set("-_./*+~|=·#".unicodeScalars)
    private static let letters: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar?)] = [
        "0": ("o", nil), "1": ("i", "l"), "3": ("e", nil), "4": ("a", nil), "5": ("s", nil),
        "6": ("g", "b"), "7": ("t", nil), "8": ("b", nil), "9": ("g", nil), "@": ("a", nil),
        "$": ("s", nil), "€": ("e", nil), "!": ("i", nil), "|": ("i", "l"),
    ]
}

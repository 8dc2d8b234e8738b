import HelpDesk

extension Detector {
    /// OBF-01: marks what another rule found behind a disguise.
    static let disguises = Detector(name: "disguises") { input, hits, meter in
        hits.filter { !Self.openRules.contains($0.rule.code.prefix(3)) }.compactMap { hit in
            meter.count(hit.origin.count)
            return place(of: hit, in: input).map { Hit(.disguise, $0) }
        }
    }

    /// From the first to the last disguised word of a finding.
    private static func place(of hit: Hit, in input: LintInput) -> Range<Int>? {
        let isEastAsian = input.languages.main == .ja || input.languages.main == .zh
        func disguise(_ range: Range<Int>) -> Disguise {
            let raw = String(decoding: input.bytes(range), as: UTF8.self)
            return Disguise(raw, rule: hit.rule.code, isEastAsianText: isEastAsian)
        }
        let isAddress = addressRules.contains(hit.rule.code)
        var places = input.masked(in: hit.origin, terms: !isAddress)
        places += input.words(in: hit.origin).filter { disguise($0).hasOddWord }
        if let lower = places.map(\.lowerBound).min(), let upper = places.map(\.upperBound).max() {
            return lower..<upper
        }
        return disguise(hit.origin).isWrittenOut ? hit.origin : nil
    }

    /// Rules about the form of a text hide nothing.
    private static let openRules: Set<Substring> = ["FMT", "STA", "ORD", "LNG", "OBF"]

    /// Rules that read letters themselves; words that they happen to hold say nothing.
    private static let addressRules: Set<String> = [
        "CON-01", "CON-02", "CON-04", "CON-08", "LNK-01", "LNK-02", "LNK-03", "LNK-05", "PAY-02",
    ]
}

extension LintInput {
    /// What stands between blanks in a place of the text, as bytes.
    fileprivate func words(in place: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = place.lowerBound
        for index in place where byte(at: index).map({ $0 <= 0x20 }) ?? false {
            if start < index { words.append(start..<index) }
            start = index + 1
        }
        if start < place.upperBound { words.append(start..<place.upperBound) }
        return words
    }
}

/// The signs that somebody did not want a filter to read a text.
private struct Disguise {
    private let scalars: [Unicode.Scalar]
    private let rule: String
    private let isEastAsianText: Bool

    init(_ raw: String, rule: String, isEastAsianText: Bool) {
        scalars = Array(raw.unicodeScalars)
        self.rule = rule
        self.isEastAsianText = isEastAsianText
    }

    /// Whether letters of a word are not what they look like.
    var hasOddWord: Bool { hasHiddenScalars || hasOddForms || hasMixedWord }

    /// Whether words stand for signs, or blanks between letters.
    var isWrittenOut: Bool { isSpelledOut || isSpacedOut }

    /// Characters that nobody sees inside a word.
    private var hasHiddenScalars: Bool {
        scalars.indices.contains { index in
            let scalar = scalars[index]
            guard !scalar.isASCII else { return false }
            guard scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800 else {
                return scalar.value == 0x20E3
            }
            let next = scalars.indices.contains(index + 1) ? scalars[index + 1] : " "
            let isSoftHyphenAtEnd = scalar.value == 0xAD && next == "\n"
            return !isSoftHyphenAtEnd && scalar.value != 0xFE0F
        }
    }

    /// Circled, mathematical and, outside East Asian texts, full-width letters and digits.
    private var hasOddForms: Bool {
        scalars.contains { scalar in
            switch scalar.value {
            case 0xFF10...0xFF5A: !isEastAsianText
            case 0x2460...0x24FF, 0x1D400...0x1D7FF, 0x1F130...0x1F189: true
            default: false
            }
        }
    }

    /// "at" and "dot" in words, or a number in words.
    private var isSpelledOut: Bool {
        switch rule {
        case "CON-01": !scalars.contains { $0 == "@" || $0 == "＠" }
        case "LNK-01": !scalars.contains { $0 == "." || $0 == "/" || $0 == "．" || $0 == ":" }
        case "CON-02", "CON-08":
            scalars.filter(\.isDecimal).count < 4
        default: false
        }
    }

    private var hasMixedWord: Bool {
        var hasLatin = false
        var hasAlike = false
        for scalar in scalars {
            guard scalar.isAnyLetter else {
                hasLatin = false
                hasAlike = false
                continue
            }
            if scalar.isASCII { hasLatin = true }
            if scalar.isCyrillicOrGreek { hasAlike = true }
            if hasLatin && hasAlike { return true }
        }
        return false
    }

    /// Three or more single letters with one separator after each.
    private var isSpacedOut: Bool {
        var run = 0
        var index = 0
        while index < scalars.count {
            let isLone = isLetter(index) && !isWord(index - 1) && !isWord(index + 1)
            guard isLone else {
                if isLetter(index) { run = 0 }
                index += 1
                continue
            }
            run += 1
            if run >= 3 { return true }
            index += 2
        }
        return false
    }

    private func isWord(_ index: Int) -> Bool {
        guard scalars.indices.contains(index) else { return false }
        let scalar = scalars[index]
        if scalar.isASCII { return scalar.isAnyLetter || scalar.isASCIIDigit }
        return scalar.isAnyLetter || scalar.properties.numericType != nil
    }

    private func isLetter(_ index: Int) -> Bool {
        scalars.indices.contains(index) && scalars[index].isAnyLetter
    }
}

extension Unicode.Scalar {
    fileprivate var isDecimal: Bool {
        isASCII ? isASCIIDigit : properties.numericType == .decimal
    }
}

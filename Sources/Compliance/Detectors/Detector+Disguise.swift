import HelpDesk

extension Detector {
    /// OBF-01: marks what another rule found behind a disguise.
    static let disguises = Detector(name: "disguises") { input, hits, meter in
        hits.filter { Self.hidingRules.contains($0.rule.code) }.compactMap { hit in
            meter.count(hit.origin.count)
            let raw = String(decoding: input.bytes(hit.origin), as: UTF8.self)
            let disguise = Disguise(raw, rule: hit.rule.code, languages: input.languages)
            let isMasked = input.isMasked(hit.origin)
            return disguise.isDisguised || isMasked ? Hit(.disguise, hit.origin) : nil
        }
    }

    private static let hidingRules: Set<String> = [
        "CON-01", "CON-02", "CON-03", "CON-08", "LNK-01", "LNK-03", "PAY-01", "PAY-02",
    ]
}

/// The signs that somebody did not want a filter to read a text.
private struct Disguise {
    private let scalars: [Unicode.Scalar]
    private let rule: String
    private let isEastAsianText: Bool

    init(_ raw: String, rule: String, languages: SpokenLanguages) {
        scalars = Array(raw.unicodeScalars)
        self.rule = rule
        isEastAsianText = languages.main == .ja || languages.main == .zh
    }

    var isDisguised: Bool {
        hasHiddenScalars || hasOddForms || isSpelledOut || hasMixedWord || isSpacedOut
    }

    /// Characters that nobody sees inside a word.
    private var hasHiddenScalars: Bool {
        scalars.indices.contains { index in
            let scalar = scalars[index]
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
            scalars.filter { $0.properties.numericType == .decimal }.count < 4
        default: false
        }
    }

    private var hasMixedWord: Bool {
        var hasLatin = false
        var hasAlike = false
        for scalar in scalars {
            guard scalar.properties.isAlphabetic else {
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
        return scalars[index].properties.isAlphabetic
            || scalars[index].properties.numericType != nil
    }

    private func isLetter(_ index: Int) -> Bool {
        scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
    }

}

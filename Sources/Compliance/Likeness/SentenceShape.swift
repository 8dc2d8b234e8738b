/// What a sentence holds besides words, told by its form; the model treats it as it does concepts.
enum SentenceShape: UInt32 {
    case postalAddress, longNumber, mixedWord

    /// Digits of a number that may be dialled.
    private static let fewestDigits = 7

    var name: UInt32 {
        var hash = FeatureHash("o")
        hash.add(rawValue)
        return hash.value
    }

    static func all(
        in sentence: Int, _ tokens: [SentenceToken], _ input: LintInput, meter: inout StepMeter
    ) -> [SentenceShape] {
        var shapes: [SentenceShape] = []
        if input.postalAddress(inSentence: sentence, meter: &meter) != nil {
            shapes.append(.postalAddress)
        }
        let range = input.sentences[sentence].range
        meter.count(range.count)
        if input.text.hasNumber(ofDigits: fewestDigits, in: range) { shapes.append(.longNumber) }
        if tokens.contains(where: \.isMixed) { shapes.append(.mixedWord) }
        return shapes
    }
}

extension SentenceToken {
    /// Letters and figures in one word, as account names have them.
    fileprivate var isMixed: Bool {
        !isEastAsian && scalars.count > 4 && scalars.contains(0x30)
            && scalars.contains { $0 != 0x30 }
    }
}

extension NormalizedText {
    /// Whether figures stand in `range`, at most a blank or a sign apart, as many as `count`.
    fileprivate func hasNumber(ofDigits count: Int, in range: Range<Int>) -> Bool {
        var digits = 0
        var apart = 0
        for index in range {
            if self[index].isASCIIDigit {
                digits += 1
                apart = 0
                if digits >= count { return true }
            } else if self[index].isSpacedWordScalar || self[index].isEastAsian {
                digits = 0
            } else {
                apart += 1
                if apart > 2 { digits = 0 }
            }
        }
        return false
    }
}

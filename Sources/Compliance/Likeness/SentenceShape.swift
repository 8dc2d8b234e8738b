/// What a sentence holds besides words, told by its form; the model treats it as it does concepts.
enum SentenceShape: UInt32 {
    case postalAddress, mixedWord

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

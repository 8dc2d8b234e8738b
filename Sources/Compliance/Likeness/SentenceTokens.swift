/// A piece of a sentence as the model of likeness reads it; every number is one 0.
struct SentenceToken {
    var scalars: [UInt32]
    /// Of a script that writes no blanks between words.
    var isEastAsian: Bool

    /// How much it says: a word as much as two East Asian letters.
    var size: Int { isEastAsian ? scalars.count : 2 }

    /// Words count by their beginnings too, since endings say little in most languages.
    var stem: ArraySlice<UInt32> { scalars.prefix(6) }
}

extension NormalizedText {
    /// Words, runs of East Asian letters and telling signs of `range`, in order.
    func tokens(in range: Range<Int>, meter: inout StepMeter) -> [SentenceToken] {
        var tokens: [SentenceToken] = []
        var isOpen = false
        meter.count(range.count)
        for index in range {
            let scalar = self[index]
            let isEastAsian = scalar.isEastAsian
            guard isEastAsian || scalar.isSpacedWordScalar else {
                isOpen = false
                if Self.tellingSigns.contains(scalar) {
                    tokens.append(SentenceToken(scalars: [scalar.value], isEastAsian: false))
                }
                continue
            }
            let value = scalar.isASCIIDigit ? 0x30 : scalar.value
            if isOpen, let last = tokens.last, last.isEastAsian == isEastAsian {
                if value == 0x30, last.scalars.last == 0x30 { continue }
                tokens[tokens.count - 1].scalars.append(value)
            } else {
                tokens.append(SentenceToken(scalars: [value], isEastAsian: isEastAsian))
            }
            isOpen = true
        }
        return tokens
    }

    private static let tellingSigns: Set<Unicode.Scalar> = [
        "@", "€", "$", "£", "¥", "%", "?", "!", ":", "/",
    ]
}

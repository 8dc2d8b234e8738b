extension NormalizedText {
    /// Two and more words for digits from `start`: "five oh three", "〇三〇". One alone may be anything.
    func spokenRun(at start: Int, meter: inout StepMeter) -> (range: Range<Int>, digits: Int)? {
        let isEastAsian = self[start].isEastAsian
        var end = start
        var index = start
        var digits = 0
        var words = 0
        while index < count, let word = digitWord(at: index, isEastAsian, meter: &meter) {
            digits += word.digits
            words += 1
            end = word.range.upperBound
            index = end
            while index < count, index - end < 2, isDigitGlue(self[index]) { index += 1 }
        }
        return words > 1 ? (start..<end, digits) : nil
    }

    private func digitWord(at start: Int, _ isEastAsian: Bool, meter: inout StepMeter)
        -> (range: Range<Int>, digits: Int)?
    {
        meter.count()
        if isEastAsian {
            guard NumberWords.ones.contains(string(start..<start + 1)) else { return nil }
            return (start..<start + 1, 1)
        }
        guard self[start].isASCIILetter else { return nil }
        var end = start
        while end < count, end - start < 14, self[end].isASCIILetter {
            meter.count()
            end += 1
        }
        guard end == count || !self[end].isSpacedWordScalar,
            let read = NumberWords.read(string(start..<end))
        else { return nil }
        return (start..<end, read.digits)
    }

    private func isDigitGlue(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "-" || scalar == ","
    }
}

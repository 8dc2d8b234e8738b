/// Second layer: white space made single, line wraps undone, letters written apart put together.
///
/// A space in it is one or more blanks of the text; a line feed is the border of a paragraph.
extension NormalizedText {
    func joined(meter: inout StepMeter) -> NormalizedText {
        var result = NormalizedText()
        var index = 0
        while index < count {
            meter.count()
            if scalars[index].isBlank {
                index = appendBlank(at: index, to: &result, meter: &meter)
            } else if let run = spacedRun(at: index, meter: &meter)
                ?? decoratedRun(at: index, meter: &meter)
            {
                let start = result.count
                for position in run { result.append(position, of: self) }
                result.markApart(start..<result.count)
                index = (run.last ?? index) + 1
            } else if isDecorationInsideWord(at: index) {
                index += 1
            } else if scalars[index] == "ー", isBetweenLatin(index) {
                result.append(index, of: self, as: "-")
                index += 1
            } else if scalars[index] == "。", isBetweenLatin(index) {
                result.append(index, of: self, as: ".")
                index += 1
            } else {
                result.append(index, of: self)
                index += 1
            }
        }
        return result
    }

    private func appendBlank(
        at start: Int, to result: inout NormalizedText, meter: inout StepMeter
    ) -> Int {
        var index = start
        var lineBreaks = 0
        while index < count, scalars[index].isBlank {
            meter.count()
            if scalars[index] == "\n" { lineBreaks += 1 }
            index += 1
        }
        let isNeedless =
            start > 0 && index < count
            && Self.needsNoBlank(between: scalars[start - 1], and: scalars[index])
        if lineBreaks > 1 {
            result.append(start, of: self, as: "\n")
        } else if !isNeedless {
            result.append(start, of: self, as: " ")
        }
        return index
    }

    /// Beside Han and kana a blank is a matter of taste: "加 微信", "QQ 群".
    static func needsNoBlank(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
        (left.isEastAsian && (right.isEastAsian || right.isASCIIAlphanumeric))
            || (right.isEastAsian && left.isASCIIAlphanumeric)
    }

    /// Five and more single letters or signs of any script with one and the same ornament between
    /// them; four letters of Han or kana with any sign.
    private func decoratedRun(at first: Int, meter: inout StepMeter) -> [Int]? {
        guard first + 6 < count, isDecorated(first) else { return nil }
        let ornament = scalars[first + 1]
        let isOrnament = Self.ornaments.contains(ornament)
        guard isOrnament || ornament.isSign else { return nil }
        var last = first
        while last + 2 < count, scalars[last + 1] == ornament,
            isOrnament ? isDecorated(last + 2) : scalars[last + 2].isEastAsian
        {
            meter.count()
            last += 2
        }
        guard last - first >= 6 else { return nil }
        let letters = Array(stride(from: first, through: last, by: 2))
        if isOrnament, letters.count >= 5 { return letters }
        return letters.allSatisfy { scalars[$0].isEastAsian } ? letters : nil
    }

    private func isDecorated(_ index: Int) -> Bool {
        let scalar = scalars[index]
        return scalar.isSpacedWordScalar || scalar.isEastAsian || Self.addressSigns.contains(scalar)
    }

    private static let ornaments: Set<Unicode.Scalar> = ["*", "|", "·", "~", "^", "+", "=", "_"]
    private static let addressSigns: Set<Unicode.Scalar> = ["@", ".", "-", ":", "/", ",", " "]

    /// One sign between two Han or kana letters that no language puts there.
    private func isDecorationInsideWord(at index: Int) -> Bool {
        guard index > 0, index + 1 < count else { return false }
        switch scalars[index] {
        case "*", "_", "|", "·", ".", "+", "^", "=", "/":
            return scalars[index - 1].isEastAsian && scalars[index + 1].isEastAsian
        default: return false
        }
    }

    private func isBetweenLatin(_ index: Int) -> Bool {
        index > 0 && index + 1 < count && scalars[index - 1].isASCIIAlphanumeric
            && scalars[index + 1].isASCIIAlphanumeric
    }

    /// Four or more single letters with one and the same separator between them. Where that is a
    /// blank, several blanks stand between words.
    private func spacedRun(at first: Int, meter: inout StepMeter) -> [Int]? {
        guard first + 6 < count, isUnit(first), first == 0 || !isUnit(first - 1) else { return nil }
        let separator = scalars[first + 1]
        guard separator == " " || separator.isSign, separator != "@" else { return nil }
        // With another separator than a space, the run starts where no separator stands before it.
        if first > 0, separator != " ", scalars[first - 1] == separator { return nil }
        if first > 1, separator == " ", scalars[first - 1] == " ", isLoneUnit(first - 2) {
            return nil
        }
        var places = [first]
        var last = first
        var letters = scalars[first].isSpacedWordScalar && !scalars[first].isASCIIDigit ? 1 : 0
        var digits = scalars[first].isASCIIDigit ? 1 : 0
        while let next = nextUnit(after: last, separator, meter: &meter) {
            if next > last + 2 { places.append(last + 1) }
            places.append(next)
            last = next
            if scalars[last].isASCIIDigit { digits += 1 } else { letters += 1 }
        }
        return letters >= 4 || (separator == " " && digits >= 7) ? places : nil
    }

    /// The next single letter of a run.
    private func nextUnit(after last: Int, _ separator: Unicode.Scalar, meter: inout StepMeter)
        -> Int?
    {
        meter.count()
        guard last + 2 < count, isSeparator(last + 1, separator) else { return nil }
        var next = last + 2
        while separator == " ", next < count, next - last <= Self.widestBlank,
            isSeparator(next, separator)
        {
            next += 1
        }
        guard next < count, isUnit(next) || isJoiner(next, separator) else { return nil }
        let isLast = next + 1 >= count
        let goesOn = !isLast && (isUnit(next + 1) || (separator != "'" && scalars[next + 1] == "'"))
        return goesOn ? nil : next
    }

    /// Blanks between two words whose letters stand apart.
    private static let widestBlank = 5

    /// A line may break where a blank separates.
    private func isSeparator(_ index: Int, _ separator: Unicode.Scalar) -> Bool {
        scalars[index] == separator || (separator == " " && scalars[index] == "\n")
    }

    private func isUnit(_ index: Int) -> Bool { scalars[index].isSpacedWordScalar }

    /// A sign of an address that stands apart like the letters around it.
    private func isJoiner(_ index: Int, _ separator: Unicode.Scalar) -> Bool {
        let scalar = scalars[index]
        let isSign = scalar == "@" || scalar == "." || scalar == "-" || scalar == "_"
        return isSign && scalar != separator && index + 2 < count
            && isSeparator(index + 1, separator) && isUnit(index + 2)
    }

    private func isLoneUnit(_ index: Int) -> Bool {
        isUnit(index) && (index == 0 || !isUnit(index - 1))
    }
}

import HelpDesk

extension Detector {
    /// PAY-02: an account or card number itself; asking for one is a frame.
    static let bankNumbers = Detector(name: "bank numbers") { input, _, meter in
        var hits: [Hit] = []
        var index = 0
        let text = input.text
        while index < text.count {
            meter.count()
            if let end = accountEnd(from: index, in: text, meter: &meter) {
                let start = wordBefore(index, "iban", in: text) ?? index
                hits.append(Hit(.bankData, text.origin(of: start..<end)))
                index = end
            } else if let end = cardEnd(from: index, in: text, meter: &meter) {
                hits.append(Hit(.bankData, text.origin(of: index..<end)))
                index = end
            } else {
                index += 1
            }
        }
        return hits
    }

    /// ISO 13616: two letters, two check digits, up to thirty letters and digits; remainder 1.
    private static func accountEnd(
        from start: Int, in text: NormalizedText, meter: inout StepMeter
    ) -> Int? {
        guard start == 0 || !text[start - 1].isASCIIAlphanumeric, text[start].isASCIILetter,
            text.scalar(at: start + 1)?.isASCIILetter == true,
            text.scalar(at: start + 2)?.isASCIIDigit == true,
            text.scalar(at: start + 3)?.isASCIIDigit == true
        else { return nil }
        var signs: [Unicode.Scalar] = []
        var ends: [Int] = []
        var index = start
        while index < text.count, signs.count < 34 {
            meter.count()
            let group = index..<groupEnd(index, in: text)
            let isBankCode = group.count == 4 && signs.count == 4
            guard isBankCode || text.scalars[group].contains(where: \.isASCIIDigit) else { break }
            signs += text.scalars[group]
            ends += group.map { $0 + 1 }
            index = group.upperBound
            guard text.scalar(at: index) == " ", text.scalar(at: index + 1) != " " else { break }
            index += 1
        }
        // Other numbers may follow, so the longest row of groups that fits is taken.
        for length in stride(from: min(signs.count, 34), through: 15, by: -1) {
            guard text.scalar(at: ends[length - 1])?.isASCIIAlphanumeric != true else { continue }
            meter.count(length)
            let isWhole = signs[4..<length].filter(\.isASCIIDigit).count >= 8
            if isWhole, remainder(signs[..<length]) == 1 { return ends[length - 1] }
        }
        return nil
    }

    private static func groupEnd(_ start: Int, in text: NormalizedText) -> Int {
        var end = start
        while end < text.count, end - start <= 34, text[end].isASCIIAlphanumeric { end += 1 }
        return end
    }

    private static func remainder(_ signs: ArraySlice<Unicode.Scalar>) -> Int {
        var rest = 0
        for sign in Array(signs.dropFirst(4)) + Array(signs.prefix(4)) {
            let value = Int(sign.value)
            rest =
                sign.isASCIIDigit ? (rest * 10 + value - 48) % 97 : (rest * 100 + value - 87) % 97
        }
        return rest
    }

    /// Sixteen digits with Luhn's check digit, as card networks number them.
    private static func cardEnd(
        from start: Int, in text: NormalizedText, meter: inout StepMeter
    ) -> Int? {
        guard text[start].isASCIIDigit, start == 0 || !text[start - 1].isASCIIAlphanumeric else {
            return nil
        }
        guard "3456".unicodeScalars.contains(text[start]) || text[start] == "2" else { return nil }
        var digits: [Int] = []
        var index = start
        while index < text.count, digits.count < 17 {
            meter.count()
            if text[index].isASCIIDigit {
                digits.append(Int(text[index].value) - 48)
            } else if digits.count % 4 != 0 || (text[index] != " " && text[index] != "-") {
                break
            }
            index += 1
        }
        guard digits.count == 16, text.scalar(at: index)?.isASCIIAlphanumeric != true else {
            return nil
        }
        while index > start, !text[index - 1].isASCIIDigit { index -= 1 }
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0 && isCardPrefix(digits) ? index : nil
    }

    private static func isCardPrefix(_ digits: [Int]) -> Bool {
        let two = digits[0] * 10 + digits[1]
        return digits[0] == 4 || (51...55).contains(two) || (22...27).contains(two)
            || two == 35 || two == 60 || two == 62
    }

    private static func wordBefore(_ index: Int, _ word: String, in text: NormalizedText) -> Int? {
        var end = index
        while end > 0, text[end - 1] == " " || text[end - 1] == ":" { end -= 1 }
        let start = end - word.unicodeScalars.count
        guard start >= 0, text.string(start..<end) == word else { return nil }
        return start
    }
}

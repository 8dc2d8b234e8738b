import HelpDesk

extension NormalizedText {
    /// Sums of money, shares and codes to type in, which no list of words can hold.
    func shapeHits(original: String, meter: inout StepMeter) -> [ConceptHit] {
        var hits: [ConceptHit] = []
        let bytes = Array(original.utf8)
        var index = 0
        while index < count {
            meter.count()
            guard self[index].isASCIIAlphanumeric else {
                index += 1
                continue
            }
            let start = index
            while index < count, self[index].isASCIIAlphanumeric || isInnerSign(index) {
                meter.count()
                index += 1
            }
            if let concept = concept(of: start..<index, bytes) {
                hits.append(ConceptHit(concept: concept, range: start..<index))
            }
        }
        return hits
    }

    /// A comma or full stop between digits.
    private func isInnerSign(_ index: Int) -> Bool {
        guard self[index] == "." || self[index] == ",", index > 0 else { return false }
        return self[index - 1].isASCIIDigit && scalar(at: index + 1)?.isASCIIDigit == true
    }

    private func concept(of range: Range<Int>, _ bytes: [UInt8]) -> Concept? {
        let token = scalars[range]
        let digits = token.filter(\.isASCIIDigit).count
        if digits > 0, token.allSatisfy({ !$0.isASCIILetter }) { return number(at: range) }
        let letters = token.filter(\.isASCIILetter).count
        let isCode = letters >= 3 && (1...6).contains(digits) && token.count <= 14
        guard isCode, token.first?.isASCIILetter == true else { return nil }
        let origin = origin(of: range)
        let isUpper = bytes[origin].allSatisfy { !(97...122).contains($0) }
        return isUpper ? .promoCode : nil
    }

    private func number(at range: Range<Int>) -> Concept? {
        let next = nextWord(after: range.upperBound)
        if next.hasPrefix("%") || Self.percentWords.contains(where: next.hasPrefix) {
            return .percent
        }
        let before = range.lowerBound > 0 ? self[range.lowerBound - 1] : " "
        let beforeBlank =
            before == " " && range.lowerBound > 1 ? self[range.lowerBound - 2] : before
        if Self.currencySigns.contains(before) || Self.currencySigns.contains(beforeBlank) {
            return .amount
        }
        if let sign = next.unicodeScalars.first, Self.currencySigns.contains(sign) {
            return .amount
        }
        if Self.currencyWords.contains(where: next.hasPrefix) { return .amount }
        let start = Swift.max(0, range.lowerBound - 4)
        let words = string(start..<range.lowerBound)
        return Self.currencyCodes.contains { words.hasSuffix($0 + " ") || words.hasSuffix($0) }
            ? .amount : nil
    }

    /// A few letters behind a number, without the blank between them.
    private func nextWord(after end: Int) -> String {
        let start = scalar(at: end) == " " ? end + 1 : end
        return string(start..<Swift.min(count, start + 8))
    }

    private static let currencySigns: Set<Unicode.Scalar> = ["$", "€", "£", "¥", "￥"]
    private static let currencyCodes = ["usd", "eur", "gbp", "cad", "jpy", "cny", "rmb"]
    private static let currencyWords = [
        "usd", "eur", "gbp", "cad", "jpy", "cny", "rmb", "dollar", "pound", "yen", "pfund", "livre",
        "sterlin", "libra", "dolar", "dollari", "円", "元", "美元", "美金", "欧元", "英镑", "块", "刀", "日元",
        "ドル", "ユーロ", "ポンド", "加元",
    ]
    private static let percentWords = [
        "percent", "prozent", "pour cent", "por cient", "per cento", "パーセント",
    ]
}

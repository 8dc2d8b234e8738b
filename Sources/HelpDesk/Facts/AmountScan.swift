/// Amounts of money in a letter.
enum AmountScan {
    struct Found: Hashable {
        var amount: ExactAmount
        var text: String
        var range: Range<Int>
    }

    private static let before: [String: [String]] = [
        "USD": ["US$", "$", "USD"], "CAD": ["CA$", "CAD$", "C$", "$", "CAD"],
        "GBP": ["£", "GBP"], "EUR": ["€", "EUR"], "JPY": ["¥", "￥", "JPY"],
    ]
    private static let after: [String: [String]] = [
        "USD": ["USD", "$", "dollar", "dólar", "dollari", "美元"],
        "CAD": ["CAD", "CA$", "$", "dollar", "加元"],
        "GBP": ["GBP", "£", "pound", "英镑"], "EUR": ["€", "EUR", "euro", "欧元"],
        "JPY": ["円", "¥", "JPY", "yen", "日元"],
    ]

    /// The amounts in one currency, in order. A number without its sign is not an amount.
    static func amounts(in text: String, currency: String) -> [Found] {
        guard let before = before[currency], let after = after[currency] else { return [] }
        let characters = Array(text)
        var found: [Found] = []
        var offset = 0
        var index = 0
        while index < characters.count {
            guard isDigit(characters[index]) else {
                offset += characters[index].utf8.count
                index += 1
                continue
            }
            let end = numberEnd(characters, from: index)
            let number = String(characters[index..<end])
            if let amount = amount(number),
                ends(characters[..<index], with: before) || begins(characters[end...], with: after)
            {
                found.append(
                    Found(
                        amount: amount, text: number, range: offset..<offset + number.utf8.count))
            }
            offset += number.utf8.count
            index = end
        }
        return found
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }

    /// Digits, with single separators between them; a space separates only groups of three.
    private static func numberEnd(_ text: [Character], from start: Int) -> Int {
        var end = start + 1
        while end < text.count {
            if isDigit(text[end]) {
                end += 1
            } else if ".,'’\u{202F}\u{A0} ".contains(text[end]), groupFollows(text, end) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private static func groupFollows(_ text: [Character], _ sign: Int) -> Bool {
        let digits = text[(sign + 1)...].prefix(4).prefix(while: isDigit).count
        return ".,".contains(text[sign]) ? digits > 0 : digits == 3
    }

    /// `1.234,50` and `1,234.50` alike: what is followed by one or two last digits is the fraction.
    static func amount(_ number: String) -> ExactAmount? {
        let parts = number.split { !isDigit($0) }
        guard let last = parts.last, parts.count > 1 else { return ExactAmount(number) }
        let sign = number.dropLast(last.count).last
        let isFraction = last.count <= 2 && (sign == "." || sign == ",")
        let whole = (isFraction ? parts.dropLast() : parts[...]).joined()
        return ExactAmount(isFraction ? "\(whole).\(last)" : whole)
    }

    private static func ends(_ text: ArraySlice<Character>, with signs: [String]) -> Bool {
        var text = text
        if let last = text.last, last.isWhitespace, last != "\n" { text.removeLast() }
        let tail = String(text.suffix(4))
        return signs.contains { tail.hasSuffix($0) }
    }

    private static func begins(_ text: ArraySlice<Character>, with signs: [String]) -> Bool {
        var text = text
        if let first = text.first, first.isWhitespace, first != "\n" { text.removeFirst() }
        let head = String(text.prefix(8)).lowercased()
        return signs.contains { head.hasPrefix($0.lowercased()) }
    }
}

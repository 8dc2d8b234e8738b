/// Amounts as people of a language write them. Amounts stay text, so nothing is ever rounded.
package enum MoneyText {
    /// `€39.98` in English, `€39.98` after grouping `¥3,980` for a currency without decimals.
    package static func format(amount: String, currency: String, language: InterfaceLanguage)
        -> String
    {
        let isNegative = amount.hasPrefix("-")
        let parts = amount.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.allSatisfy(\.isNumber) else {
            return "\(amount) \(currency)"
        }
        var digits = grouped(whole)
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        if currency == "JPY" {
            if fraction.contains(where: { $0 != "0" }) { digits += "." + fraction }
        } else {
            digits += "." + fraction.padded(to: 2)
        }
        return (isNegative ? "-" : "") + symbol(currency, language) + digits
    }

    private static func grouped(_ digits: Substring) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }

    /// Chinese readers take a bare ¥ for yuan and a bare $ needs no country for American dollars.
    private static func symbol(_ currency: String, _ language: InterfaceLanguage) -> String {
        switch (currency, language) {
        case ("EUR", _): "€"
        case ("GBP", _): "£"
        case ("USD", _): "$"
        case ("CAD", _): "CA$"
        case ("JPY", .english): "¥"
        case ("JPY", .simplifiedChinese): "日元"
        default: currency + " "
        }
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: "0", count: max(0, count - self.count))
    }
}

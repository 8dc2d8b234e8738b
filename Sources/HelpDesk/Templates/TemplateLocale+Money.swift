extension TemplateLocale {
    /// An amount as a letter in this language writes it: `$19.90`, `19,90 €`, `2,480円`.
    package func money(_ money: Money) -> String {
        let amount = grouped(money.amount)
        let symbol = Self.symbols[money.currency]
        if usesComma { return "\(amount) \(symbol ?? money.currency)" }
        switch (money.currency, isJapanese) {
        case ("JPY", true): return amount + "円"
        case (_, _): return symbol.map { $0 + amount } ?? "\(money.currency) \(amount)"
        }
    }

    private static let symbols = ["USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "CAD": "CA$"]

    /// Puts the language's signs between thousands and before the fraction.
    private func grouped(_ amount: String) -> String {
        let isNegative = amount.hasPrefix("-")
        let parts = amount.drop { $0 == "-" }.split(
            separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return amount
        }
        var text = ""
        for (offset, digit) in whole.reversed().enumerated() {
            if offset > 0, offset % 3 == 0 { text.append(contentsOf: thousandsSign.reversed()) }
            text.append(digit)
        }
        let fraction = parts.count > 1 ? (usesComma ? "," : ".") + parts[1] : ""
        return (isNegative ? "-" : "") + String(text.reversed()) + fraction
    }
}

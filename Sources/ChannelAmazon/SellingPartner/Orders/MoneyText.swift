/// Amounts as the platform writes them.
enum MoneyText {
    /// The amount when it is a plain decimal number, without the empty fraction that a currency of
    /// no decimals cannot have; nil for anything else.
    static func normalised(_ amount: String, decimals: Int) -> String? {
        var digits = amount[...]
        if digits.first == "-" { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        guard decimals == 0, parts.count == 2, parts[1].allSatisfy({ $0 == "0" }) else {
            return amount
        }
        return String(amount.prefix { $0 != "." })
    }
}

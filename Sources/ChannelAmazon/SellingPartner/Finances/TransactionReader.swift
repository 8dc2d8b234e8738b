import HelpDesk
import SwiftExtensions

/// Reads an entry of the books. Amounts come as JSON numbers, whose digits are kept as written.
enum TransactionReader {
    /// Breakdowns lie in each other; no known one lies deeper.
    private static let deepest = 8

    static func transaction(_ value: JSONValue) throws(FieldProblem) -> MoneyTransaction {
        let entry = try FieldReader(value, path: "transaction")
        var notes = DriftNotes()
        var parts: [MoneyPart] = []
        for part in entry.list("breakdowns", &notes) {
            try collect(part, under: "", depth: 0, into: &parts)
        }
        return MoneyTransaction(
            transactionID: entry.text("transactionId", &notes, limit: 200) ?? "",
            type: try entry.requiredText("transactionType", limit: 80),
            status: entry.text("transactionStatus", &notes, limit: 40),
            postedAt: entry.time("postedDate", &notes),
            total: try money(value["totalAmount"], path: "transaction.totalAmount"), parts: parts)
    }

    /// The innermost amounts only: the outer ones are their sums.
    private static func collect(
        _ value: JSONValue, under path: String, depth: Int, into parts: inout [MoneyPart]
    ) throws(FieldProblem) {
        let name = PlatformText.cleaned(value["breakdownType"]?.text ?? "?", limit: 80)
        let full = path.isEmpty ? name : "\(path)/\(name)"
        let inner = value["breakdowns"]?.elements ?? []
        if !inner.isEmpty, depth < deepest {
            for part in inner { try collect(part, under: full, depth: depth + 1, into: &parts) }
        } else if let amount = try money(value["breakdownAmount"], path: full) {
            parts.append(MoneyPart(path: full, amount: amount))
        }
    }

    private static func money(_ value: JSONValue?, path: String) throws(FieldProblem) -> Money? {
        guard let value else { return nil }
        let fields = try FieldReader(value, path: path)
        let currency = try fields.requiredText("currencyCode", limit: 3)
        guard let number = value["currencyAmount"] else {
            throw FieldProblem(path: "\(path).currencyAmount", kind: .missing)
        }
        guard let amount = number.digits.flatMap(ExactAmount.init) else {
            throw FieldProblem(path: "\(path).currencyAmount", kind: .unreadable)
        }
        let decimals = MarketplaceTable.standard.decimals(ofCurrency: currency)
        return Money(amount: amount.text(decimals: decimals), currency: currency)
    }
}

extension JSONValue {
    /// The digits of a number, or a text that should be one.
    fileprivate var digits: String? {
        switch content {
        case .number(let digits), .string(let digits): digits
        default: nil
        }
    }
}

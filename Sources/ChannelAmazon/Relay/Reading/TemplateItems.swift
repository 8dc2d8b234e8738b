internal import Foundation
import Channels
import HelpDesk

/// Product lines of the template: `2 / Title [ASIN: B0…]`, in old mails `1 of Title [ASIN: …]`.
enum TemplateItems {
    private static let limit = 40

    static func items(in preamble: String) -> [InboundItem] {
        var items: [InboundItem] = []
        var lineStart = preamble.startIndex
        var from = preamble.startIndex
        while items.count < limit,
            let label = preamble.range(
                of: "ASIN", options: .caseInsensitive, range: from..<preamble.endIndex)
        {
            from = label.upperBound
            guard let code = code(after: label.upperBound, in: preamble) else { continue }
            let title = title(String(preamble[lineStart..<label.lowerBound]))
            if !items.contains(where: { $0.asin == code.asin }) {
                items.append(
                    InboundItem(asin: code.asin, title: title.text, quantity: title.quantity))
            }
            from = code.end
            lineStart = code.end
        }
        return items
    }

    private static func code(after index: String.Index, in text: String)
        -> (asin: String, end: String.Index)?
    {
        let rest = text[index...].drop { " :：\t\n#*".contains($0) }
        let code = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let asin = code.uppercased()
        guard asin.count == 10, asin.contains(where: \.isNumber) else { return nil }
        let bracket = text[code.endIndex...].first == "]"
        return (asin, bracket ? text.index(after: code.endIndex) : code.endIndex)
    }

    /// The last line above the code, without its quantity.
    private static func title(_ text: String) -> (text: String?, quantity: Int?) {
        let lines = text.split(separator: "\n").filter { line in
            line.contains { $0.isLetter || $0.isNumber }
        }
        guard let last = lines.last else { return (nil, nil) }
        var line = SafeText.line(String(last), limit: 500)
        if let cut = line.range(of: ": ", options: .backwards),
            !OrderNumbers.all(in: String(line[..<cut.lowerBound]), limit: 1).isEmpty
        {
            line = String(line[cut.upperBound...])
        }
        line = line.trimmingCharacters(in: CharacterSet(charactersIn: " [(（"))
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        var rest = line.dropFirst(digits.count).drop { $0 == " " }
        guard let quantity = Int(digits), quantity < 100_000 else { return (named(line), nil) }
        if rest.hasPrefix("/") {
            rest = rest.dropFirst()
        } else if rest.lowercased().hasPrefix("of ") {
            rest = rest.dropFirst(3)
        } else {
            return (named(line), nil)
        }
        return (named(String(rest)), quantity)
    }

    private static func named(_ title: String) -> String? {
        let title = SafeText.line(title)
        return title.isEmpty ? nil : title
    }
}

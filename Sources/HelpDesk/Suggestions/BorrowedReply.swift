/// A reply to one buyer made ready for another: nothing of the first case may reach the second.
package enum BorrowedReply {
    /// What a case's letters name.
    package struct Case: Hashable, Sendable {
        package var buyerName: String
        package var orders: [String]
        package var trackingNumbers: [String]
        /// Who signs.
        package var alias: String

        package init(
            buyerName: String, orders: [String], trackingNumbers: [String], alias: String
        ) {
            self.buyerName = buyerName
            self.orders = orders
            self.trackingNumbers = trackingNumbers
            self.alias = alias
        }
    }

    /// `text` with the values of `old` replaced by those of `new`, and a new first line. What the
    /// new case does not know becomes an open slot, which keeps the letter from being sent.
    package static func text(
        _ text: String, from old: Case, to new: Case, greeting: String
    ) -> String {
        var text = withGreeting(text, greeting)
        for order in old.orders {
            text = text.replacing(order, with: new.orders.first ?? "{{order.id}}")
        }
        for number in old.trackingNumbers {
            text = text.replacing(
                number, with: new.trackingNumbers.first ?? "{{shipment.tracking}}")
        }
        // Codes of a case that the desk no longer knows whole.
        for code in TextPlaces.codes(in: text).reversed()
        where !new.orders.contains(code.text) && !new.trackingNumbers.contains(code.text) {
            text = replacing(code.range, in: text, with: "{{shipment.tracking}}")
        }
        text = withoutForeignOrders(text, new)
        for name in names(of: old.buyerName) {
            for place in TextPlaces.whole(name, in: text).reversed() {
                text = replacing(place, in: text, with: "{{buyer.name}}")
            }
        }
        guard !old.alias.isEmpty, old.alias != new.alias else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0 == old.alias ? new.alias : String($0) }.joined(separator: "\n")
    }

    private static func withGreeting(_ text: String, _ greeting: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let first = lines.first, LetterBody.isGreeting(first[...]) else {
            return "\(greeting)\n\n\(text)"
        }
        lines[0] = greeting
        return lines.joined(separator: "\n")
    }

    /// An order number that is not one of the new case's.
    private static func withoutForeignOrders(_ text: String, _ new: Case) -> String {
        var text = text
        for match in text.matches(of: /\d{3}-\d{7}-\d{7}/).reversed()
        where !new.orders.contains(String(match.output)) {
            text.replaceSubrange(match.range, with: new.orders.first ?? "{{order.id}}")
        }
        return text
    }

    /// The whole name and its parts, the longest first; initials are left.
    private static func names(of name: String) -> [String] {
        let parts = name.split { $0 == " " }.map(String.init)
        return ([name] + parts).filter { $0.utf8.count > 2 }.sorted { $0.count > $1.count }
    }

    private static func replacing(
        _ range: Range<Int>, in text: String, with new: String
    ) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + new
            + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    }
}

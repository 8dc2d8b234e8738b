package import SwiftExtensions

/// A value that a template put into a letter: what it was, and when it was read (helpdesk
/// section 10.3).
package struct FilledFact: Hashable, Sendable, Codable {
    /// Name of the template's variable, such as `shipment.tracking` or `today+3d`.
    package var variable: String
    /// As it stands in the letter.
    package var text: String
    /// The language that it was written in.
    package var language: LanguageCode
    package var filledAt: Timestamp

    package init(
        variable: String, text: String, language: LanguageCode, filledAt: Timestamp
    ) {
        self.variable = variable
        self.text = text
        self.language = language
        self.filledAt = filledAt
    }

    /// Stands for a fact of the text that a draft was translated from: it never changes.
    package static let original = "original"

    /// How old what the platform said of an order may be when a letter quotes it (helpdesk section
    /// 10.3): parcels two hours, the order itself a quarter of an hour. Numbers and dates of the
    /// order's making never change.
    package static func longestAge(of variable: String) -> Duration? {
        if variable.hasPrefix("shipment.") { return .hours(2) }
        guard variable.hasPrefix("order."), !["order.id", "order.placed"].contains(variable) else {
            return nil
        }
        return .minutes(15)
    }

    /// Whether a variable's value can be wrong tomorrow. Who signs and how people and shops are
    /// called does not change under a letter; whom it greets is looked at by `FactLock.slips`.
    package static func isFact(_ variable: String) -> Bool {
        ["agent.", "store.", "buyer."].allSatisfy { !variable.hasPrefix($0) }
    }
}

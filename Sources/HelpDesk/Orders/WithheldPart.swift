/// A part of an order that the desk asked for and the platform kept back, because the app lacks a
/// role: shown as not permitted, never as empty (amazon.md section 3.2).
package struct WithheldPart: Hashable, Sendable, Codable {
    package enum Part: String, Codable, Sendable, CaseIterable {
        case buyer
        case buyerEmail = "buyer-email"
        case recipient
    }

    package var part: Part
    /// The role that is missing, in the platform's words.
    package var role: String

    package init(part: Part, role: String) {
        self.part = part
        self.role = role
    }
}

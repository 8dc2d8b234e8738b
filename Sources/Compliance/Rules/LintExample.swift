/// A text that a rule must find, or must leave alone; it is checked when the rule is loaded.
package struct LintExample: Sendable {
    package let text: String
    package let context: LintContext
    /// Whether the rule must have a finding in it.
    package let isHit: Bool
    /// Where the example stands, for a fault.
    let key: String
}

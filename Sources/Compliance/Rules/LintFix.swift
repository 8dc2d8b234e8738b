/// What one key does about a finding of a rule.
enum LintFix: Hashable, Sendable {
    /// Only a person can put it right.
    case none
    /// Takes the marked place out.
    case delete
    /// Puts a text of the fix texts in the marked place.
    case replace(String)
    /// Takes out a slot that nobody filled, with its sentence unless that is a greeting.
    case slot
    /// Takes out the sentences of the marked place; a text of the fix texts stands in for them.
    case sentence(String?)

    /// `none`, `delete`, `slot`, `replace:NAME`, `sentence` or `sentence:NAME`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("none", 1): self = .none
        case ("delete", 1): self = .delete
        case ("slot", 1): self = .slot
        case ("replace", 2): self = .replace(parts[1])
        case ("sentence", 1): self = .sentence(nil)
        case ("sentence", 2): self = .sentence(parts[1])
        default: return nil
        }
    }

    /// The fix text it needs.
    var textName: String? {
        switch self {
        case .none, .delete, .slot: nil
        case .replace(let name): name
        case .sentence(let name): name
        }
    }
}

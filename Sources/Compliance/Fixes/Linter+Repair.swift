package import HelpDesk

extension Linter {
    /// A text after its findings' fixes, and what is left for a person to put right.
    package struct Repair: Sendable {
        package let text: String
        package let left: [Finding]
    }

    /// Fixes in a row; a text with more findings is better written anew.
    private static let repairLimit = 200

    /// Applies the fix of the first finding that has one, looks again, and so on: what a person
    /// does who presses the key until nothing is left to fix.
    package static func repaired(
        _ text: String, context: LintContext = LintContext(), rules: RuleBook = .builtIn
    ) -> Repair {
        var text = text
        for _ in 0..<repairLimit {
            let findings = lint(text, context: context, rules: rules)
            guard let finding = findings.first(where: \.isMendable),
                let next = finding.applied(to: text), next != text
            else { return Repair(text: text, left: findings) }
            text = next
        }
        return Repair(text: text, left: lint(text, context: context, rules: rules))
    }
}

extension Finding {
    /// A likeness is for a person to judge.
    fileprivate var isMendable: Bool { suggestion != nil && arguments?["likeness"] == nil }

    /// `text` with the finding's fix; nil when it has none, or points outside the text.
    package func applied(to text: String) -> String? {
        guard let suggestion else { return nil }
        let bytes = Array(text.utf8)
        guard fixRange.lowerBound >= 0, fixRange.upperBound <= bytes.count else { return nil }
        let whole =
            bytes[..<fixRange.lowerBound] + Array(suggestion.utf8) + bytes[fixRange.upperBound...]
        return String(validating: whole, as: UTF8.self)
    }
}

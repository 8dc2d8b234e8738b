package import SwiftExtensions

/// How much a finding stops (compliance section 2).
package enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
    case advise, warn, block

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .advise: 0
        case .warn: 1
        case .block: 2
        }
    }
}

/// One place in a text that breaks a rule. Offsets are UTF-8 bytes of the agent's own text.
package struct Finding: Hashable, Sendable, Codable {
    /// Rule of the catalogue, such as `CON-01`.
    package var rule: String
    /// Category of the command line's JSON, such as `contact-email`.
    package var category: String
    package var severity: Severity
    package var start: Int
    package var end: Int
    package var text: String
    /// What one key puts in place of `fixRange`; empty deletes it, nil means only a person knows.
    package var suggestion: String?
    /// Values for the sentence, such as the codes `written` and `expected` of two languages.
    package var arguments: [String: String]?
    /// Where the suggestion goes when that is not the finding's own place.
    package var fixStart: Int?
    package var fixEnd: Int?
    /// A team's own words for its rule; the desk has its own for its rules.
    package var words: RuleWords?

    /// The bytes that the suggestion replaces.
    package var fixRange: Range<Int> {
        let lower = fixStart ?? start
        return lower..<max(lower, fixEnd ?? end)
    }

    package init(
        rule: String, category: String, severity: Severity, start: Int, end: Int, text: String,
        suggestion: String? = nil, fixRange: Range<Int>? = nil, words: RuleWords? = nil,
        arguments: [String: String]? = nil
    ) {
        self.rule = rule
        self.category = category
        self.severity = severity
        self.start = start
        self.end = end
        self.text = text
        self.suggestion = suggestion
        self.arguments = arguments
        if let fixRange, fixRange != start..<end {
            fixStart = fixRange.lowerBound
            fixEnd = fixRange.upperBound
        }
        self.words = words
    }
}

/// A second person's signed leave to send a reply that the linter blocks.
package struct LintOverride: Hashable, Sendable, Codable {
    package var rules: [String]
    package var requestedBy: PersonID
    package var requestReason: String
    package var approvedBy: PersonID?
    package var approvalReason: String?
    /// When it was approved; nil in what an older version wrote.
    package var approvedAt: Timestamp?

    package init(
        rules: [String], requestedBy: PersonID, requestReason: String,
        approvedBy: PersonID? = nil, approvalReason: String? = nil,
        approvedAt: Timestamp? = nil
    ) {
        self.rules = rules
        self.requestedBy = requestedBy
        self.requestReason = requestReason
        self.approvedBy = approvedBy
        self.approvalReason = approvalReason
        self.approvedAt = approvedAt
    }
}

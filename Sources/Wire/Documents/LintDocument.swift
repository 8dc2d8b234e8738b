package import HelpDesk

/// A finding as the command line's JSON prints it, with its sentences already made.
package struct FindingDocument: Codable, Sendable, Hashable {
    package var rule: String
    package var category: String
    package var severity: String
    package var start: Int
    package var end: Int
    package var text: String
    package var message: String
    package var suggestion: String?

    package init(_ finding: Finding, message: String) {
        rule = finding.rule
        category = finding.category
        severity = finding.severity.rawValue
        start = finding.start
        end = finding.end
        text = finding.text
        self.message = message
        suggestion = finding.suggestion
    }

    // Every promised key is printed; what is not there is null.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(category, forKey: .category)
        try container.encode(severity, forKey: .severity)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(text, forKey: .text)
        try container.encode(message, forKey: .message)
        try container.encode(suggestion, forKey: .suggestion)
    }
}

/// One line of `deskhand lint --jsonl`.
package struct LintDocument: Codable, Sendable, Hashable {
    package var id: String
    package var blocked: Bool
    package var lang: String
    package var findings: [FindingDocument]

    package init(id: String, blocked: Bool, lang: String, findings: [FindingDocument]) {
        self.id = id
        self.blocked = blocked
        self.lang = lang
        self.findings = findings
    }
}

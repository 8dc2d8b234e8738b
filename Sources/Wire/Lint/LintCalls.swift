package import HelpDesk

/// The linter's rules in force, with their sources and examples, and what was refused.
package struct ListLintRules: RemoteCall {
    package static let method = "lint.rules"
    package typealias Reply = LintRulesView
    package init() {}
}

/// Reads a team's files of rules again, now.
package struct ReloadLintRules: RemoteCall {
    package static let method = "lint.reload"
    package typealias Reply = LintRulesView
    package init() {}
}

/// The rules that the linter goes by.
package struct LintRulesView: Codable, Sendable, Hashable {
    /// The team's folder; nil when the configuration names none.
    package var folder: String?
    package var note: LintRulesNote
    package var rules: [LintRuleView]

    package init(folder: String?, note: LintRulesNote, rules: [LintRuleView]) {
        self.folder = folder
        self.note = note
        self.rules = rules
    }
}

/// One rule of the linter.
package struct LintRuleView: Codable, Sendable, Hashable {
    package var code: String
    package var category: String
    package var severity: Severity
    /// Other severities on single marketplaces, such as `DE=warn`.
    package var exceptions: [String]
    package var source: String
    /// A team's own words; the desk has its own for its rules.
    package var words: RuleWords?
    /// Texts that it finds, and texts that it leaves alone.
    package var hits: [String]
    package var misses: [String]

    package init(
        code: String, category: String, severity: Severity, exceptions: [String], source: String,
        words: RuleWords?, hits: [String], misses: [String]
    ) {
        self.code = code
        self.category = category
        self.severity = severity
        self.exceptions = exceptions
        self.source = source
        self.words = words
        self.hits = hits
        self.misses = misses
    }
}

package import HelpDesk

/// One rule of the catalogue (compliance section 3.1), or of a team.
package struct LintRule: Sendable {
    package let code: String
    /// Category of the command line's JSON.
    package let category: String
    package internal(set) var severity: Severity
    /// Kinds of message it looks at.
    var kinds: Set<LintMessageKind> = Set(LintMessageKind.allCases)
    /// Marketplaces it is for, by their codes; empty is all of them.
    var marketplaces: Set<String> = []
    /// Another severity on some marketplaces, by their codes.
    var severityIn: [String: Severity] = [:]
    /// Rules that keep silent where this one has a finding.
    var strongerThan: Set<String> = []
    var fix = LintFix.none
    /// Where the rule comes from: a section of the catalogue, a house rule's page.
    package internal(set) var source = ""
    /// A team's own words for it; the desk has its own for the rules that ship with it.
    package internal(set) var words: RuleWords?
    package internal(set) var examples: [LintExample] = []

    init(_ code: String, _ category: String, _ severity: Severity) {
        self.code = code
        self.category = category
        self.severity = severity
    }

    /// How much this rule stops for one kind of message; nil when it does not look at that kind or
    /// is not for that marketplace.
    package func severity(in context: LintContext) -> Severity? {
        guard kinds.contains(context.messageKind) else { return nil }
        guard let marketplace = context.marketplace else { return severity }
        guard marketplaces.isEmpty || marketplaces.contains(marketplace.rawValue) else {
            return nil
        }
        return severityIn[marketplace.rawValue] ?? severity
    }

    /// Other severities on single marketplaces, in order of their codes.
    package var exceptions: [(marketplace: String, severity: Severity)] {
        severityIn.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

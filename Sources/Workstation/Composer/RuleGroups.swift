import HelpDesk

/// Findings by rule, in the order of their first places.
enum RuleGroups {
    static func of(_ findings: [Finding]) -> [[Finding]] {
        var order: [String] = []
        var groups: [String: [Finding]] = [:]
        for finding in findings {
            if groups[finding.rule] == nil { order.append(finding.rule) }
            groups[finding.rule, default: []].append(finding)
        }
        return order.compactMap { groups[$0] }
    }
}

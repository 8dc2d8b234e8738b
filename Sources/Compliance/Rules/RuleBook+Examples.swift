import HelpDesk

extension RuleBook {
    /// Examples that do not come out as their rule says, as faults of the file they stand in; what is
    /// probably meant otherwise counts as not found. With
    /// `file` only those of one file.
    package func failedExamples(of file: String? = nil) -> [LintTableFault] {
        var faults: [LintTableFault] = []
        for source in files where file == nil || source.name == file {
            for rule in source.rules {
                for example in rule.examples {
                    let found = Linter.lint(example.text, context: example.context, rules: self)
                        .contains { $0.rule == rule.code && $0.arguments?["unlike"] == nil }
                    guard found != example.isHit else { continue }
                    let verdict = example.isHit ? "is not found" : "is found"
                    faults.append(
                        source.fault(
                            example.key, "\(rule.code): \"\(example.text)\" \(verdict)",
                            holding: example.text))
                }
            }
        }
        return faults
    }
}

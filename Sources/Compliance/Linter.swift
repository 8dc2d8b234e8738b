package import HelpDesk

/// The compliance linter: one function for the composer, for send, for templates and for scripts.
package enum Linter {
    /// The findings in `text`, by where they start. Offsets are UTF-8 bytes of `text`.
    package static func lint(
        _ text: String, context: LintContext = LintContext(), rules: RuleBook = .builtIn
    ) -> [Finding] {
        var meter = StepMeter()
        return lint(text, context: context, rules: rules, meter: &meter)
    }

    /// As `lint(_:context:rules:)`, and counts the steps that it takes.
    package static func lint(
        _ text: String, context: LintContext, rules: RuleBook = .builtIn, meter: inout StepMeter
    ) -> [Finding] {
        let input = LintInput(text, context: context, book: rules, meter: &meter)
        var hits: [Hit] = []
        let likeness = SentenceLikeness(input, meter: &meter)
        for detector in Detector.all {
            var found = detector.find(input, hits, &meter)
            if detector.isByWords { found = ToldWords.meant(found, in: input, meter: &meter) }
            hits += likeness.weighed(found, byWords: detector.isByWords, meter: &meter)
        }
        let further = likeness.further(besides: hits, meter: &meter)
        hits += ToldWords.meant(further, in: input, meter: &meter)
        let settled = Precedence.settled(hits, rules, meter: &meter)
        let passed = AcceptedFilter(input: input).filter(settled)
        var mender = FindingMender(input: input, meter: &meter)
        var findings: [Finding] = []
        for hit in passed {
            if let finding = mender.finding(for: hit, meter: &meter) { findings.append(finding) }
        }
        return findings
    }
}

extension [Finding] {
    /// Whether one of the findings keeps the text from being sent.
    package var isBlocking: Bool { contains { $0.severity == .block } }
}

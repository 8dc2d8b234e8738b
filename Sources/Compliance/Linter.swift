package import HelpDesk

/// The compliance linter: one function for the composer, for send, for templates and for scripts.
package enum Linter {
    /// All rules that the linter knows.
    package static var rules: [LintRule] { LintRule.all }

    /// The findings in `text`, by where they start. Offsets are UTF-8 bytes of `text`.
    package static func lint(_ text: String, context: LintContext = LintContext()) -> [Finding] {
        var meter = StepMeter()
        return lint(text, context: context, meter: &meter)
    }

    /// As `lint(_:context:)`, and counts the steps that it takes.
    package static func lint(_ text: String, context: LintContext, meter: inout StepMeter)
        -> [Finding]
    {
        let input = LintInput(text, context: context, meter: &meter)
        var hits: [Hit] = []
        for detector in Detector.all {
            hits += detector.find(input, hits, &meter)
        }
        return Precedence.settled(hits, meter: &meter).compactMap { input.finding(for: $0) }
    }
}

extension [Finding] {
    /// Whether one of the findings keeps the text from being sent.
    package var isBlocking: Bool { contains { $0.severity == .block } }
}

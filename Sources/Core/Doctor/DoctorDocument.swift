import Foundation

/// The report for programs: one JSON object with sentences that the edge has made.
package struct DoctorDocument: Encodable {
    package struct Entry: Encodable {
        var code: String
        var level: String
        var subject: String
        var meaning: String
        /// Empty when there is nothing to do.
        var nextStep: String

        private enum CodingKeys: String, CodingKey {
            case code, level, subject, meaning
            case nextStep = "next_step"
        }
    }

    package var ok: Bool
    package var findings: [Entry]

    /// `words` gives a finding's meaning and what to do next.
    package init(
        _ report: DoctorReport, words: (DoctorFinding) -> (meaning: String, nextStep: String?)
    ) {
        ok = report.ok
        findings = report.findings.map { finding in
            let said = words(finding)
            return Entry(
                code: finding.code.rawValue, level: finding.level.rawValue,
                subject: finding.subject, meaning: said.meaning, nextStep: said.nextStep ?? "")
        }
    }

    /// One line, keys in a fixed order.
    package func jsonLine() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

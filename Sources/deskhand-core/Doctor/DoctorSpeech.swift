import Core
import Localization

/// The doctor's report in the reader's language.
struct DoctorSpeech {
    let words: Words

    func jsonLine(_ report: DoctorReport) throws -> String {
        try DoctorDocument(report) { finding in
            let said = sentences(finding)
            return (words(said.meaning), said.nextStep.map { words($0) })
        }.jsonLine()
    }

    /// One line a finding, what to do under it, and the count at the end.
    func text(_ report: DoctorReport) -> String {
        let rows = report.findings.map { finding in
            let said = sentences(finding)
            return DoctorText.Row(
                finding, levelWord: words(DoctorSentences.level(finding.level.rawValue)),
                meaning: words(said.meaning), nextStep: said.nextStep.map { words($0) })
        }
        let summary = DoctorSentences.summary(
            errors: report.count(.error), warnings: report.count(.warn))
        return (DoctorText.lines(rows) + ["", words(summary)]).joined(separator: "\n")
    }

    private func sentences(_ finding: DoctorFinding) -> DoctorWords {
        DoctorSentences.words(code: finding.code.rawValue, arguments: finding.arguments)
    }
}

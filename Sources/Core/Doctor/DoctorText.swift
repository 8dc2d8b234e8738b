/// The report for people: columns of mark, level, code, and the sentences under each other.
package struct DoctorText {
    package struct Row {
        var level: DoctorLevel
        /// The level in the reader's language.
        var levelWord: String
        var code: String
        var subject: String
        var meaning: String
        var nextStep: String?

        package init(
            _ finding: DoctorFinding, levelWord: String, meaning: String, nextStep: String?
        ) {
            level = finding.level
            self.levelWord = levelWord
            code = finding.code.rawValue
            subject = finding.subject
            self.meaning = meaning
            self.nextStep = nextStep
        }
    }

    /// One line a finding, and one for its next step when there is one.
    package static func lines(_ rows: [Row]) -> [String] {
        let levels = rows.map { cells(in: $0.levelWord) }.max() ?? 0
        let codes = rows.map { cells(in: $0.code) }.max() ?? 0
        return rows.flatMap { row in
            let head =
                "\(mark(row.level)) \(padded(row.levelWord, to: levels))  "
                + "\(padded(row.code, to: codes))  "
            let indent = String(repeating: " ", count: 2 + levels + 2 + codes + 2)
            return [head + "\(row.subject): \(row.meaning)"]
                + (row.nextStep.map { ["\(indent)→ \($0)"] } ?? [])
        }
    }

    private static func mark(_ level: DoctorLevel) -> String {
        switch level {
        case .ok: "✓"
        case .warn: "!"
        case .error: "✗"
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - cells(in: text)))
    }

    /// Level words and codes hold letters only, so the wide blocks of Unicode's East Asian Width
    /// (UAX 11) that begin with Hangul and the CJK radicals are enough.
    private static func cells(in text: String) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            width + ((0x2E80...0xFF60).contains(scalar.value) ? 2 : 1)
        }
    }
}

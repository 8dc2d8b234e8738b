import HelpDesk

/// One file of rules, read; what it names in other files is looked up when a book is made of it.
package struct RuleFile: Sendable {
    package let name: String
    /// What its author calls this state of it; empty for the files that ship with the desk.
    package let version: String
    package internal(set) var rules: [LintRule] = []
    var terms: [LexiconTerm] = []
    var frames: [FrameRow] = []
    var levels: [LevelRow] = []
    var accepted: [AcceptedMatch] = []
    /// Texts that fixes put in, by name and language.
    var fixTexts: [String: [String: String]] = [:]

    private let lines: RuleFileLines

    /// The file as it was read.
    package var text: String { lines.text }

    init(name: String, version: String, lines: RuleFileLines) {
        self.name = name
        self.version = version
        self.lines = lines
    }

    func fault(_ key: String, _ reason: String, holding text: String? = nil) -> LintTableFault {
        LintTableFault(
            file: name, line: lines.line(of: key, holding: text), key: key, reason: reason)
    }

    /// A fault of one of its rules.
    func fault(rule code: String, _ key: String, _ reason: String) -> LintTableFault {
        let place = rules.firstIndex { $0.code == code }.map { "rule[\($0 + 1)]" } ?? "rule"
        return fault("\(place).\(key)", "\(code) \(reason)")
    }
}

/// Terms of one concept in one language, between commas.
struct LexiconTerm: Hashable, Sendable {
    var concept: String
    var languages: TextLanguages
    var list: String
    /// The key that a fault names.
    var place: String
}

/// A frame whose concepts are still names.
struct FrameRow: Sendable {
    var rule: String
    var needs: [[String]]
    var unless: [String]
    var shape = Frame(rule: RuleCode(""), needs: [])
    var place: RulePlace
}

/// Another severity for a rule of the desk.
struct LevelRow: Sendable {
    var rule: String
    var severity: Severity
    var marketplaces: [String]
    var place: RulePlace
}

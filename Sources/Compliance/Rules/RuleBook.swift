import HelpDesk

/// The rules in force: those of the desk, and those of a team on top of them.
package struct RuleBook: Sendable {
    /// All rules, the desk's in the order of the catalogue before a team's.
    package let rules: [LintRule]
    /// The files it was made of.
    package let files: [RuleFile]
    let lexicon: Lexicon
    let frames: FrameIndex
    let accepted: [AcceptedMatch]
    private let byCode: [String: LintRule]
    private let fixTexts: [String: [String: String]]

    /// The rule of that code.
    package func rule(_ code: String) -> LintRule? { byCode[code] }

    /// A text that a fix puts in, in the language of the buyer or English.
    func fixText(_ name: String, in language: String) -> String? {
        fixTexts[name]?[language] ?? fixTexts[name]?["en"]
    }

    /// Every language's form of a fix text.
    func fixTexts(_ name: String) -> [String] { (fixTexts[name] ?? [:]).values.sorted() }

    /// Names of the fix texts, in order.
    package var fixTextNames: [String] { fixTexts.keys.sorted() }

    /// The fix text of that name in each language that has one.
    package func fixTextsByLanguage(_ name: String) -> [String: String] { fixTexts[name] ?? [:] }

    /// A book of the desk's own files, or of a team's files on top of `base`.
    init(_ files: [RuleFile], on base: RuleBook? = nil) throws(LintTableFault) {
        let own = Set(base?.byCode.keys.map { $0 } ?? [])
        for file in files {
            try RuleFileLaw(own: own, isTeam: base != nil).check(file)
        }
        var rules = base?.rules ?? []
        for level in files.flatMap(\.levels) {
            guard let place = rules.firstIndex(where: { $0.code == level.rule }) else {
                throw level.place.fault("rule", "\(level.rule) is no rule")
            }
            try level.apply(to: &rules[place])
        }
        for file in files {
            for rule in file.rules {
                guard !rules.contains(where: { $0.code == rule.code }) else {
                    throw file.fault(rule: rule.code, "code", "is the code of another rule")
                }
                rules.append(rule)
            }
        }
        let byCode = Dictionary(
            rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let allFiles = (base?.files ?? []) + files
        let terms = files.flatMap(\.terms)
        let lexicon = base.map { Lexicon($0.lexicon, adding: terms) } ?? Lexicon(terms)
        var frames: [Frame] = []
        for (place, file) in allFiles.enumerated() {
            for row in file.frames {
                var frame = try row.frame(concepts: lexicon.numbers, rules: byCode)
                frame.isFirm = base.map { place >= $0.files.count } ?? false
                frames.append(frame)
            }
        }
        var fixTexts: [String: [String: String]] = [:]
        for file in allFiles { fixTexts.merge(file.fixTexts) { first, _ in first } }
        self.rules = rules
        self.files = allFiles
        self.lexicon = lexicon
        self.frames = FrameIndex(frames)
        self.byCode = byCode
        self.fixTexts = fixTexts
        accepted = files.flatMap(\.accepted)
        for file in files { try checkFixes(file) }
    }

    private func checkFixes(_ file: RuleFile) throws(LintTableFault) {
        for rule in file.rules {
            guard let name = rule.fix.textName, fixTexts[name] == nil else { continue }
            throw file.fault(rule: rule.code, "fix", "asks for \(name), which is no fix text")
        }
    }
}

extension LevelRow {
    func apply(to rule: inout LintRule) throws(LintTableFault) {
        let isLower = severity < rule.severity
        guard !(isLower && rule.severity == .block) else {
            throw place.fault("severity", "\(rule.code) blocks; only a supervisor passes it")
        }
        guard !marketplaces.isEmpty else {
            rule.severity = severity
            return
        }
        for marketplace in marketplaces { rule.severityIn[marketplace] = severity }
    }
}

extension FrameRow {
    /// The frame itself, once all concepts have numbers.
    func frame(concepts: [String: Int16], rules: [String: LintRule]) throws(LintTableFault) -> Frame
    {
        guard rules[rule] != nil else { throw place.fault("rule", "\(rule) is no rule") }
        var frame = shape
        for names in needs {
            frame.needs.append(
                try names.map { (name) throws(LintTableFault) in
                    try concept(name, "needs", concepts)
                })
        }
        for name in unless { frame.unless.append(try concept(name, "unless", concepts)) }
        return frame
    }

    private func concept(_ name: String, _ key: String, _ concepts: [String: Int16])
        throws(LintTableFault) -> Concept
    {
        guard let number = concepts[name] else {
            throw place.fault(key, "\(name) is no known concept")
        }
        return Concept(number: number)
    }
}

import HelpDesk
import TOMLKit

/// Reads a file of rules. The files that ship with the desk and those of a team have one form.
struct RuleFileReader {
    private let toml: RuleTOML

    /// A team's file holds nothing else; a key that nothing reads would hide a slip of the pen.
    private static let keys: Set<String> = [
        "version", "rule", "frame", "concept", "level", "accept", "fix-text",
    ]

    static func read(name: String, text: String) throws(LintTableFault) -> RuleFile {
        try RuleFileReader(toml: RuleTOML(file: name, text: text)).file()
    }

    private func file() throws(LintTableFault) -> RuleFile {
        for key in toml.root.keys where !Self.keys.contains(key) {
            throw toml.fault(key, "is no key here")
        }
        var version = ""
        if let value = toml.root["version"] {
            guard let text = value.string else { throw toml.fault("version", "must be a text") }
            version = text
        }
        var file = RuleFile(name: toml.file, version: version, lines: toml.lines)
        for row in try toml.rows("rule") { try readRule(row, into: &file) }
        for row in try toml.rows("frame") { file.frames.append(try readFrame(row)) }
        for (name, row) in try toml.tables("concept") {
            file.terms += try terms(concept: name, row)
        }
        for row in try toml.rows("level") { file.levels.append(try readLevel(row)) }
        for row in try toml.rows("accept") { file.accepted.append(try readAccepted(row)) }
        for (name, row) in try toml.tables("fix-text") {
            file.fixTexts[name] = try texts(row)
        }
        return file
    }

    private func texts(_ row: RuleRow) throws(LintTableFault) -> [String: String] {
        var texts: [String: String] = [:]
        for language in row.table.keys {
            guard !TextLanguages(code: language).isEmpty else {
                throw row.fault(language, "is no language of the desk")
            }
            texts[language] = try row.text(language)
        }
        return texts
    }

    private func terms(concept: String, _ row: RuleRow) throws(LintTableFault) -> [LexiconTerm] {
        try texts(row).sorted { $0.key < $1.key }.map { (language, list) in
            LexiconTerm(
                concept: concept, languages: TextLanguages(code: language), list: list,
                place: "concept.\(concept).\(language)")
        }
    }

    private func readRule(_ row: RuleRow, into file: inout RuleFile) throws(LintTableFault) {
        try row.allow([
            "code", "category", "severity", "kinds", "marketplaces", "severity_in",
            "stronger_than", "fix", "source", "why", "remedy", "terms", "unless", "hit", "miss",
        ])
        let code = try row.text("code")
        guard let severity = try row.value("severity", Severity.allCases) else {
            throw row.fault("severity", "must be a text")
        }
        var rule = LintRule(code, try row.optionalText("category") ?? "other", severity)
        if let kinds = try row.texts("kinds") {
            rule.kinds = []
            for kind in kinds {
                guard let known = LintMessageKind(rawValue: kind) else {
                    throw row.fault("kinds", "\(kind) is no kind of message")
                }
                rule.kinds.insert(known)
            }
        }
        rule.marketplaces = Set(try row.texts("marketplaces") ?? [])
        rule.strongerThan = Set(try row.texts("stronger_than") ?? [])
        rule.severityIn = try severities(row)
        rule.source = try row.optionalText("source") ?? ""
        if let fix = try row.optionalText("fix") {
            guard let known = LintFix(fix) else {
                throw row.fault(
                    "fix", "must be none, delete, slot, sentence, sentence:TEXT or replace:TEXT")
            }
            rule.fix = known
        }
        let why = try row.byLanguage("why")
        if !why.isEmpty { rule.words = RuleWords(why: why, remedy: try row.byLanguage("remedy")) }
        rule.examples =
            try ExampleReader(row: row, rule: rule).examples("hit", isHit: true)
            + ExampleReader(row: row, rule: rule).examples("miss", isHit: false)
        try readTerms(of: code, row, into: &file)
        file.rules.append(rule)
    }

    private func severities(_ row: RuleRow) throws(LintTableFault) -> [String: Severity] {
        guard let value = row.table["severity_in"] else { return [:] }
        guard let table = value.table else {
            throw row.fault("severity_in", "must be severities by marketplace")
        }
        var severities: [String: Severity] = [:]
        for marketplace in table.keys {
            guard let severity = table[marketplace]?.string.flatMap(Severity.init) else {
                throw row.fault("severity_in", "must be block, warn or advise")
            }
            severities[marketplace] = severity
        }
        return severities
    }

    /// Words that a rule looks for by themselves become a frame of one need.
    private func readTerms(of code: String, _ row: RuleRow, into file: inout RuleFile)
        throws(LintTableFault)
    {
        let terms = try row.byLanguage("terms")
        let unless = try row.byLanguage("unless")
        guard !terms.isEmpty else {
            guard unless.isEmpty else { throw row.fault("unless", "needs terms beside it") }
            return
        }
        let concept = "\(code)-terms"
        let exception = "\(code)-unless"
        for (name, key, lists) in [(concept, "terms", terms), (exception, "unless", unless)] {
            for (language, list) in lists.sorted(by: { $0.key < $1.key }) {
                file.terms.append(
                    LexiconTerm(
                        concept: name, languages: TextLanguages(code: language), list: list,
                        place: "\(row.name).\(key).\(language)"))
            }
        }
        var shape = Frame(rule: RuleCode(code), needs: [])
        shape.isNegatable = false
        shape.span = .cover
        file.frames.append(
            FrameRow(
                rule: code, needs: [[concept]], unless: unless.isEmpty ? [] : [exception],
                shape: shape, place: row.place))
    }

    private func readFrame(_ row: RuleRow) throws(LintTableFault) -> FrameRow {
        try row.allow([
            "rule", "needs", "unless", "unless_window", "window", "gap", "negatable", "ordered",
            "span",
        ])
        let code = try row.text("rule")
        let needs = try row.texts("needs") ?? []
        guard !needs.isEmpty else { throw row.fault("needs", "must name a concept") }
        var shape = Frame(rule: RuleCode(code), needs: [])
        shape.gap = try row.integer("gap") ?? shape.gap
        guard (1...NormalizedText.sentenceLimit).contains(shape.gap) else {
            throw row.fault("gap", "must lie between 1 and \(NormalizedText.sentenceLimit)")
        }
        shape.isNegatable = try row.flag("negatable") ?? true
        shape.isOrdered = try row.flag("ordered") ?? false
        shape.window = try row.value("window", Frame.Window.allCases) ?? shape.window
        shape.unlessWindow = try row.value("unless_window", Frame.Window.allCases)
        shape.span = try row.value("span", Frame.Span.allCases) ?? shape.span
        return FrameRow(
            rule: code, needs: needs.map { $0.split(separator: "|").map(String.init) },
            unless: try row.texts("unless") ?? [], shape: shape, place: row.place)
    }

    private func readLevel(_ row: RuleRow) throws(LintTableFault) -> LevelRow {
        try row.allow(["rule", "severity", "marketplaces"])
        let rule = try row.text("rule")
        guard let severity = try row.value("severity", Severity.allCases) else {
            throw row.fault("severity", "must be a text")
        }
        return LevelRow(
            rule: rule, severity: severity, marketplaces: try row.texts("marketplaces") ?? [],
            place: row.place)
    }

    private func readAccepted(_ row: RuleRow) throws(LintTableFault) -> AcceptedMatch {
        try row.allow(["rule", "text", "marketplaces", "until", "owner", "reason"])
        let until = try row.text("until")
        guard Self.isDay(until) else { throw row.fault("until", "must be a day: 2026-12-31") }
        return AcceptedMatch(
            rule: try row.text("rule"), match: NormalizedText.match(try row.text("text")),
            marketplaces: Set(try row.texts("marketplaces") ?? []), until: until,
            owner: try row.text("owner"), reason: try row.text("reason"))
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return false }
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == 3 && (1...12).contains(numbers[1])
            && (1...31).contains(numbers[2])
    }
}

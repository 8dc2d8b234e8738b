import HelpDesk
import TOMLKit

/// Why a table of the linter was refused.
package struct LintTableFault: Error, Hashable, Sendable {
    package let file: String
    /// Line of a syntax error; nil when the key says enough.
    package let line: Int?
    package let key: String
    package let reason: String
}

/// The linter's data files: rules, frames and words.
package enum LintTables {
    /// Terms of one concept in one language, between commas.
    struct Term: Hashable, Sendable {
        var concept: String
        var languages: TextLanguages
        var list: String
    }

    /// The embedded tables. A linter without rules would let everything pass, so a program whose
    /// tables do not read does not run; a test reads them all.
    static let concepts: [Term] = whole { () throws(LintTableFault) in
        var all: [Term] = []
        for (file, bytes) in conceptFiles {
            all += try terms(file: file, toml: String(decoding: bytes, as: UTF8.self))
        }
        return all
    }
    static let rules: [LintRule] = whole { () throws(LintTableFault) in
        try rules(
            file: "rules.toml", toml: String(decoding: PackageResources.rules_toml, as: UTF8.self))
    }
    static let frames: [Frame] = whole { () throws(LintTableFault) in
        try frames(
            file: "frames.toml", toml: String(decoding: PackageResources.frames_toml, as: UTF8.self)
        )
    }

    private static func whole<Table>(_ read: () throws(LintTableFault) -> Table) -> Table {
        do {
            return try read()
        } catch {
            preconditionFailure("The embedded tables of the linter are read by a test: \(error)")
        }
    }

    private static var conceptFiles: [(String, [UInt8])] {
        [
            ("concepts-contact.toml", PackageResources.concepts_contact_toml),
            ("concepts-reviews.toml", PackageResources.concepts_reviews_toml),
            ("concepts-money.toml", PackageResources.concepts_money_toml),
            ("concepts-marketing.toml", PackageResources.concepts_marketing_toml),
            ("concepts-conduct.toml", PackageResources.concepts_conduct_toml),
            ("languages.toml", PackageResources.languages_toml),
        ]
    }

    /// Reads every embedded table and throws the first fault: for tests and the doctor.
    package static func check() throws(LintTableFault) {
        for (file, bytes) in conceptFiles {
            _ = try terms(file: file, toml: String(decoding: bytes, as: UTF8.self))
        }
        _ = try rules(
            file: "rules.toml", toml: String(decoding: PackageResources.rules_toml, as: UTF8.self))
        for name in Concept.used where Lexicon.shared.numbers[name] == nil {
            throw LintTableFault(
                file: "concepts", line: nil, key: name, reason: "is used, but in no table")
        }
        _ = try frames(
            file: "frames.toml", toml: String(decoding: PackageResources.frames_toml, as: UTF8.self)
        )
    }

    /// Reads a file of frames and throws its first fault.
    package static func checkFrames(file: String, toml: String) throws(LintTableFault) {
        _ = try frames(file: file, toml: toml)
    }

    /// `[concept]` tables of lists by language.
    static func terms(file: String, toml: String) throws(LintTableFault) -> [Term] {
        let root = try table(file: file, toml: toml)
        var terms: [Term] = []
        for concept in root.keys.sorted() {
            guard let lists = root[concept]?.table else {
                throw LintTableFault(file: file, line: nil, key: concept, reason: "must be a table")
            }
            for language in lists.keys.sorted() {
                let languages = TextLanguages(code: language)
                let key = "\(concept).\(language)"
                guard !languages.isEmpty else {
                    throw LintTableFault(
                        file: file, line: nil, key: key, reason: "is no language of the desk")
                }
                guard let list = lists[language]?.string else {
                    throw LintTableFault(
                        file: file, line: nil, key: key, reason: "must be a text")
                }
                terms.append(Term(concept: concept, languages: languages, list: list))
            }
        }
        return terms
    }

    /// `[[rule]]` rows.
    static func rules(file: String, toml: String) throws(LintTableFault) -> [LintRule] {
        var rules: [LintRule] = []
        for row in try rows("rule", file: file, toml: toml) {
            let severity = try severity(row.text("severity"), row)
            var rule = LintRule(try row.text("code"), try row.text("category"), severity)
            if let kinds = try row.texts("kinds") {
                rule.kinds = Set(kinds.compactMap { LintMessageKind(rawValue: $0) })
            }
            rule.strongerThan = Set(try row.texts("stronger_than") ?? [])
            if let places = row.table["severity_in"]?.table {
                for place in places.keys {
                    rule.severityIn[place] = try Self.severity(
                        places[place]?.string ?? "", row)
                }
            }
            rules.append(rule)
        }
        return rules
    }

    /// `[[frame]]` rows.
    static func frames(file: String, toml: String) throws(LintTableFault) -> [Frame] {
        var frames: [Frame] = []
        for row in try rows("frame", file: file, toml: toml) {
            let code = try row.text("rule")
            guard let rule = LintRule.named(code) else {
                throw row.fault("rule", "is no rule of rules.toml")
            }
            let needs = try row.texts("needs") ?? []
            guard !needs.isEmpty else { throw row.fault("needs", "must name a concept") }
            var frame = Frame(rule: rule, needs: [])
            frame.needs = try needs.map { (need) throws(LintTableFault) in
                try need.split(separator: "|").map { (name) throws(LintTableFault) in
                    try concept(String(name), row)
                }
            }
            frame.unless = try (row.texts("unless") ?? []).map { (name) throws(LintTableFault) in
                try concept(name, row)
            }
            frame.gap = row.table["gap"]?.int ?? frame.gap
            frame.isNegatable = row.table["negatable"]?.bool ?? true
            frame.isOrdered = row.table["ordered"]?.bool ?? false
            frame.window = try window("window", row) ?? frame.window
            frame.unlessWindow = try window("unless_window", row)
            if let span = row.table["span"]?.string {
                guard let known = Frame.Span(rawValue: span) else {
                    throw row.fault("span", "must be clause, sentence or cover")
                }
                frame.span = known
            }
            frames.append(frame)
        }
        return frames
    }

    private static func window(_ key: String, _ row: LintTableRow) throws(LintTableFault)
        -> Frame.Window?
    {
        guard let name = row.table[key]?.string else { return nil }
        guard let known = Frame.Window(rawValue: name) else {
            throw row.fault(key, "must be clause, sentence or pair")
        }
        return known
    }

    private static func concept(_ name: String, _ row: LintTableRow) throws(LintTableFault)
        -> Concept
    {
        let concept = Concept(name)
        guard concept.number >= 0 else { throw row.fault("needs", "\(name) is no known concept") }
        return concept
    }

    private static func severity(_ text: String, _ row: LintTableRow) throws(LintTableFault)
        -> Severity
    {
        guard let severity = Severity(rawValue: text) else {
            throw row.fault("severity", "must be block, warn or advise")
        }
        return severity
    }

    static func table(file: String, toml: String) throws(LintTableFault) -> TOMLTable {
        do {
            return try TOMLTable(string: toml)
        } catch let fault as TOMLParseError {
            throw LintTableFault(
                file: file, line: fault.source.begin.line, key: "", reason: fault.description)
        } catch {
            throw LintTableFault(file: file, line: nil, key: "", reason: "is not TOML")
        }
    }

    static func rows(_ name: String, file: String, toml: String) throws(LintTableFault)
        -> [LintTableRow]
    {
        let root = try table(file: file, toml: toml)
        guard let list = root[name]?.array else {
            throw LintTableFault(file: file, line: nil, key: name, reason: "is missing")
        }
        var rows: [LintTableRow] = []
        for (place, value) in list.enumerated() {
            guard let table = value.table else {
                throw LintTableFault(file: file, line: nil, key: name, reason: "must be tables")
            }
            rows.append(LintTableRow(file: file, name: "\(name)[\(place + 1)]", table: table))
        }
        return rows
    }
}

/// One row of a table of the linter.
struct LintTableRow {
    let file: String
    let name: String
    let table: TOMLTable

    func text(_ key: String) throws(LintTableFault) -> String {
        guard let text = table[key]?.string, !text.isEmpty else {
            throw fault(key, "must be a text")
        }
        return text
    }

    func texts(_ key: String) throws(LintTableFault) -> [String]? {
        guard let value = table[key] else { return nil }
        guard let array = value.array else { throw fault(key, "must be a list of texts") }
        let texts = array.compactMap(\.string)
        guard texts.count == array.count else { throw fault(key, "must be a list of texts") }
        return texts
    }

    func fault(_ key: String, _ reason: String) -> LintTableFault {
        LintTableFault(file: file, line: nil, key: "\(name).\(key)", reason: reason)
    }
}

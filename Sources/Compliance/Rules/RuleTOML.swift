import TOMLKit

/// A file of rules as TOML, with the lines of its keys.
struct RuleTOML {
    let file: String
    let root: TOMLTable
    let lines: RuleFileLines

    init(file: String, text: String) throws(LintTableFault) {
        self.file = file
        lines = RuleFileLines(text)
        do {
            root = try TOMLTable(string: text)
        } catch let fault as TOMLParseError {
            throw LintTableFault(
                file: file, line: fault.source.begin.line, key: "", reason: fault.description)
        } catch {
            throw LintTableFault(file: file, line: nil, key: "", reason: "is not TOML")
        }
    }

    func fault(_ key: String, _ reason: String) -> LintTableFault {
        LintTableFault(file: file, line: lines.line(of: key), key: key, reason: reason)
    }

    /// The rows of `[[name]]`; none when there is no such table.
    func rows(_ name: String) throws(LintTableFault) -> [RuleRow] {
        guard let value = root[name] else { return [] }
        guard let list = value.array else { throw fault(name, "must be written [[\(name)]]") }
        var rows: [RuleRow] = []
        for (place, value) in list.enumerated() {
            guard let table = value.table else {
                throw fault(name, "must be written [[\(name)]]")
            }
            rows.append(RuleRow(file: self, name: "\(name)[\(place + 1)]", table: table))
        }
        return rows
    }

    /// The tables `[name.KEY]`, by key in order.
    func tables(_ name: String) throws(LintTableFault) -> [(String, RuleRow)] {
        guard let value = root[name] else { return [] }
        guard let tables = value.table else { throw fault(name, "must be tables [\(name).…]") }
        var rows: [(String, RuleRow)] = []
        for key in tables.keys.sorted() {
            guard let table = tables[key]?.table else {
                throw fault("\(name).\(key)", "must be a table")
            }
            rows.append((key, RuleRow(file: self, name: "\(name).\(key)", table: table)))
        }
        return rows
    }
}

/// A place of a file of rules.
struct RulePlace: Sendable {
    let file: String
    let name: String
    let lines: RuleFileLines

    func fault(_ key: String, _ reason: String) -> LintTableFault {
        let key = "\(name).\(key)"
        return LintTableFault(file: file, line: lines.line(of: key), key: key, reason: reason)
    }
}

/// One table of a file of rules and its name in faults.
struct RuleRow {
    let file: RuleTOML
    let name: String
    let table: TOMLTable

    /// Where it stands, for faults that are found later.
    var place: RulePlace { RulePlace(file: file.file, name: name, lines: file.lines) }

    func fault(_ key: String, _ reason: String) -> LintTableFault { place.fault(key, reason) }

    /// Refuses keys that nothing would read: a slip of the pen must not turn a rule off.
    func allow(_ keys: Set<String>) throws(LintTableFault) {
        for key in table.keys where !keys.contains(key) { throw fault(key, "is no key here") }
    }

    func text(_ key: String) throws(LintTableFault) -> String {
        guard let text = table[key]?.string, !text.isEmpty else {
            throw fault(key, "must be a text")
        }
        return text
    }

    func optionalText(_ key: String) throws(LintTableFault) -> String? {
        table[key] == nil ? nil : try text(key)
    }

    func texts(_ key: String) throws(LintTableFault) -> [String]? {
        guard let value = table[key] else { return nil }
        guard let array = value.array else { throw fault(key, "must be a list of texts") }
        let texts = array.compactMap(\.string)
        guard texts.count == array.count else { throw fault(key, "must be a list of texts") }
        return texts
    }

    func integer(_ key: String) throws(LintTableFault) -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int else { throw fault(key, "must be a whole number") }
        return number
    }

    func flag(_ key: String) throws(LintTableFault) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else { throw fault(key, "must be true or false") }
        return flag
    }

    /// A table of texts by language, such as `why.en` and `why.zh`.
    func byLanguage(_ key: String) throws(LintTableFault) -> [String: String] {
        guard let value = table[key] else { return [:] }
        guard let table = value.table else {
            throw fault(key, "must be texts by language, such as \(key).en = \"…\"")
        }
        var texts: [String: String] = [:]
        for language in table.keys.sorted() {
            guard !TextLanguages(code: language).isEmpty else {
                throw fault("\(key).\(language)", "is no language of the desk")
            }
            guard let text = table[language]?.string, !text.isEmpty else {
                throw fault("\(key).\(language)", "must be a text")
            }
            texts[language] = text
        }
        return texts
    }

    /// A text with a fixed set of values, such as a severity.
    func value<Value: RawRepresentable>(_ key: String, _ allowed: [Value])
        throws(LintTableFault) -> Value? where Value.RawValue == String
    {
        guard table[key] != nil else { return nil }
        let text = try text(key)
        guard let value = allowed.first(where: { $0.rawValue == text }) else {
            let names = allowed.map(\.rawValue).joined(separator: ", ")
            throw fault(key, "must be one of: \(names)")
        }
        return value
    }
}

import TOMLKit

/// Reads one TOML table key by key and remembers what was wrong and what nobody asked for.
final class TableReader {
    let path: String
    private let table: TOMLTable
    private let report: ProblemReport
    private var asked: Set<String> = []

    init(_ table: TOMLTable, path: String, report: ProblemReport) {
        self.table = table
        self.path = path
        self.report = report
    }

    func has(_ key: String) -> Bool { table[key] != nil }

    func fail(_ key: String, _ kind: ConfigurationProblem.Kind, _ detail: String) {
        report.add(full(key), kind, detail)
    }

    func string(_ key: String) -> String? {
        asked.insert(key)
        guard let value = table[key] else { return nil }
        guard let text = value.string else { return wrongType(key, "a text in quotes") }
        return text
    }

    func requiredString(_ key: String) -> String? {
        guard table[key] != nil else {
            asked.insert(key)
            fail(key, .missingKey, "a text in quotes")
            return nil
        }
        guard let text = string(key) else { return nil }
        guard !text.isEmpty else {
            fail(key, .badValue, "must not be empty")
            return nil
        }
        return text
    }

    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        asked.insert(key)
        guard let value = table[key] else { return nil }
        guard let number = value.int else { return wrongType(key, "a whole number") }
        guard range.contains(number) else {
            fail(key, .badValue, "\(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    func bool(_ key: String) -> Bool? {
        asked.insert(key)
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else { return wrongType(key, "true or false") }
        return flag
    }

    func strings(_ key: String) -> [String]? {
        asked.insert(key)
        guard let value = table[key] else { return nil }
        guard let array = value.array else { return wrongType(key, "a list of texts") }
        var texts: [String] = []
        for element in array {
            guard let text = element.string else { return wrongType(key, "a list of texts") }
            texts.append(text)
        }
        return texts
    }

    func subtable(_ key: String) -> TableReader? {
        asked.insert(key)
        guard let value = table[key] else { return nil }
        guard let inner = value.table else { return wrongType(key, "a table") }
        return TableReader(inner, path: full(key), report: report)
    }

    func tables(_ key: String) -> [TableReader] {
        asked.insert(key)
        guard let value = table[key] else { return [] }
        guard let array = value.array else {
            fail(key, .wrongType, "[[\(key)]] tables")
            return []
        }
        var readers: [TableReader] = []
        for (index, element) in array.enumerated() {
            guard let inner = element.table else {
                fail(key, .wrongType, "[[\(key)]] tables")
                continue
            }
            readers.append(TableReader(inner, path: "\(full(key))[\(index)]", report: report))
        }
        return readers
    }

    /// A table whose keys are names of the user's choice.
    func stringMap(_ key: String) -> [String: String]? {
        asked.insert(key)
        guard let value = table[key] else { return nil }
        guard let inner = value.table else { return wrongType(key, "a table of texts") }
        var map: [String: String] = [:]
        for name in inner.keys {
            guard let text = inner[name]?.string else {
                return wrongType("\(key).\(name)", "a text in quotes")
            }
            map[name] = text
        }
        return map
    }

    /// Reports the keys that nobody asked for; call it last.
    func finish() {
        for key in table.keys.sorted() where !asked.contains(key) {
            fail(key, .unknownKey, "known here: \(asked.sorted().joined(separator: ", "))")
        }
    }

    private func full(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private func wrongType<Value>(_ key: String, _ wanted: String) -> Value? {
        fail(key, .wrongType, wanted)
        return nil
    }
}

/// Collects the problems of one file.
final class ProblemReport {
    private let file: String
    private let lines: KeyLines
    private(set) var problems: [ConfigurationProblem] = []

    init(file: String, text: String) {
        self.file = file
        lines = KeyLines(text: text)
    }

    func add(_ key: String, _ kind: ConfigurationProblem.Kind, _ detail: String) {
        problems.append(
            ConfigurationProblem(
                file: file, line: lines.line(of: key), key: key, kind: kind, detail: detail))
    }

    func line(of key: String) -> Int { lines.line(of: key) }

    var sorted: [ConfigurationProblem] {
        problems.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
    }
}

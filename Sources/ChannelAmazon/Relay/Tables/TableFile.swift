import Channels
import TOMLKit

/// A data file that is read key by key, so that every mistake names its file, line and key.
struct TableFile {
    let root: TableRow

    init(_ name: String, toml: String) throws(TableFault) {
        let source = TableSource(file: name, text: toml)
        do {
            root = TableRow(try TOMLTable(string: toml), path: "", at: nil, in: source)
        } catch let fault as TOMLParseError {
            throw TableFault(
                file: name, line: fault.source.begin.line, key: "", reason: fault.description)
        } catch {
            throw TableFault(file: name, line: nil, key: "", reason: "is not TOML")
        }
    }
}

/// One table of a data file. Ask for every key, then call `finish`: what nobody asked for is a fault.
struct TableRow {
    private let table: TOMLTable
    private let path: String
    private let place: TableSource.Place?
    private let source: TableSource

    init(_ table: TOMLTable, path: String, at place: TableSource.Place?, in source: TableSource) {
        self.table = table
        self.path = path
        self.place = place
        self.source = source
    }

    func has(_ key: String) -> Bool { table[key] != nil }

    func string(_ key: String) throws(TableFault) -> String {
        guard let value = table[key] else { throw fault(key, "is missing") }
        guard let text = value.string else { throw fault(key, "must be a text") }
        guard !text.isEmpty else { throw fault(key, "must not be empty") }
        return text
    }

    func string(_ key: String, of allowed: [String]) throws(TableFault) -> String {
        let text = try string(key)
        guard allowed.contains(text) else {
            throw fault(key, "must be one of \(allowed.joined(separator: ", "))")
        }
        return text
    }

    func optionalString(_ key: String) throws(TableFault) -> String? {
        has(key) ? try string(key) : nil
    }

    func bool(_ key: String) throws(TableFault) -> Bool {
        guard let value = table[key]?.bool else { throw fault(key, "must be true or false") }
        return value
    }

    func int(_ key: String, in range: ClosedRange<Int>) throws(TableFault) -> Int {
        guard let value = table[key]?.int else { throw fault(key, "must be a whole number") }
        guard range.contains(value) else {
            throw fault(key, "must lie from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A list of texts; an absent key is an empty list unless `isRequired`.
    func strings(_ key: String, isRequired: Bool = false) throws(TableFault) -> [String] {
        guard let value = table[key] else {
            if isRequired { throw fault(key, "is missing") }
            return []
        }
        guard let array = value.array else { throw fault(key, "must be a list of texts") }
        var texts: [String] = []
        for entry in array {
            guard let text = entry.string, !text.isEmpty else {
                throw fault(key, "must hold texts only, none of them empty")
            }
            texts.append(text)
        }
        if isRequired, texts.isEmpty { throw fault(key, "must not be empty") }
        return texts
    }

    func row(_ key: String) throws(TableFault) -> TableRow {
        guard let value = table[key] else { throw fault(key, "is missing") }
        guard let inner = value.table else { throw fault(key, "must be a table") }
        let place = TableSource.Place(table: key, index: 0)
        return TableRow(inner, path: key, at: place, in: source)
    }

    func rows(_ key: String) throws(TableFault) -> [TableRow] {
        guard let value = table[key] else { throw fault(key, "is missing") }
        guard let array = value.array else { throw fault(key, "must be a list of tables") }
        var rows: [TableRow] = []
        for (index, entry) in array.enumerated() {
            guard let inner = entry.table else { throw fault(key, "must hold tables only") }
            let place = TableSource.Place(table: key, index: index)
            rows.append(TableRow(inner, path: "\(key)[\(index)]", at: place, in: source))
        }
        return rows
    }

    /// Refuses keys that are not among `known`.
    func finish(_ known: [String]) throws(TableFault) {
        for key in table.keys.sorted() where !known.contains(key) {
            throw fault(key, "is not a key of this table")
        }
    }

    func fault(_ key: String, _ reason: String) -> TableFault {
        TableFault(
            file: source.file, line: source.line(of: key, in: place),
            key: path.isEmpty ? key : "\(path).\(key)", reason: reason)
    }
}

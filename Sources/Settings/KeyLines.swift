/// Finds the line on which a key of a TOML text stands, for messages: the parser keeps positions
/// of syntax errors only. Reads headers and `key =` lines, which is all that configuration needs;
/// a key inside an inline table is found on its table's line.
struct KeyLines {
    private var lines: [String: Int] = [:]

    init(text: String) {
        var table = ""
        var counts: [String: Int] = [:]
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, raw) in rows.enumerated() {
            let line = raw.trimmed
            if line.hasPrefix("[[") {
                let name = Self.header(line.dropFirst(2))
                let number = counts[name, default: 0]
                counts[name] = number + 1
                table = "\(name)[\(number)]"
                lines[table] = index + 1
            } else if line.hasPrefix("[") {
                table = Self.header(line.dropFirst(1))
                lines[table] = index + 1
            } else if let key = Self.key(of: line) {
                let path = table.isEmpty ? key : "\(table).\(key)"
                if lines[path] == nil { lines[path] = index + 1 }
            }
        }
    }

    /// The line of `path` or of its nearest enclosing table; 0 when even that is unknown.
    func line(of path: String) -> Int {
        var rest = path[...]
        while !rest.isEmpty {
            if let line = lines[String(rest)] { return line }
            guard let dot = rest.lastIndex(of: ".") else { return 0 }
            rest = rest[..<dot]
        }
        return 0
    }

    private static func header(_ text: Substring) -> String {
        String(text.prefix { $0 != "]" }.trimmed)
    }

    private static func key(of line: Substring) -> String? {
        guard let equals = line.firstIndex(of: "="), !line.hasPrefix("#") else { return nil }
        let key = line[..<equals].trimmed
        let unquoted = key.filter { $0 != "\"" && $0 != "'" }
        return unquoted.isEmpty ? nil : String(unquoted)
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var rest = self
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}

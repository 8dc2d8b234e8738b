/// Finds the line of a key: the TOML library keeps no positions once a file is read.
struct TableSource {
    struct Place: Hashable {
        var table: String
        /// Which of the tables of that name, from 0.
        var index: Int
    }

    let file: String
    private var headings: [Place: Int] = [:]
    private var keys: [Place: [String: Int]] = [:]
    private static let top = Place(table: "", index: 0)

    init(file: String, text: String) {
        self.file = file
        var current = Self.top
        var counts: [String: Int] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if let name = Self.heading(line) {
                current = Place(table: name, index: counts[name, default: 0])
                counts[name, default: 0] += 1
                headings[current] = number + 1
            } else if let key = Self.key(line) {
                keys[current, default: [:]][key] = number + 1
            }
        }
    }

    /// Line of `key`, or of its table's heading when the key is missing; from 1.
    func line(of key: String, in place: Place?) -> Int? {
        if let line = keys[place ?? Self.top]?[key] { return line }
        guard let place else { return headings[Place(table: key, index: 0)] }
        return headings[place]
    }

    private static func heading(_ line: Substring) -> String? {
        let line = line.prefix { $0 != "#" }.filter { $0 != " " && $0 != "\t" && $0 != "\r" }
        guard line.hasPrefix("["), line.hasSuffix("]"), !line.contains("\"") else { return nil }
        let name = line.drop { $0 == "[" }.prefix { $0 != "]" }
        return name.isEmpty ? nil : String(name)
    }

    private static func key(_ line: Substring) -> String? {
        guard let equals = line.firstIndex(of: "=") else { return nil }
        let name = line[..<equals].filter { $0 != " " && $0 != "\t" }
        let isBare = name.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
        }
        return isBare && !name.isEmpty ? String(name) : nil
    }
}

extension TemplateFile {
    /// A file that `load` reads as these entries, by key; the language stands at its top.
    package static func text(language: String, _ entries: [Entry]) -> String {
        let tables = entries.sorted { $0.key < $1.key }.map(table)
        return (["language = \(quoted(language))\n"] + tables).joined(separator: "\n")
    }

    private static func table(_ entry: Entry) -> String {
        var lines = [
            "[[template]]", "key = \(quoted(entry.key))", "title = \(quoted(entry.title))",
            "category = \(quoted(entry.category))", "version = \(entry.version)",
        ]
        if !entry.stores.isEmpty { lines.append("stores = \(list(entry.stores))") }
        if !entry.marketplaces.isEmpty {
            lines.append("marketplaces = \(list(entry.marketplaces))")
        }
        if !entry.orderStates.isEmpty {
            lines.append("order_states = \(list(entry.orderStates))")
        }
        if let group = entry.group { lines.append("group = \(group)") }
        if let origin = entry.origin { lines.append("made_from = \(quoted(origin))") }
        lines.append("body = \"\"\"\n\(escaped(entry.body, keepsLines: true))\"\"\"\n")
        return lines.joined(separator: "\n")
    }

    private static func list(_ words: [String]) -> String {
        "[" + words.map(quoted).joined(separator: ", ") + "]"
    }

    private static func quoted(_ text: String) -> String {
        "\"\(escaped(text, keepsLines: false))\""
    }

    /// TOML's basic strings: quotes, backslashes and control characters are written with escapes.
    private static func escaped(_ text: String, keepsLines: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n" where keepsLines: result += "\n"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}

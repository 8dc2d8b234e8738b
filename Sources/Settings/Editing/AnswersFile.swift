import TOMLKit

/// A file of answers for the wizard, flat: `core.data`, `store[0].id`; `store[]` is how many there
/// are. Lists of texts are joined by commas, flags are `y` and `n`.
package enum AnswersFile {
    /// Nil when the text is no TOML.
    package static func values(toml text: String) -> [String: String]? {
        guard let root = try? TOMLTable(string: text) else { return nil }
        var found: [String: String] = [:]
        for key in root.keys {
            if let value = root[key] { collect(value, key, &found) }
        }
        return found
    }

    private static func collect(
        _ value: any TOMLValueConvertible, _ path: String, _ found: inout [String: String]
    ) {
        if let table = value.table {
            for key in table.keys {
                if let inner = table[key] { collect(inner, "\(path).\(key)", &found) }
            }
        } else if let array = value.array {
            let texts = array.compactMap(\.string)
            if texts.count == array.count, !texts.isEmpty {
                found[path] = texts.joined(separator: ",")
                return
            }
            found["\(path)[]"] = String(array.count)
            for (index, element) in array.enumerated() {
                collect(element, "\(path)[\(index)]", &found)
            }
        } else if let text = value.string {
            found[path] = text
        } else if let flag = value.bool {
            found[path] = flag ? "y" : "n"
        } else {
            found[path] = value.debugDescription
        }
    }
}

import TOMLKit

/// The text of a configuration file in the hands of a program: single values change, every other
/// byte, comments among them, stays as its owner wrote it.
package struct ConfigurationText: Hashable, Sendable {
    /// A table of the file.
    package enum Place: Hashable, Sendable {
        /// `[name]`.
        case table(String)
        /// The `[[name]]` whose `key` has a value, such as the store with an id.
        case element(String, key: String, value: String)
    }

    /// The file is written in a way that cannot be edited safely; `key` names the value that was
    /// to be set.
    package struct Unsafe: Error, Hashable, Sendable {
        package var key: String
    }

    package private(set) var text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Puts a value into its place, adding key or table when they are missing. Nothing changes when
    /// anything else in the file would change its meaning.
    package mutating func set(
        _ key: String, in place: Place, to value: TOMLLiteral
    ) throws(Unsafe) {
        let edited = edited(key, place, value)
        guard edited != text else { return }
        guard let before = Self.values(of: text), let after = Self.values(of: edited),
            Self.isOnlyChange(before, after, key: key, place)
        else { throw Unsafe(key: key) }
        text = edited
    }

    private func edited(_ key: String, _ place: Place, _ value: TOMLLiteral) -> String {
        var bytes = Array(text.utf8)
        let layout = TOMLLayout(bytes)
        let line = Array("\(key) = \(value.text)\n".utf8)
        guard let table = layout.tables.first(where: { $0.isPlace(place, in: bytes) }) else {
            return text + Self.gap(after: text) + place.header
                + String(decoding: line, as: UTF8.self)
        }
        if let entry = table.entries.last(where: { $0.key == key }) {
            bytes.replaceSubrange(entry.value, with: Array(value.text.utf8))
        } else {
            let needsBreak = table.end > 0 && bytes[table.end - 1] != 0x0A
            bytes.insert(contentsOf: (needsBreak ? [0x0A] : []) + line, at: table.end)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func gap(after text: String) -> String {
        text.isEmpty ? "" : text.hasSuffix("\n") ? "\n" : "\n\n"
    }
}

extension ConfigurationText.Place {
    /// The header of a new table, with the key that identifies an element.
    fileprivate var header: String {
        switch self {
        case .table(let name): "[\(name)]\n"
        case .element(let name, let key, let value):
            "[[\(name)]]\n\(key) = \(TOMLLiteral.string(value).text)\n"
        }
    }
}

extension TOMLLayout.Table {
    fileprivate func isPlace(_ place: ConfigurationText.Place, in bytes: [UInt8]) -> Bool {
        switch place {
        case .table(let wanted): return name == wanted && !isElement
        case .element(let wanted, let key, let value):
            guard name == wanted, isElement, let entry = entries.last(where: { $0.key == key })
            else { return false }
            let written = String(decoding: bytes[entry.value], as: UTF8.self)
            return written == TOMLLiteral.string(value).text || written == "'\(value)'"
        }
    }
}

/// The check after an edit: the parser's view of both texts.
extension ConfigurationText {
    /// Every value of a text by its path; nil when it is no TOML.
    static func values(of text: String) -> [String: String]? {
        guard let root = try? TOMLTable(string: text) else { return nil }
        var values: [String: String] = [:]
        collect(root, "", &values)
        return values
    }

    private static func collect(
        _ table: TOMLTable, _ path: String, _ values: inout [String: String]
    ) {
        for key in table.keys {
            guard let value = table[key] else { continue }
            collect(value, path.isEmpty ? key : "\(path).\(key)", &values)
        }
    }

    private static func collect(
        _ value: any TOMLValueConvertible, _ path: String, _ values: inout [String: String]
    ) {
        if let table = value.table {
            collect(table, path, &values)
        } else if let array = value.array {
            for (index, element) in array.enumerated() {
                collect(element, "\(path)[\(index)]", &values)
            }
            values[path + "[]"] = String(array.count)
        } else {
            values[path] = value.debugDescription
        }
    }

    /// Whether the texts differ at nothing but the key, and the file did not lose anything.
    private static func isOnlyChange(
        _ before: [String: String], _ after: [String: String], key: String, _ place: Place
    ) -> Bool {
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        return changed.allSatisfy { path in place.covers(path, key: key) }
    }
}

extension ConfigurationText.Place {
    /// Whether a path lies in the key of this place; a new element changes the number of its kind
    /// and has the key that identifies it.
    fileprivate func covers(_ path: String, key: String) -> Bool {
        switch self {
        case .table(let name): return Self.isPart(path, of: "\(name).\(key)")
        case .element(let name, let identity, _):
            guard path != "\(name)[]" else { return true }
            guard path.hasPrefix("\(name)["), let dot = path.firstIndex(of: ".") else {
                return false
            }
            let rest = String(path[path.index(after: dot)...])
            return rest == identity || Self.isPart(rest, of: key)
        }
    }

    private static func isPart(_ path: String, of key: String) -> Bool {
        path == key || path.hasPrefix(key + ".") || path.hasPrefix(key + "[")
    }
}

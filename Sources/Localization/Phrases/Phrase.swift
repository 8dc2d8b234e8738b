import HelpDesk

/// Something to say: a key for catalogues, the English text, and values for its `{arguments}`.
///
/// Keys and English texts are literals, so that the tests find every phrase in the sources.
package struct Phrase: Hashable, Sendable {
    package let key: String
    package let english: String
    package let arguments: [String: String]

    /// Words of a team's own, by language; they stand in no catalogue.
    let own: [String: String]

    /// A phrase that the desk's people wrote, such as why a rule of theirs stops.
    package init(own: [String: String]) {
        key = ""
        english = RuleWords.choose(own, "en") ?? ""
        arguments = [:]
        self.own = own
    }

    package init(_ key: String, _ english: String, _ arguments: [String: String] = [:]) {
        self.key = key
        self.english = english
        self.arguments = arguments
        own = [:]
    }

    /// Puts the values into a text; an argument nobody gave stays visible in its braces.
    package func filled(_ text: String) -> String {
        guard !arguments.isEmpty, text.contains("{") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: open)..<close])
            result += arguments[name] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Names in braces of a text, for the comparison of a translation with its original.
    package static func argumentNames(in text: String) -> Set<String> {
        var names: Set<String> = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            if let close = part.firstIndex(of: "}") { names.insert(String(part[..<close])) }
        }
        return names
    }
}

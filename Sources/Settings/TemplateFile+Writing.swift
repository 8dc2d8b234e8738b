extension TemplateFile {
    /// A file that `load` reads as these entries, by key; the language stands at its top.
    package static func text(language: String, _ entries: [Entry]) -> String {
        let tables = entries.sorted { $0.key < $1.key }.map(table)
        return (["language = \(TOMLText.quoted(language))\n"] + tables).joined(separator: "\n")
    }

    private static func table(_ entry: Entry) -> String {
        var lines = [
            "[[template]]", "key = \(TOMLText.quoted(entry.key))",
            "title = \(TOMLText.quoted(entry.title))",
            "category = \(TOMLText.quoted(entry.category))", "version = \(entry.version)",
        ]
        if !entry.stores.isEmpty { lines.append("stores = \(TOMLText.list(entry.stores))") }
        if !entry.marketplaces.isEmpty {
            lines.append("marketplaces = \(TOMLText.list(entry.marketplaces))")
        }
        if !entry.orderStates.isEmpty {
            lines.append("order_states = \(TOMLText.list(entry.orderStates))")
        }
        if let group = entry.group { lines.append("group = \(group)") }
        if let origin = entry.origin { lines.append("made_from = \(TOMLText.quoted(origin))") }
        lines.append("body = \"\"\"\n\(TOMLText.escaped(entry.body, keepsLines: true))\"\"\"\n")
        return lines.joined(separator: "\n")
    }
}

/// A field of a template that differs between two versions, in the words in which it is written down.
package struct TemplateChange: Hashable, Sendable {
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case title, language, category, stores, marketplaces, variables
        case orderStates = "order-states"
        case group
        case origin = "made-from"
    }

    package var field: Field
    /// Empty where the older version says nothing of it, or there is none.
    package var old: String
    package var new: String

    package init(_ field: Field, from old: String, to new: String) {
        self.field = field
        self.old = old
        self.new = new
    }
}

extension TemplateVersion {
    /// What differs from an older version besides the lines of the body; from nothing, all that is
    /// said at all.
    package func changes(since older: TemplateVersion?) -> [TemplateChange] {
        TemplateChange.Field.allCases.compactMap { field in
            let (old, new) = (older?.words(for: field) ?? "", words(for: field))
            return old == new ? nil : TemplateChange(field, from: old, to: new)
        }
    }

    private func words(for field: TemplateChange.Field) -> String {
        switch field {
        case .title: title
        case .language: language.rawValue
        case .category: category.rawValue
        case .stores: stores.map(\.rawValue).joined(separator: ", ")
        case .marketplaces: marketplaces.map(\.rawValue).joined(separator: ", ")
        case .variables: variables.joined(separator: ", ")
        case .orderStates: orderStates.map(\.rawValue).joined(separator: ", ")
        case .group: group.map { "#\($0.rawValue)" } ?? ""
        case .origin: origin.map { "\($0.key.rawValue) v\($0.number)" } ?? ""
        }
    }

    /// What the body asks a ticket for, each once.
    private var variables: [String] {
        var parser = TemplateParser(body)
        // A body that does not parse is refused elsewhere; what stands before the fault is told.
        _ = try? parser.parse()
        return Set(parser.uses.map(\.name)).sorted()
    }
}

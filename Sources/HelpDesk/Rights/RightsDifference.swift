/// What changed between two sets of rights, as the words that came and went.
package struct RightsDifference: Hashable, Sendable {
    package var added: [String]
    package var removed: [String]

    package init(from old: RightSet, to new: RightSet) {
        let (before, after) = (Set(old.words), Set(new.words))
        added = after.subtracting(before).sorted()
        removed = before.subtracting(after).sorted()
    }

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty }
}

/// One field of a person that changed, by the word that the command line has for it.
package struct PersonChange: Hashable, Sendable, Codable {
    package var field: String
    package var from: String
    package var to: String

    package init(_ field: String, from: String, to: String) {
        self.field = field
        self.from = from
        self.to = to
    }
}

extension Person {
    /// What makes this person another than `old`; everything when there was nobody before.
    package func changes(since old: Person?) -> [PersonChange] {
        let fields: [(String, (Person) -> String)] = [
            ("user", { $0.unixUser }), ("name", { $0.displayName }), ("role", { $0.role.rawValue }),
            ("stores", { $0.scope.words }),
            ("languages", { $0.languages.map(\.rawValue).joined(separator: " ") }),
            ("time_zone", { $0.timeZone ?? "" }), ("active", { $0.isActive ? "yes" : "no" }),
        ]
        return fields.compactMap { name, text in
            let (before, after) = (old.map(text) ?? "", text(self))
            return before == after ? nil : PersonChange(name, from: before, to: after)
        }
    }
}

extension StoreScope {
    /// The stores by name, or `all`.
    package var words: String {
        switch self {
        case .all: "all"
        case .only(let stores): stores.map(\.rawValue).sorted().joined(separator: " ")
        }
    }

    /// Whether every store of `other` lies in this scope.
    package func covers(_ other: StoreScope) -> Bool {
        switch (self, other) {
        case (.all, _): true
        case (.only, .all): false
        case (.only(let mine), .only(let others)): mine.isSuperset(of: others)
        }
    }
}

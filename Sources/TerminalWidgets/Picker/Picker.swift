package import TerminalCore

/// Something to pick.
package struct PickerItem: Hashable, Sendable {
    package let id: String
    package let title: String
    package let detail: String
    let folded: FoldedText
    let foldedTitleCount: Int

    /// `keywords` are found by typing but not shown.
    package init(id: String, title: String, detail: String = "", keywords: String = "") {
        self.id = id
        self.title = title
        self.detail = detail
        folded = FoldedText(title + " " + detail + " " + keywords)
        foldedTitleCount = title.count
    }
}

/// What a key did to a picker.
package enum PickerOutcome: Hashable, Sendable {
    /// The picker used the key.
    case handled
    /// The picker has no use for the key.
    case ignored
    case picked(id: String)
    case cancelled
}

/// A list that typing narrows, best matches first; items of equal score keep their order, so put
/// recent ones first.
package struct Picker: Hashable, Sendable {
    package var items: [PickerItem] {
        didSet { rank(keepingSelection: true) }
    }
    package private(set) var field: InputField
    /// Indices into `items`, best first.
    package private(set) var matches: [Int] = []
    package private(set) var list = ListState()

    package init(items: [PickerItem], prompt: String = "> ", query: String = "") {
        self.items = items
        field = InputField(prompt: prompt, text: query)
        rank(keepingSelection: false)
    }

    package var query: String { field.text }

    package var selectedItem: PickerItem? {
        matches.indices.contains(list.selection) ? items[matches[list.selection]] : nil
    }

    /// The number of list rows on the screen, for moves by page.
    package mutating func setHeight(_ height: Int) {
        list.height = height
    }

    package mutating func handle(_ key: Key) -> PickerOutcome {
        guard case .press(let press) = key else {
            return edit(key)
        }
        switch (press.code, press.modifiers) {
        case (.enter, []): return selectedItem.map { .picked(id: $0.id) } ?? .handled
        case (.escape, []), (.character("c"), .ctrl): return .cancelled
        case (.up, []), (.character("p"), .ctrl), (.backtab, _):
            list.move(by: -1, count: matches.count)
        case (.down, []), (.character("n"), .ctrl), (.tab, []):
            list.move(by: 1, count: matches.count)
        case (.pageUp, []): list.page(by: -1, count: matches.count)
        case (.pageDown, []): list.page(by: 1, count: matches.count)
        default: return edit(key)
        }
        return .handled
    }

    private mutating func edit(_ key: Key) -> PickerOutcome {
        let old = query
        guard field.handle(key) else { return .ignored }
        if query != old { rank(keepingSelection: false) }
        return .handled
    }

    private mutating func rank(keepingSelection: Bool) {
        let words = FoldedText.words(of: query)
        let scored = items.indices.compactMap { index in
            FuzzyMatch(words, in: items[index].folded).map { (index, $0.score) }
        }
        matches = scored.sorted { left, right in
            left.1 != right.1 ? left.1 > right.1 : left.0 < right.0
        }.map(\.0)
        list.select(keepingSelection ? list.selection : 0, count: matches.count)
    }
}

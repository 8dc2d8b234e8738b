package import TerminalWidgets

/// Items of one list with the one under the cursor, which stays the same when the list comes anew.
package struct EngineList<Item: Identifiable & Hashable & Sendable>: Hashable, Sendable {
    package private(set) var items: [Item] = []
    package private(set) var isLoaded = false
    package var list = ListState(height: 8)

    package init() {}

    package var selected: Item? {
        items.indices.contains(list.selection) ? items[list.selection] : nil
    }

    mutating func loaded(_ items: [Item]) {
        let kept = selected?.id
        self.items = items
        isLoaded = true
        if let kept, let index = items.firstIndex(where: { $0.id == kept }) {
            list.select(index, count: items.count)
        }
        list.clamp(count: items.count)
    }

    /// Adds a further page below.
    mutating func append(_ more: [Item]) {
        let known = Set(items.map(\.id))
        items += more.filter { !known.contains($0.id) }
    }

    mutating func replace(_ item: Item) {
        guard let index = items.firstIndex(where: { $0.id == item.id }) else { return }
        items[index] = item
    }

    /// Forgets all, as before the first answer.
    mutating func clear() {
        self = EngineList()
    }
}

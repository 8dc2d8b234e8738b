import GRDB
import HelpDesk

/// Which stores a query may show: the caller's scope, narrowed to one store if asked.
struct StoreFilter {
    /// Nil means every store. Sorted, so that equal filters make equal statements.
    let stores: [StoreID]?

    init(scope: StoreScope, store: StoreID?) {
        if let store {
            stores = scope.contains(store) ? [store] : []
        } else if case .only(let visible) = scope {
            stores = visible.sorted()
        } else {
            stores = nil
        }
    }

    func condition(on column: String) -> String {
        guard let stores else { return "1" }
        if stores.isEmpty { return "\(column) IN (NULL)" }
        return "\(column) IN (" + stores.map { _ in "?" }.joined(separator: ", ") + ")"
    }

    var values: [Binding] { (stores ?? []).map(\.rawValue) }
}

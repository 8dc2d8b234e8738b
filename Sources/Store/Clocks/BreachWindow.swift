import GRDB
package import HelpDesk
package import SwiftExtensions

/// Which breaches are meant: deadlines in [from, to) of the stores in scope, of one owner by choice.
package struct BreachWindow: Sendable {
    package var from: Timestamp
    package var to: Timestamp
    package var scope: StoreScope
    package var owner: PersonID?

    package init(from: Timestamp, to: Timestamp, scope: StoreScope, owner: PersonID? = nil) {
        self.from = from
        self.to = to
        self.scope = scope
        self.owner = owner
    }

    var condition: String {
        let stores = StoreFilter(scope: scope, store: nil).condition(on: "store")
        return "due_at >= ? AND due_at < ? AND \(stores)" + (owner == nil ? "" : " AND owner = ?")
    }

    var values: [Binding] {
        var values: [Binding] = [from.milliseconds, to.milliseconds]
        values += StoreFilter(scope: scope, store: nil).values
        if let owner { values.append(owner.rawValue) }
        return values
    }
}

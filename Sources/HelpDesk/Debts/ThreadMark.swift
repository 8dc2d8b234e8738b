/// What tells one of the platform's threads from another where a ticket holds several: the buyer's
/// alias and the order (helpdesk section 1). What is not known tells nothing apart.
package struct ThreadMark: Hashable, Sendable {
    /// The alias without the platform's contact number behind its plus sign; lower case.
    package var alias: String?
    package var order: OrderID?

    package init(address: String?, order: OrderID?) {
        alias = address.flatMap { address in
            address.split(whereSeparator: { $0 == "+" || $0 == "@" }).first
        }?.lowercased()
        self.order = order
    }

    /// Whether the two belong to different threads for certain.
    package func isApart(from other: ThreadMark) -> Bool {
        Self.differ(alias, other.alias) || Self.differ(order, other.order)
    }

    private static func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }

    /// Whether several threads are among these.
    package static func areSeveral(_ marks: some Collection<ThreadMark>) -> Bool {
        let different = Set(marks)
        return different.contains { one in different.contains { $0.isApart(from: one) } }
    }
}

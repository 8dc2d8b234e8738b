/// What one pass over the stores did, with the keys that `deskhand sync --once --json` prints.
package struct SyncSummary: Codable, Sendable, Hashable {
    package struct Problem: Codable, Sendable, Hashable {
        package var code: String
        package var op: String
        package var message: String
        /// Which of our credentials was refused, such as `foreign-token`.
        package var trouble: String?
        /// The platform's own code, or the desk's, such as `page-circle`.
        package var reason: String?

        package init(_ failure: SyncFailure) {
            code = failure.errorClass.rawValue
            op = failure.operation
            message = failure.message
            trouble = failure.trouble?.rawValue
            reason = failure.code
        }
    }

    package struct Orders: Codable, Sendable, Hashable {
        package var pulled = 0
        package var created = 0
        package var updated = 0
        package var pages = 0
        package var requests = 0
        package var throttled = 0
        package var errors: [Problem] = []

        package init() {}
    }

    package struct Store: Codable, Sendable, Hashable {
        package var id: StoreID
        package var orders = Orders()
        package var messages = IntakeCounts()
        /// Trouble with the mailbox; the key is missing when there was none.
        package var errors: [Problem]?
        package var cursor: String?

        package init(id: StoreID) { self.id = id }

        // Every promised key is printed; a store without orders has a null cursor.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(orders, forKey: .orders)
            try container.encode(messages, forKey: .messages)
            try container.encodeIfPresent(errors, forKey: .errors)
            try container.encode(cursor, forKey: .cursor)
        }
    }

    package var stores: [Store]
    /// Whether every step of every store went well.
    package var ok: Bool

    package init(stores: [Store]) {
        self.stores = stores
        ok = stores.allSatisfy { $0.orders.errors.isEmpty && ($0.errors ?? []).isEmpty }
    }
}

import GRDB
package import HelpDesk
package import SwiftExtensions

enum DispatchColumns {
    static let list = """
        id, store, order_id, marketplace, ticket, author, kind, action, state, queued_at, \
        idempotency_key, text_digest, files, coverage, shipment, confirmed_rules, attempts, \
        settled_at, evidence, problem
        """

    static func dispatch(from fields: inout Fields) throws -> Dispatch {
        var dispatch = Dispatch(
            id: try fields.id(), store: try fields.name(), order: try fields.name(),
            marketplace: try fields.name(), ticket: try fields.optionalID(),
            author: try fields.id(), kind: try fields.word(), action: try fields.text(),
            state: try fields.word(), queuedAt: try fields.time(),
            idempotencyKey: try fields.text())
        dispatch.textDigest = try fields.optionalText()
        dispatch.files = try fields.json()
        dispatch.coverage = try fields.optionalJSON()
        dispatch.shipment = try fields.optionalJSON()
        dispatch.confirmedRules = try fields.json()
        dispatch.attempts = try fields.count()
        dispatch.settledAt = try fields.optionalTime()
        dispatch.evidence = try fields.optionalText()
        dispatch.problem = try fields.optionalName()
        return dispatch
    }
}

extension ReadTransaction {
    /// One dispatch; nil when there is none of that number.
    package func dispatch(_ id: DispatchID) throws -> Dispatch? {
        try dispatches("WHERE id = ?", [id.rawValue]).first
    }

    /// Dispatches in any of the states within the scope, newest first.
    package func dispatches(
        states: [DispatchState], scope: StoreScope, limit: Int
    ) throws -> [Dispatch] {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        let filter = StoreFilter(scope: scope, store: nil)
        return try dispatches(
            """
            WHERE state IN (\(marks)) AND \(filter.condition(on: "store"))
            ORDER BY id DESC LIMIT ?
            """, states.map(\.rawValue) + filter.values + [limit])
    }

    /// A ticket's dispatches, oldest first.
    package func dispatches(of ticket: TicketID) throws -> [Dispatch] {
        try dispatches("WHERE ticket = ? ORDER BY id", [ticket.rawValue])
    }

    /// An order's dispatches, oldest first.
    package func dispatches(of order: OrderID, store: StoreID) throws -> [Dispatch] {
        try dispatches(
            "WHERE store = ? AND order_id = ? ORDER BY id", [store.rawValue, order.rawValue])
    }

    /// The newest dispatch with an idempotency key.
    package func dispatchByIdempotencyKey(_ key: String) throws -> Dispatch? {
        try dispatches("WHERE idempotency_key = ? ORDER BY id DESC LIMIT 1", [key]).first
    }

    /// A dispatch's words and files; nil when erased.
    package func dispatchContent(_ id: DispatchID) throws -> DispatchContent? {
        let found = try db.one(
            "SELECT text FROM dispatch_content WHERE dispatch = ?", [id.rawValue]
        ) { DispatchContent(text: try $0.optionalText()) }
        guard var content = found else { return nil }
        content.files = try db.all(
            "SELECT position, name, sealed FROM dispatch_file WHERE dispatch = ? ORDER BY position",
            [id.rawValue]
        ) { fields in
            let label = ContentLabel.dispatchFile(id, try fields.count())
            return DispatchContent.File(
                name: try fields.text(), bytes: try key.open(try fields.bytes(), label: label))
        }
        return content
    }

    /// The names of a dispatch's files, without their bytes.
    package func dispatchFileNames(_ id: DispatchID) throws -> [String] {
        try db.all(
            "SELECT name FROM dispatch_file WHERE dispatch = ? ORDER BY position", [id.rawValue]
        ) { try $0.text() }
    }

    /// A dispatch's text; nil when it has none or it was erased.
    package func dispatchText(_ id: DispatchID) throws -> String? {
        try db.text("SELECT text FROM dispatch_content WHERE dispatch = ?", [id.rawValue])
    }

    private func dispatches(_ rest: String, _ values: [Binding]) throws -> [Dispatch] {
        try db.all(
            "SELECT \(DispatchColumns.list) FROM dispatch \(rest)", values,
            DispatchColumns.dispatch)
    }
}

extension WriteTransaction {
    /// Keeps what a dispatch says and carries; file bytes are sealed.
    package func putDispatch(_ id: DispatchID, _ content: DispatchContent) throws {
        try db.run(
            """
            INSERT INTO dispatch_content (dispatch, text) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET text = excluded.text
            """, [id.rawValue, content.text])
        for (position, file) in content.files.enumerated() {
            let label = ContentLabel.dispatchFile(id, position)
            try db.run(
                "INSERT INTO dispatch_file (dispatch, position, name, sealed) VALUES (?, ?, ?, ?)",
                [id.rawValue, position, file.name, try key.seal(file.bytes, label: label)])
        }
    }
}

extension ReadTransaction {
    /// When the next ready job of dispatches is due for one store.
    package func nextDispatchRun(of store: StoreID) throws -> Timestamp? {
        try db.number(
            """
            SELECT min(run_at) FROM job
            WHERE state = 'ready' AND kind = 'dispatch' AND key >= ? AND key < ?
            """, ["\(store)/", "\(store)0"]
        ).map(Timestamp.init(milliseconds:))
    }
}

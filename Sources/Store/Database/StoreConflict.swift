import GRDB

/// The schema refused a second copy of something that exists once.
package struct StoreConflict: Error, Hashable, Sendable {
    /// Names the index or columns, such as `raw_mail_dedupe` or `outbox.idempotency_key`.
    package var constraint: String

    package init(constraint: String) {
        self.constraint = constraint
    }

    /// Runs `body` and turns SQLite's refusal of a duplicate into a conflict.
    static func translating<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
                throw StoreConflict(constraint: name(in: error.message ?? ""))
            default:
                throw error
            }
        }
    }

    /// The message is `UNIQUE constraint failed: ` and then `index 'name'` or `table.column, …`.
    private static func name(in message: String) -> String {
        guard let colon = message.firstIndex(of: ":") else { return message }
        let rest = message[message.index(after: colon)...].drop { $0 == " " }
        guard rest.hasPrefix("index '") else { return String(rest) }
        return String(rest.dropFirst(7).prefix { $0 != "'" })
    }
}

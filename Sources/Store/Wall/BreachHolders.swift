import GRDB
package import HelpDesk

/// Who had a ticket while one of its debts ran, in milliseconds until it was answered or due.
package struct BreachHolders: Hashable, Sendable {
    package struct Holder: Hashable, Sendable {
        package var person: PersonID
        package var milliseconds: Int64
    }

    /// The longest first.
    package var people: [Holder]
    package var unowned: Int64
}

extension ReadTransaction {
    /// From the facts of reports; nil for a debt that they do not hold yet.
    package func holders(of debt: DebtID) throws -> BreachHolders? {
        let unowned = try db.number(
            """
            SELECT report_debt.unowned FROM debt
            JOIN report_debt ON report_debt.start = debt.start AND report_debt.debt = debt.id
            WHERE debt.id = ?
            """, [debt.rawValue])
        guard let unowned else { return nil }
        let people = try db.all(
            """
            SELECT person, milliseconds FROM report_share
            WHERE debt = ? AND milliseconds > 0 ORDER BY milliseconds DESC, person
            """, [debt.rawValue]
        ) { BreachHolders.Holder(person: try $0.id(), milliseconds: try $0.number()) }
        return BreachHolders(people: people, unowned: unowned)
    }
}

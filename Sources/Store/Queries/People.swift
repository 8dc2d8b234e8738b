import GRDB
package import HelpDesk

extension ReadTransaction {
    /// The active person whom a Unix user stands for.
    package func person(unixUser: String) throws -> Person? {
        try people("WHERE unix_user = ? AND is_active = 1", [unixUser]).first
    }

    /// One person, active or not.
    package func person(_ id: PersonID) throws -> Person? {
        try people("WHERE id = ?", [id.rawValue]).first
    }

    /// Everybody, active or not, by number.
    package func people() throws -> [Person] {
        try people("ORDER BY id", [])
    }

    private func people(_ rest: String, _ values: [Binding]) throws -> [Person] {
        try db.all(
            """
            SELECT id, unix_user, display_name, role, sees_all_stores, languages, time_zone,
                is_active
            FROM person \(rest)
            """, values
        ) { fields in
            let id: PersonID = try fields.id()
            return Person(
                id: id, unixUser: try fields.text(), displayName: try fields.text(),
                role: try fields.word(), scope: try scope(of: id, seesAll: try fields.flag()),
                languages: try fields.json([String].self).map(LanguageCode.init(rawValue:)),
                timeZone: try fields.optionalText(), isActive: try fields.flag())
        }
    }

    private func scope(of person: PersonID, seesAll: Bool) throws -> StoreScope {
        guard !seesAll else { return .all }
        let stores = try db.all(
            "SELECT store FROM person_store WHERE person = ?", [person.rawValue]
        ) { try $0.name() as StoreID }
        return .only(Set(stores))
    }
}

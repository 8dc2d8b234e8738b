import GRDB
package import HelpDesk
package import SwiftExtensions

/// A macro's version with what became of it.
package struct StoredMacro: Hashable, Sendable {
    package var version: MacroVersion
    package var state: TemplateState
    package var settledBy: PersonID?
    package var settledAt: Timestamp?
    package var reason: String?
}

extension ReadTransaction {
    /// The macros in use, by name.
    package func offeredMacros() throws -> [StoredMacro] {
        try macros("state = 'offered' ORDER BY macro", [])
    }

    /// Every version of every macro, newest first within a name.
    package func allMacros() throws -> [StoredMacro] {
        try macros("1 ORDER BY macro, number DESC", [])
    }

    /// All versions of one macro, the newest first.
    package func macroVersions(of name: MacroName) throws -> [StoredMacro] {
        try macros("macro = ? ORDER BY number DESC", [name.rawValue])
    }

    private func macros(_ condition: String, _ values: [Binding]) throws -> [StoredMacro] {
        try db.all(
            """
            SELECT payload, state, settled_by, settled_at, reason FROM macro_version
            WHERE \(condition)
            """, values
        ) { fields in
            StoredMacro(
                version: try fields.json(), state: try fields.word(),
                settledBy: try fields.optionalID(), settledAt: try fields.optionalTime(),
                reason: try fields.optionalText())
        }
    }
}

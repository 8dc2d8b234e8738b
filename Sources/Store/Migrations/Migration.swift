import GRDB
import HelpDesk

/// One numbered step of the schema. Its text never changes once it has shipped.
struct Migration: Sendable {
    let number: Int
    let name: String
    /// The parts of the step, run in order.
    let parts: [String]

    /// What the database remembers of an applied step, such as `001-record`.
    var identifier: String {
        String(repeating: "0", count: max(0, 3 - String(number).count)) + "\(number)-\(name)"
    }
}

enum Migrations {
    /// All steps, in order; a new one is appended.
    static let all: [Migration] = [
        .record,
        .content,
        .search,
        .engine,
        .cases,
        .account,
        .credentials,
        .dispatches,
        .files,
        .ticketColumns,
        .intake,
        .clock,
        .reports,
        .life,
        .seals,
        .routing,
        .rights,
        .wall,
        .collision,
        .orderFacts,
        .names,
        .facts,
        .translations,
        .jobFindings,
        .judgements,
        .library,
        .waiting,
        .readNotices,
        .keeping,
    ]

    static func apply(_ migrations: [Migration], to writer: any DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.identifier) { db in
                for part in migration.parts { try db.execute(sql: part) }
            }
        }
        let isTooNew = try writer.read { try migrator.hasBeenSuperseded($0) }
        guard !isTooNew else { throw DeskError(.dataTooNew) }
        try migrator.migrate(writer)
    }
}

import Core
import Foundation
import GRDB
import HelpDesk
import Settings
import Store
import SwiftExtensions
import Testing

struct DatabaseTests {
    private let patient: Patient
    private var path: String { patient.data + "/desk.sqlite" }

    init() throws {
        patient = try Patient()
    }

    private func makeDatabase() throws -> DeskDatabase {
        try DeskDatabase(
            path: path, key: try ContentKey.load(orCreateAt: patient.data + "/content.key"))
    }

    /// Changes the file as no desk would, foreign keys unchecked.
    private func tamper(_ sql: String) throws {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// Moves everything from the write-ahead log into the file itself.
    private func checkpoint() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
    }

    @Test func noDatabaseIsNeededBeforeTheFirstStart() async {
        #expect(await patient.codes("database") == [.databaseNone])
    }

    @Test func aSoundOneIsSound() async throws {
        try makeDatabase().close()
        #expect(await patient.codes("database") == [.databaseOk])
    }

    @Test func aRunningCoreIsNotDisturbed() async throws {
        let database = try makeDatabase()
        #expect(await patient.codes("database") == [.databaseOk])
        try await database.write(as: .service("test"), at: Timestamp(seconds: 1)) {
            try $0.putRawBytes(digest: ContentDigest.of("x"), bytes: Array("x".utf8))
        }
        try database.close()
    }

    @Test func anOrphanIsDamage() async throws {
        try makeDatabase().close()
        try tamper(
            """
            INSERT INTO store (id, channel, seller_id, region)
            VALUES ('ghost', 'amazon', 'nobody', 'eu')
            """)
        let findings = await patient.findings("database")
        #expect(findings.map(\.code) == [.databaseDamaged])
        #expect(findings.first?.arguments["problem"] == "store names a missing seller_account")
    }

    @Test func overwrittenPagesAreFound() async throws {
        try makeDatabase().close()
        try checkpoint()
        var bytes = try Data(contentsOf: URL(filePath: path))
        try #require(bytes.count > 40_000)
        for index in 8192..<32_768 { bytes[index] = 0xAA }
        try bytes.write(to: URL(filePath: path))
        let codes = await patient.codes("database")
        #expect(codes == [.databaseDamaged] || codes == [.databaseUnreadable])
    }

    @Test func aFileThatIsNoDatabaseCannotBeOpened() async throws {
        try Data(repeating: 0x41, count: 8192).write(to: URL(filePath: path))
        #expect(await patient.codes("database") == [.databaseUnreadable])
    }

    @Test func aNewerOneIsRecognised() async throws {
        try makeDatabase().close()
        try tamper("INSERT INTO grdb_migrations VALUES ('999-future')")
        #expect(await patient.codes("database") == [.databaseTooNew])
    }

    @Test func anOlderOneIsNamedAndLeftAsItIs() async throws {
        try makeDatabase().close()
        try tamper("DELETE FROM grdb_migrations WHERE identifier LIKE '003-%'")
        #expect(await patient.codes("database") == [.databaseOlder])
        #expect(await patient.codes("database") == [.databaseOlder])
    }

    @Test func aKeyThatDoesNotFitIsFound() async throws {
        let database = try makeDatabase()
        try database.writeSync(as: .service("test"), at: Timestamp(seconds: 1)) {
            try $0.putRawBytes(digest: ContentDigest.of("x"), bytes: Array("x".utf8))
        }
        try database.close()
        #expect(!(await patient.codes("key")).contains(.keyMismatch))
        try Data(repeating: 9, count: 32).write(to: URL(filePath: patient.data + "/content.key"))
        #expect(await patient.codes("key").contains(.keyMismatch))
    }
}

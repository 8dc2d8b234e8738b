import GRDB
import HelpDesk
import SwiftExtensions
import Testing

@testable import Store

@Suite struct MigrationTests {
    /// A shipped step never changes: old databases would differ from new ones without a sign.
    @Test func shippedStepsAreAsTheyWere() {
        let digests = Migrations.all.map { ContentDigest.of($0.parts.joined(separator: "\n")) }
        #expect(
            Migrations.all.map(\.identifier) == [
                "001-record", "002-content", "003-search", "009-credentials",
            ])
        #expect(digests.map { String($0.prefix(16)) } == Self.shipped)
    }

    private static let shipped: [String] = [
        "eab9c7ae6776f6c4", "e5f2bae07b720b98", "247ec38d8b82e6fb", "e0b2432c908645d9",
    ]

    @Test func aDatabaseOfTheFirstStepOpensAndGoesOn() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let old = try DeskDatabase(
                writer: try DatabasePool(
                    path: path, configuration: DatabaseSettings.configuration()),
                key: .forTests, migrations: [.record])
            let past = try Desk(old)
            try past.ticket()
            try past.database.close()

            let desk = try Desk(try DeskDatabase(path: path, key: .forTests))
            try desk.buyerMessage(TicketID(1), "the parcel")
            #expect(try desk.list(search: "parcel") == [1])
            #expect(try desk.database.rebuildSync().differences == [:])
            #expect(try desk.database.checkIntegrity() == [])
            try desk.database.close()
        }
    }

    @Test func aDatabaseOfALaterVersionIsRefused() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let later = Migration(number: 999, name: "later", parts: ["CREATE TABLE later (id)"])
            let database = try DeskDatabase(
                writer: try DatabasePool(
                    path: path, configuration: DatabaseSettings.configuration()),
                key: .forTests, migrations: Migrations.all + [later])
            try database.close()
            let error = #expect(throws: DeskError.self) {
                _ = try DeskDatabase(path: path, key: .forTests)
            }
            #expect(error?.code == .dataTooNew)
        }
    }

    @Test func everythingIsThereAfterClosingAndOpening() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/desk.sqlite"
            let first = try DeskDatabase(path: path, key: .forTests)
            var day = try RandomDay(seed: 11, desk: try Desk(first))
            for _ in 0..<60 { try day.step() }
            let last = try first.readSync { try $0.lastSequence() }
            try first.close()
            let second = try DeskDatabase(path: path, key: .forTests)
            #expect(try second.readSync { try $0.lastSequence() } == last)
            #expect(try second.rebuildSync().differences == [:])
            try second.close()
        }
    }
}

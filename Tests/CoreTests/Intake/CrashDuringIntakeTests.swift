import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct CrashDuringIntakeTests {
    /// Stores a mail as a core does that dies before it looks at it.
    private func storeUnseen(_ bytes: [UInt8], origin: String, in world: World) async throws {
        try await world.database.write(as: .service("mail-in"), at: world.clock.now) {
            transaction in
            let raw = RawMail(
                id: try transaction.nextRawMailID(), mailbox: "desk-eu", origin: origin,
                digest: ContentDigest.of(bytes), byteCount: bytes.count,
                fetchedAt: transaction.now)
            try transaction.putRawBytes(digest: raw.digest, bytes: bytes)
            try transaction.record(.rawMailStored(raw))
        }
    }

    @Test func aRestartSettlesWhatWasStored() async throws {
        let world = try await World.make()
        for number in 0..<120 {
            let mails = RelayMails(alias: "buyer\(number)abcdefg", order: nil)
            try await storeUnseen(
                mails.buyer("Frage \(number)?", at: world.clock.now - .minutes(5)),
                origin: "f\(number)", in: world)
        }
        let again = try await World.make(database: world.database)
        _ = try await again.desk.syncOnce()
        #expect(try await again.tickets().count == 120)
        let rest = try await again.database.read { try $0.rawMailsToSettle(limit: 5) }
        #expect(rest == [])
        try await again.checkRecord()
    }

    @Test func aBadMailHarmsNoOtherInItsBatch() async throws {
        let world = try await World.make()
        var mails: [[UInt8]] = (0..<9).map { number in
            RelayMails(alias: "buyer\(number)abcdefg", order: nil)
                .buyer("Frage \(number)?", at: world.clock.now)
        }
        mails.insert([0xFF, 0x00, 0x1B, 0x5B], at: 4)
        mails.append([])
        let counts = try await world.receive(together: mails)
        #expect(counts.fetched == 11)
        #expect(counts.created == 9)
        let waiting = try await world.database.read { try $0.rawMailsToSettle(limit: 5) }
        #expect(waiting == [])
        try await world.checkRecord()
    }
}

import Foundation
import MailHost
import MailKit
import Testing

/// A Maildir in a temporary folder.
struct MaildirTests {
    private func fresh() throws -> Maildir {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let maildir = Maildir(path: folder.path)
        try maildir.create()
        return maildir
    }

    @Test func deliversAndReads() throws {
        let maildir = try fresh()
        let entry = try maildir.deliver(Array("hello".utf8), uniqueName: "1.a.host")
        #expect(entry.path.hasSuffix("/new/1.a.host"))
        #expect(try maildir.scan() == [entry])
        #expect(try maildir.read(entry) == Array("hello".utf8))
        #expect(throws: MaildirError.self) { try maildir.read(entry, limit: 2) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: maildir.path + "/tmp").isEmpty)
    }

    @Test func keysOutliveFlagsAndMoves() throws {
        let maildir = try fresh()
        let entry = try maildir.deliver(Array("hello".utf8), uniqueName: "1.a.host")
        try FileManager.default.moveItem(
            atPath: entry.path, toPath: maildir.path + "/cur/1.a.host:2,S")
        #expect(try maildir.scan().map(\.key) == ["1.a.host"])
        #expect(try maildir.read(entry) == Array("hello".utf8))
        #expect(try maildir.scan(skipping: ["1.a.host"]).isEmpty)
    }

    @Test func readingChangesNothing() throws {
        let maildir = try fresh()
        let entry = try maildir.deliver(Array("hello".utf8))
        let before = try FileManager.default.attributesOfItem(atPath: entry.path)
        _ = try maildir.read(entry)
        _ = try maildir.scan()
        let after = try FileManager.default.attributesOfItem(atPath: entry.path)
        #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
        #expect(try FileManager.default.contentsOfDirectory(atPath: maildir.path + "/cur").isEmpty)
    }

    @Test func passesOverWhatIsNoMail() throws {
        let maildir = try fresh()
        try FileManager.default.createDirectory(
            atPath: maildir.path + "/new/folder", withIntermediateDirectories: true)
        #expect(
            FileManager.default.createFile(atPath: maildir.path + "/new/.hidden", contents: nil))
        #expect(try maildir.scan().isEmpty)
    }

    @Test func namesTheStepThatFails() throws {
        let missing = Maildir(path: "/nonexistent/maildir")
        #expect(throws: MaildirError.self) { try missing.scan() }
        let maildir = try fresh()
        #expect(throws: MaildirError.self) {
            try maildir.deliver([1], uniqueName: "../escape")
        }
        try maildir.deliver([1], uniqueName: "twice")
        let gone = try maildir.deliver([1], uniqueName: "gone")
        try FileManager.default.removeItem(atPath: gone.path)
        #expect { try maildir.read(gone) } throws: { ($0 as? MaildirError)?.isMissing == true }
        let loop = try maildir.deliver([1], uniqueName: "loop")
        try FileManager.default.removeItem(atPath: loop.path)
        try FileManager.default.createSymbolicLink(
            atPath: loop.path, withDestinationPath: loop.path)
        #expect { try maildir.read(loop) } throws: { ($0 as? MaildirError)?.isMissing == false }
    }

    @Test(.timeLimit(.minutes(1))) func tellsOfArrivals() async throws {
        let maildir = try fresh()
        let watch = try MaildirWatch(maildir, sweepEvery: .seconds(3600))
        var changes = watch.changes.makeAsyncIterator()
        #expect(await changes.next() != nil)  // at once
        let entry = try maildir.deliver(Array("hello".utf8))
        #expect(await changes.next() != nil)  // by the kernel's word, as no sweep is due
        #expect(try maildir.scan() == [entry])
        watch.stop()
        while await changes.next() != nil {}
    }

    @Test(.timeLimit(.minutes(1))) func sweepsWithoutArrivals() async throws {
        let watch = try MaildirWatch(try fresh(), sweepEvery: .milliseconds(5))
        var changes = watch.changes.makeAsyncIterator()
        for _ in 0..<4 { #expect(await changes.next() != nil) }
    }
}

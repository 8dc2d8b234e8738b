import Core
import Foundation
import HelpDesk
import MailKit
import SwiftExtensions
import Synchronization
import Testing

/// What a Maildir hands over, and how often it asks what is known.
@Suite(.timeLimit(.minutes(1))) struct MaildirFeedTests {
    private static let oldest = Timestamp(iso8601: "2026-01-01T00:00:00Z")

    private final class Notes: Sendable {
        let asked = Mutex<[[String]]>([])
        let handed = Mutex<[String]>([])
    }

    private func write(_ name: String, _ modified: Timestamp, in folder: URL) throws {
        let file = folder.appending(path: "new/\(name)")
        try Data("Subject: \(name)\r\n\r\n\r\n".utf8).write(to: file)
        let date = Date(timeIntervalSince1970: Double(modified.seconds))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    }

    private struct Enough: Error {}

    @Test func aFirstPassAsksOnceAndLeavesWhatIsTooOld() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let maildir = Maildir(path: folder.path)
        try maildir.create()
        let oldest = try #require(Self.oldest)
        try write("old", oldest - .seconds(1), in: folder)
        try write("known", oldest + .days(1), in: folder)
        for number in 1...3 { try write("new\(number)", oldest + .days(2), in: folder) }
        let notes = Notes()
        let start = FeedStart(
            cursor: nil, rescanFrom: oldest, oldest: oldest,
            known: { origins in
                notes.asked.withLock { $0.append(origins.sorted()) }
                return ["known"]
            })
        await #expect(throws: Enough.self) {
            try await MaildirFeed(maildir).run(from: start) { event in
                switch event {
                case .mails(let mails, _):
                    notes.handed.withLock { $0 += mails.map(\.origin) }
                case .caughtUp: throw Enough()
                case .connected, .failed: break
                }
            }
        }
        #expect(notes.handed.withLock { $0 } == ["new1", "new2", "new3"])
        #expect(
            notes.asked.withLock { $0 } == [["known", "new1", "new2", "new3", "old"]])
    }

    /// A mail that cannot be read is named; a link is none; those behind it come in.
    @Test func oneBadFileIsNamedAndStopsNothing() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let maildir = Maildir(path: folder.path)
        try maildir.create()
        let oldest = try #require(Self.oldest)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/new/link", withDestinationPath: "/etc/hostname")
        let big = folder.appending(path: "new/a-huge\u{202E}one")
        #expect(FileManager.default.createFile(atPath: big.path, contents: nil))
        let handle = try FileHandle(forWritingTo: big)
        try handle.truncate(atOffset: 65 << 20)
        try handle.close()
        try write("good", oldest + .days(2), in: folder)
        let notes = Notes()
        let start = FeedStart(
            cursor: nil, rescanFrom: oldest, oldest: oldest, known: { _ in [] })
        var told: SyncFailure?
        do {
            try await MaildirFeed(maildir).run(from: start) { event in
                switch event {
                case .mails(let mails, _): notes.handed.withLock { $0 += mails.map(\.origin) }
                case .failed(let failure): throw Told(failure: failure)
                case .connected, .caughtUp: break
                }
            }
        } catch let end as Told {
            told = end.failure
        }
        #expect(notes.handed.withLock { $0 } == ["good"])
        #expect(told?.operation == "maildir.read")
        #expect(told?.message.hasSuffix(": a-hugeone") == true, "\(told?.message ?? "")")
    }

    private struct Told: Error { var failure: SyncFailure }
}

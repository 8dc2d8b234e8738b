import FoundationEssentials
import Glibc
import HelpDesk
import SwiftExtensions
import Testing

@testable import Workstation

struct DraftFolderTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "deskhand-drafts-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private let draft = LocalDraft(
        ticket: TicketID(5), basis: EventSequence(9), text: "您好 — Grüße",
        savedAt: Timestamp(seconds: 1_000_000))

    @Test func keepsAndForgets() throws {
        try withFolder { path in
            let folder = DraftFolder(stateFolder: path, socketPath: "/run/a.sock")
            #expect(folder.keep(draft))
            #expect(folder.load() == [draft])
            folder.forget(draft)
            #expect(folder.load() == [])
        }
    }

    @Test func draftsOfAnotherCoreStayApart() throws {
        try withFolder { path in
            DraftFolder(stateFolder: path, socketPath: "/run/a.sock").keep(draft)
            let other = DraftFolder(stateFolder: path, socketPath: "/run/b.sock")
            #expect(other.load() == [])
        }
    }

    @Test func nobodyElseCanReadThem() throws {
        try withFolder { path in
            DraftFolder(stateFolder: path, socketPath: "/run/a.sock").keep(draft)
            let files = try FileManager.default.subpathsOfDirectory(atPath: path)
            let file = try #require(files.first { $0.hasSuffix(".json") })
            var status = stat()
            #expect(stat("\(path)/\(file)", &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o700)
        }
    }

    @Test func aBrokenFileIsSkipped() throws {
        try withFolder { path in
            let folder = DraftFolder(stateFolder: path, socketPath: "/run/a.sock")
            folder.keep(draft)
            let files = try FileManager.default.subpathsOfDirectory(atPath: path)
            let file = try #require(files.first { $0.hasSuffix(".json") })
            let broken = "\(path)/" + file.replacing("5.json", with: "6.json")
            #expect(writeFile(broken, Array("{".utf8), mode: 0o600))
            #expect(folder.load() == [draft])
        }
    }
}

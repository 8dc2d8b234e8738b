import Core
import Foundation
import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct DeskExportTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=x", "'\t=x"), ("a=b", "a=b"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("=\u{0301}1", "'=\u{0301}1"), ("=\u{200D}1", "'=\u{200D}1"),
        ("", ""), ("=a,b", "\"'=a,b\""), ("a\nb", "\"a\nb\""),
    ])
    func aCellIsNeverAFormula(_ text: String, _ cell: String) {
        #expect(CSVText.line([text, "x"]) == "\(cell),x\r\n")
    }

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("export-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path + "/out")
    }

    private func export(
        _ world: World, _ path: String, _ format: DeskExport.Format = .csv,
        isPersonal: Bool = false
    ) async throws -> ExportNote {
        try await DeskExport(
            what: .tickets, format: format, store: nil, hasPersonalData: isPersonal,
            reason: "audit", madeBy: "sue", software: "1.0"
        ).run(world.database, into: path, as: .person(world.sue.person), at: world.clock.now)
    }

    @Test func anExportIsSoundAndNoted() async throws {
        let world = try await World.make()
        try await world.question("=cmd|' /C calc'!A0")
        try await inFolder { path in
            let note = try await export(world, path)
            #expect(note.rows == 1 && !note.hasPersonalData)
            let check = ExportCheck(folder: path, publicKey: world.database.publicKey)
            #expect(check.problems == [])
            let manifest = try #require(check.manifest)
            #expect(manifest.files.map(\.name) == ["tickets.csv"])
            #expect(manifest.scope == ["nova-eu", "nova-us"] && manifest.reason == "audit")
            let text = try String(contentsOfFile: path + "/tickets.csv", encoding: .utf8)
            #expect(text.hasPrefix("ticket,store,"))
            #expect(!text.contains("Lena") && text.contains("buyer-1"))
            let last = try await world.database.read { try $0.entries(after: nil, limit: 1) }
            #expect(last.first?.kind == "export-made")
            #expect(manifest.lastEvent == (last.first?.sequence ?? 0) - 1)
        }
    }

    @Test func wordsOfBuyersComeOnlyWhenAskedFor() async throws {
        let world = try await World.make()
        try await world.question("Wo bleibt mein Paket?")
        try await inFolder { path in
            _ = try await export(world, path, .jsonl)
            let text = try String(contentsOfFile: path + "/tickets.jsonl", encoding: .utf8)
            #expect(!text.contains("Paket"))
        }
        try await inFolder { path in
            _ = try await export(world, path, .jsonl, isPersonal: true)
            let text = try String(contentsOfFile: path + "/tickets.jsonl", encoding: .utf8)
            #expect(text.contains("Paket"))
        }
    }

    @Test func whatIsChangedAfterwardsIsFound() async throws {
        let world = try await World.make()
        try await world.question()
        try await inFolder { path in
            _ = try await export(world, path)
            let file = path + "/tickets.csv"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try (text + "more").write(toFile: file, atomically: true, encoding: .utf8)
            try Data().write(to: URL(fileURLWithPath: path + "/stray"))
            #expect(
                ExportCheck(folder: path, publicKey: nil).problems
                    == ["tickets.csv: not what was exported", "stray: not in the manifest"])
            try FileManager.default.removeItem(atPath: file)
            try FileManager.default.removeItem(atPath: path + "/stray")
            #expect(
                ExportCheck(folder: path, publicKey: nil).problems == ["tickets.csv: missing"])
        }
    }

    @Test(arguments: [("\"reason\" : \"audit\"", "\"reason\" : \"other\"")])
    func aChangedManifestIsFound(_ old: String, _ new: String) async throws {
        let world = try await World.make()
        try await world.question()
        try await inFolder { path in
            _ = try await export(world, path)
            let file = path + "/manifest.json"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacingOccurrences(of: old, with: new)
                .write(toFile: file, atomically: true, encoding: .utf8)
            #expect(
                ExportCheck(folder: path, publicKey: nil).problems
                    == ["manifest.json: not what was signed"])
        }
    }

    @Test func anotherDesksKeyIsFoundByWhoKnowsTheKey() async throws {
        let world = try await World.make()
        try await inFolder { path in
            _ = try await export(world, path)
            let other = String(repeating: "0", count: 64)
            #expect(
                ExportCheck(folder: path, publicKey: other).problems
                    == ["manifest.json: signed with another key"])
        }
    }

    @Test func aFolderThatIsThereIsLeftAlone() async throws {
        let world = try await World.make()
        try await inFolder { path in
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            let refused = await code { _ = try await export(world, path) }
            #expect(refused == .dataFolderUnsafe)
        }
    }
}

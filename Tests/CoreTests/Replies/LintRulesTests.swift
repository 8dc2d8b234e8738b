import Core
import Foundation
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// A team's folder of rules at the desk: taken at the start, taken again when it changes, refused
/// file by file, and written down.
@Suite struct LintRulesTests {
    private static func file(_ word: String, version: String) -> String {
        """
        version = "\(version)"
        [[rule]]
        code = "SHOP-01"
        severity = "block"
        terms = { en = "\(word)" }
        why = { en = "Not our word.", zh = "不要这样写。" }
        hit = ["We say \(word) here."]
        miss = ["We say nothing here."]
        """
    }

    /// A desk with the linter's own function, and its folder.
    private func desk(_ folder: TemporaryRules, _ database: DeskDatabase) async throws -> Desk {
        var settings = World.settings
        settings.lintRules = folder.path
        return try await Desk.open(
            database: database, settings: settings,
            digestKey: Array(repeating: 7, count: 32), clock: VirtualClock(start: World.start))
    }

    private func notes(_ database: DeskDatabase) async throws -> [LintRulesNote] {
        try await database.read { try $0.events(after: EventSequence(0), limit: 100) }.compactMap {
            if case .chronicle(.lintRulesLoaded(let note)) = $0.event { note } else { nil }
        }
    }

    @Test func filesAreTakenRefusedAndWrittenDown() async throws {
        let folder = try TemporaryRules()
        try folder.write(Self.file("abracadabra", version: "1"), to: "house.toml")
        let database = try DeskDatabase.inMemory()
        let desk = try await desk(folder, database)
        let ops = try await desk.principal(unixUser: "ops")
        let ana = try await desk.principal(unixUser: "ana")

        let view = try await desk.perform(ListLintRules(), as: ana)
        #expect(view.note.files.map(\.version) == ["1"])
        #expect(view.rules.count == 54)
        #expect(view.rules.last?.words?.why["zh"] == "不要这样写。")
        #expect(
            await code { _ = try await desk.perform(ReloadLintRules(), as: ana) } == .notAllowed)

        // Nothing new: nothing written down.
        _ = try await desk.perform(ReloadLintRules(), as: ops)
        #expect(try await notes(database).count == 1)

        try folder.write(Self.file("hocuspocus", version: "2"), to: "house.toml")
        let changed = try await desk.perform(ReloadLintRules(), as: ops)
        #expect(changed.note.files.map(\.version) == ["2"])

        try folder.write("version = \"3\"\n[[rule]]\ncode = \"SHOP-01\"\n", to: "house.toml")
        let refused = try await desk.perform(ReloadLintRules(), as: ops)
        #expect(refused.note.files.map(\.version) == ["2"])
        #expect(refused.note.refused.map(\.name) == ["house.toml"])
        #expect(refused.note.refused.first?.line == 2)
        let recorded = try await notes(database)
        #expect(recorded.map { $0.files.map(\.version) } == [["1"], ["2"], ["2"]])
        #expect(recorded.map(\.refused.count) == [0, 0, 1])
    }
}

/// A folder of rule files that goes away with the test.
private final class TemporaryRules: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "lint-rules-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }
}

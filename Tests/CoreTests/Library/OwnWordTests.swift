import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct OwnWordTests {
    private func keep(
        _ name: String, _ text: String, _ kind: OwnWord.Kind, _ world: World
    ) async throws -> [String] {
        try await world.desk.perform(
            KeepOwnWord(kind: kind, word: OwnWordContent(name: name, text: text)), as: world.ana
        ).words.map(\.name)
    }

    @Test func everybodyKeepsTheirOwn() async throws {
        let world = try await World.make()
        #expect(try await keep("hi", "Hello\u{202E},\nthanks.", .snippet, world) == ["hi"])
        #expect(try await keep("bye", "See you.", .snippet, world) == ["bye", "hi"])
        _ = try await keep("hi", "Hello again.", .snippet, world)
        let mine = try await world.desk.perform(ListOwnWords(kind: .snippet), as: world.ana)
        #expect(mine.words.map(\.text) == ["See you.", "Hello again."])
        let others = try await world.desk.perform(ListOwnWords(kind: .snippet), as: world.ben)
        #expect(others.words.isEmpty)
        let left = try await world.desk.perform(
            DropOwnWord(kind: .snippet, name: "hi"), as: world.ana)
        #expect(left.words.map(\.name) == ["bye"])
        // The words themselves are nowhere in the record.
        let log = try await world.database.read { try $0.events(after: .zero, limit: 1000) }
        #expect(!"\(log)".contains("Hello again"))
        try await world.checkRecord()
    }

    /// A word is short: whoever reads the record must not find it by trying a dictionary.
    @Test func nobodyGuessesAWordFromTheRecord() async throws {
        let world = try await World.make()
        _ = try await keep("Kettlo", "", .spelling, world)
        _ = try await world.desk.perform(
            KeepOwnWord(kind: .spelling, word: OwnWordContent(name: "Kettlo")), as: world.ben)
        let log = try await world.database.read { try $0.events(after: .zero, limit: 1000) }
        let digests = log.compactMap { record -> String? in
            if case .library(.wordKept(let word)) = record.event { word.digest } else { nil }
        }
        #expect(digests.count == 2 && Set(digests).count == 2, "equal words look alike")
        for guess in ["Kettlo", "Kettlo\n"] {
            #expect(!digests.contains(ContentDigest.of(guess)))
        }
        try await world.checkRecord()
    }

    @Test(arguments: [("", "x"), ("two words", "x"), ("ok", ""), ("ok", "  \n")])
    func whatCouldNotBeTypedIsRefused(_ name: String, _ text: String) async throws {
        let world = try await World.make()
        #expect(await code { _ = try await keep(name, text, .snippet, world) } == .badRequest)
    }

    @Test func aWordOfTheSpellingListHasNoText() async throws {
        let world = try await World.make()
        #expect(try await keep("Kettlo", "", .spelling, world) == ["Kettlo"])
        #expect(await code { _ = try await keep("Kettlo", "x", .spelling, world) } == .badRequest)
    }
}

import Core
import Foundation
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Knows four words.
private struct FourWords: SpellingChecker {
    let dictionaries: Set<String> = ["de_DE", "en_US"]

    func guesses(_ words: [String], in dictionary: String) async -> [String: [String]] {
        let known: Set = ["Ihre", "Rechnung", "kommt", "morgen"]
        return Dictionary(
            words.filter { !known.contains($0) }.map { ($0, ["Rechnung"]) },
            uniquingKeysWith: { first, _ in first })
    }
}

@Suite struct SpellingTests {
    private func check(
        _ text: String, _ world: World, language: LanguageCode? = nil
    ) async throws -> CheckSpelling.Reply {
        let ticket = try await world.question()
        return try await world.desk.perform(
            CheckSpelling(ticket: ticket, text: text, language: language), as: world.ana)
    }

    @Test func unknownWordsAreMarkedWhereTheyStand() async throws {
        let world = try await World.make(spelling: FourWords())
        let text = "Ihre Rechnugn kommt morgen, 李伟."
        let reply = try await check(text, world, language: "de")
        #expect(reply.dictionary == "de_DE")
        #expect(reply.findings.map(\.text) == ["Rechnugn"])
        #expect(reply.findings.map(\.start) == [5] && reply.findings.map(\.end) == [13])
        #expect(reply.findings.map(\.suggestion) == ["Rechnung"])
        #expect(reply.findings.allSatisfy { $0.severity == .advise })
    }

    @Test func namesOfTheCaseAndOwnWordsAreKnown() async throws {
        let world = try await World.make(spelling: FourWords())
        _ = try await world.desk.perform(
            KeepOwnWord(kind: .spelling, word: OwnWordContent(name: "Kettlo")), as: world.ana)
        let reply = try await check("Ihre kettlo kommt morgen, Ana Nova", world, language: "de")
        #expect(reply.findings.isEmpty)
    }

    /// What the buyer wrote, what was ordered and what the template says is spelled right here.
    @Test func wordsOfTheBuyerAndOfAnInsertedTemplateAreKnown() async throws {
        let world = try await World.make(spelling: FourWords())
        let ticket = try await world.question("Wo bleibt mein Tarmo Zwei?")
        func unknown(_ text: String) async throws -> [String] {
            try await world.desk.perform(
                CheckSpelling(ticket: ticket, text: text, language: "de"), as: world.ana
            ).findings.map(\.text)
        }
        #expect(try await unknown("Ihre Tarmo Bestellung kommt") == ["Bestellung"])
        _ = try await world.desk.perform(
            RenderTemplate(template: "late.de", ticket: ticket), as: world.ana)
        #expect(try await unknown("Ihre Tarmo Bestellung kommt") == [])
        #expect(try await unknown("Ihre Rechnugn") == ["Rechnugn"])
    }

    @Test func withoutADictionaryNothingIsSaid() async throws {
        let world = try await World.make(spelling: FourWords())
        let french = try await check("Votre facutre", world, language: "fr")
        #expect(french.dictionary == nil && french.findings.isEmpty)
        let off = try await World.make()
        #expect(try await check("Rechnugn", off, language: "de").dictionary == nil)
    }

    /// The program that `make deps` installs, with its own dictionaries.
    @Test(arguments: [
        ("de_DE", "Rechnugn", "Rechnung"), ("fr_FR", "facutre", "facture"),
        ("en_US", "recieve", "receive"), ("it_IT", "fattuura", "fattura"),
        ("es_ES", "facutra", "factura"),
    ])
    func hunspellKnowsItsLanguages(
        _ dictionary: String, _ wrong: String, _ right: String
    ) async throws {
        let checker = try #require(SpellingPrograms.find("hunspell"), "hunspell is not installed")
        let guesses = await checker.guesses([right, wrong, right], in: dictionary)
        #expect(guesses.keys.sorted() == [wrong])
        #expect(guesses[wrong]?.contains(right) == true)
        // The same process answers again, and a word that looks like a command is only a word.
        let again = await checker.guesses([wrong, "!", "*\(right)", "~x"], in: dictionary)
        #expect(again[wrong] == guesses[wrong])
    }

    @Test func aProgramThatIsNotThereSaysNothing() async {
        let checker = PipeSpelling(["/nonexistent/speller"], dictionaries: ["de_DE"])
        #expect(await checker.guesses(["Rechnugn"], in: "de_DE").isEmpty)
        #expect(SpellingPrograms.find("off") == nil)
    }

    /// A program that hangs costs one letter its patience and no other; it is started once, and left
    /// alone after that.
    @Test func lettersDoNotQueueBehindAProgramThatHangs() async throws {
        let starts = FileManager.default.temporaryDirectory.path + "/spell-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: starts) }
        let checker = PipeSpelling(
            ["/bin/sh", "-c", "echo x >> \(starts); exec sleep 600"], dictionaries: ["de_DE"],
            patience: .milliseconds(300), rest: .seconds(600))
        let all = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask { await checker.guesses(["Rechnugn"], in: "de_DE").count }
            }
            return await group.reduce(0, +)
        }
        #expect(all == 0)
        #expect(await checker.guesses(["Rechnugn", "facutre"], in: "de_DE").isEmpty)
        #expect(try String(contentsOfFile: starts, encoding: .utf8) == "x\n")
    }

    /// One that says nothing costs its time once a letter, and the letter is not marked.
    @Test func aProgramThatIsSilentIsGivenUp() async {
        let checker = PipeSpelling(
            ["/bin/sleep"], dictionaries: ["600"], patience: .milliseconds(50))
        #expect(await checker.guesses(["Rechnugn"], in: "600").isEmpty)
    }
}

import Foundation
import Testing

extension DeskScenarios {
    /// `deskhand lint --jsonl`: keys, offsets, exit codes.
    @Suite struct LintCommandTests {
        private let good = #"{"id":"a","text":"Guten Tag, Ihr Paket kommt morgen an.","lang":"de"}"#
        private let bad =
            #"{"id":"b","text":"Grüße, schreiben Sie an hilfe@shop.example","lang":"de"}"#

        @Test func cleanTextsPass() async throws {
            let result = try await lint(good + "\n")
            #expect(result.code == 0)
            let line = try result.json()
            #expect(line.keys == ["id", "blocked", "lang", "findings"])
            #expect(line["id"].text == "a")
            #expect(line["blocked"].flag == false)
            #expect(line["lang"].text == "de")
            #expect(line["findings"].list.isEmpty)
        }

        @Test func aBlockedTextIsMarkedByBytes() async throws {
            let result = try await lint("\(good)\n\(bad)\n")
            #expect(result.code == 1)
            let lines = try result.jsonLines()
            #expect(lines.map { $0["id"].text } == ["a", "b"])
            #expect(lines.map { $0["blocked"].flag } == [false, true])
            let finding = try #require(lines[1]["findings"].list.first)
            #expect(
                finding.keys == [
                    "rule", "category", "severity", "start", "end", "text", "message",
                    "suggestion",
                ])
            #expect(finding["category"].text == "contact-email")
            #expect(finding["severity"].text == "block")
            // Counted in UTF-8 bytes: the two letters with two bytes stand before it.
            #expect(finding["start"].number == 26)
            #expect(finding["end"].number == 44)
            #expect(finding["text"].text == "hilfe@shop.example")
            #expect(finding["message"].text?.isEmpty == false)
        }

        @Test(arguments: [
            ("not JSON", ":2: not a JSON object"), ("[1]", ":2: not a JSON object"),
            (#"{"id":"c"}"#, ":2: text: a string is needed"),
            (#"{"id":"c","text":5}"#, ":2: text: a string is needed"),
            (#"{"id":"c","text":"x","lang":7}"#, ":2: lang: a string is needed"),
            (#"{"id":"c","text":"x","marketplace":"ZZ"}"#, ":2: marketplace: there is no ZZ"),
        ])
        func aBadLineIsNamedAndTheOthersAreAnswered(line: String, words: String) async throws {
            let result = try await lint("\(good)\n\(line)\n\(bad)\n")
            #expect(result.code == 2)
            #expect(result.errors.contains(words), "\(result.errors)")
            #expect(try result.jsonLines().map { $0["id"].text } == ["a", "b"])
        }

        @Test func anUnknownMarketplaceIsRefusedAndHelpNamesTheCommand() async throws {
            let desk = try TestDesk(.onMaildir)
            let refused = try await desk.run(["lint", "--marketplace", "ZZ"], input: "Hello.")
            #expect(refused.code == 2 && refused.errors.contains("ZZ"), "\(refused.errors)")
            #expect(try await desk.run(["lint", "--marketplace", "uk"], input: "Hello.").code == 0)
            #expect(try await desk.run(["lint", "/dev/null"]).code == 0)
            let help = try await desk.run(["lint", "--help"])
            #expect(help.text.contains("USAGE: deskhand lint "), "\(help.text)")
        }

        @Test func filesThatCannotBeReadAreNamed() async throws {
            let desk = try TestDesk(.onMaildir)
            let missing = try await desk.run(["lint", "--jsonl", "/nonexistent/texts.jsonl"])
            #expect(missing.code == 2)
            #expect(missing.errors.contains("/nonexistent/texts.jsonl: cannot be read"))
            let file = try desk.folder.write([0xFF, 0xFE, 0x00], to: "binary.txt")
            let binary = try await desk.run(["lint", file])
            #expect(binary.code == 2)
            #expect(binary.errors.contains("not UTF-8 text"))
        }

        @Test func aTeamsRulesCountAndBadOnesAreNamed() async throws {
            let desk = try TestDesk(.onMaildir)
            let rules = """
                version = "1"
                [[rule]]
                code = "SHOP-01"
                severity = "block"
                terms = { en = "abracadabra" }
                why = { en = "Not our word." }
                hit = ["We say abracadabra."]
                miss = ["We say nothing."]

                """
            // Beside the desk's own configuration, which is no file of rules.
            let folder = desk.folder.path + "/rules"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false)
            _ = try desk.folder.write(Array(rules.utf8), to: "rules/house.toml")
            let words = ["lint", "--rules", folder]
            let found = try await desk.run(words, input: "Say abracadabra.")
            #expect(found.code == 1)
            #expect(found.text.contains("SHOP-01: Not our word."))
            let told = try await desk.run(words + ["--explain", "shop-01"])
            #expect(told.text.contains("+ We say abracadabra."))
            _ = try desk.folder.write(Array((rules + "colour = 1\n").utf8), to: "rules/house.toml")
            let refused = try await desk.run(words, input: "Hello.")
            #expect(refused.code == 2)
            #expect(refused.errors.contains("house.toml:9: "))
        }

        @Test func fixesAreApplied() async throws {
            let desk = try TestDesk(.onMaildir)
            let fixed = try await desk.run(
                ["lint", "--fix"], input: "Thank you 😊. Please call 020 7946 0321.\n")
            #expect(fixed.code == 0)
            #expect(fixed.text == "Thank you. Please reply to this message.\n")
        }

        private func lint(_ input: String) async throws -> CommandResult {
            try await TestDesk(.onMaildir).run(["lint", "--jsonl"], input: input)
        }
    }
}

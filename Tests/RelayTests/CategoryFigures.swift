import Foundation
import HelpDesk
import LanguageKit
import Testing

@testable import ChannelAmazon

/// How well texts are placed that nobody looked at while the phrases were written: 30 a language,
/// about things that the shipped texts do not name. The table of docs/performance.md:
/// `scripts/run-tests --filter CategoryFigures` prints it.
struct CategoryFigures {
    private struct Text {
        var language: LanguageCode
        var category: InquiryCategory
        var text: String
    }

    private static func heldOut() throws -> [Text] {
        let url = try #require(
            Bundle.module.url(
                forResource: "inquiries-heldout", withExtension: "tsv", subdirectory: "Fixtures"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
            let cells = line.split(separator: "\t")
            try #require(cells.count == 3)
            return Text(
                language: LanguageCode(String(cells[0])),
                category: try #require(InquiryCategory(rawValue: String(cells[1]))),
                text: String(cells[2]))
        }
    }

    @Test func rulesModelAndBoth() throws {
        let tables = try RelayTables.embedded()
        let reader = RelayMailReader(tables: tables)
        var report = CategoryReport()
        for text in try Self.heldOut() {
            let rules = reader.categoryRules(
                topic: "", text: text.text, hasOrder: text.category != .preSaleQuestion,
                language: text.language)
            let guess = ShippedCategories.model.guess(text.text)?.category ?? .other
            let both =
                rules.asksModel
                ? rules.asking(ShippedCategories.model, version: 0, about: text.text) : rules
            report.rules.add(rules.rule, for: text.category, in: text.language)
            report.model.add(guess, for: text.category, in: text.language)
            report.both.add(both.category, for: text.category, in: text.language)
        }
        #expect(report.both.count == 210)
        print(Self.table(report))
        let (rules, both) = (report.rules.accuracy ?? 0, report.both.accuracy ?? 0)
        #expect(rules >= 0.5)
        #expect(both >= 0.63 && both > rules + 0.05)
        #expect((report.both.macroF1 ?? 0) >= 0.6)
        for language in report.both.languages {
            #expect((report.both.only(language).accuracy ?? 0) >= 0.5, "\(language)")
        }
        // What is about nothing that the desk knows must not be talked into something.
        let other = report.both.lines.first { $0.category == .other }
        #expect((other?.recall ?? 0) >= 0.35)
    }

    private static func table(_ report: CategoryReport) -> String {
        func share(_ value: Double?) -> String { String(Int(((value ?? 0) * 1000).rounded())) }
        var lines = ["placing: n, accuracy and macro-F1 in thousandths (rules | model | both)"]
        func add(_ name: String, _ part: (CategoryScores) -> CategoryScores) {
            let scores = [report.rules, report.model, report.both].map(part)
            lines.append(
                "\(name) n \(scores[0].count) "
                    + scores.map { "\(share($0.accuracy)) \(share($0.macroF1))" }
                    .joined(separator: " | "))
        }
        add("all") { $0 }
        for language in report.both.languages { add(language.rawValue) { $0.only(language) } }
        for line in report.both.lines {
            let rules = report.rules.lines.first { $0.category == line.category }
            lines.append(
                "\(line.category.rawValue) n \(line.count) F1 \(share(rules?.f1)) -> "
                    + "\(share(line.f1)) precision \(share(line.precision)) "
                    + "recall \(share(line.recall))")
        }
        return lines.joined(separator: "\n")
    }

    /// Phrases alone must not make something of plain words that name no matter.
    @Test(arguments: ["Hello", "Guten Tag", "Merci", "ok", "你好", "はい", "???", "", "12345"])
    func aGreetingIsAboutNothing(text: String) throws {
        let tables = try RelayTables.embedded()
        let judgement = ShippedCategories.judgement(
            by: CategoryJudge(table: tables.categories), topic: "", text: text, hasOrder: true,
            language: .undetermined)
        #expect(judgement.category == .other, "\(judgement)")
    }

    @Test func theLongestTextIsJudgedByItsBeginning() {
        let text = String(repeating: "The scale shows nothing at all. ", count: 20_000)
        #expect(ShippedCategories.model.guess(text)?.category == .damagedDefective)
    }
}

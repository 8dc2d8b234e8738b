import Compliance
import Foundation
import HelpDesk
import SwiftExtensions
import TOMLKit
import Testing

@testable import Simulator

/// The templates of the sample data: they parse, they fill in, and no rule objects.
@Suite struct SampleTemplateTests {
    private static func templates() throws -> [(file: String, template: ReplyTemplate)] {
        let folder = SampleData.folder + "/templates"
        return try SampleFile.names(in: folder, ending: ".toml").flatMap { name in
            let table = try TOMLTable(string: try SampleFile.text(folder + "/" + name))
            let language = try #require(table["language"]?.string)
            let rows = try #require(table["template"]?.array)
            return try rows.compactMap(\.table).map { row in
                (
                    name,
                    ReplyTemplate(
                        key: TemplateKey(try #require(row["key"]?.string)),
                        title: try #require(row["title"]?.string),
                        language: LanguageCode(language),
                        category: try #require(
                            InquiryCategory(rawValue: row["category"]?.string ?? "")),
                        body: try #require(row["body"]?.string))
                )
            }
        }
    }

    private static let values: [String: TemplateValue] = [
        "buyer.greeting": .text("Hello,"), "order.id": .text("026-5520918-7726641"),
        "order.items": .list(["Kettle"]), "shipment.carrier": .text("Royal Mail"),
        "shipment.tracking": .text("RM123456789GB"), "agent.alias": .text("Mei"),
        "store.signature": .text("Nova Home"),
    ]

    @Test func coverSevenLanguages() throws {
        let templates = try Self.templates()
        #expect(templates.count >= 30)
        #expect(Set(templates.map(\.template.language)).count == 7)
        #expect(Set(templates.map(\.template.key)).count == templates.count)
    }

    @Test func areSound() throws {
        for (file, template) in try Self.templates() {
            #expect(template.validate(file: file, line: 1).isEmpty, "\(template.key)")
        }
    }

    @Test func renderWithoutGapsAndPassTheLinter() throws {
        let today = CivilTime(SampleData.now)
        for (_, template) in try Self.templates() {
            let rendered = try template.render(Self.values, today: today)
            #expect(rendered.missing.isEmpty, "\(template.key) \(rendered.missing)")
            let asTemplate = Linter.lint(
                template.body, context: LintContext(messageKind: .template))
            #expect(asTemplate.isEmpty, "\(template.key) \(asTemplate)")
            let findings = Linter.lint(rendered.text)
            #expect(findings.isEmpty, "\(template.key) \(findings)")
        }
    }

    @Test func anUnfilledTemplateIsBlocked() throws {
        let template = try #require(try Self.templates().first?.template)
        let rendered = try template.render([:], today: CivilTime(SampleData.now))
        #expect(!rendered.missing.isEmpty)
        #expect(Linter.lint(rendered.text).isBlocking)
    }
}

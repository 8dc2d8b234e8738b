import HelpDesk
import SwiftExtensions
import Testing

@Suite struct TemplateRenderingTests {
    private let today = CivilTime(year: 2026, month: 2, day: 27)

    private func template(_ body: String, _ language: LanguageCode = "en") -> ReplyTemplate {
        ReplyTemplate(
            key: TemplateKey("test.\(language.rawValue)"), title: "Test", language: language,
            category: .whereIsMyOrder, body: body)
    }

    @Test func fillsVariablesAndKeepsTheRest() throws {
        let rendered = try template("Dear {{ buyer.name }},\n\nOrder {{order.id}} { } is here.")
            .render(
                ["buyer.name": .text("Ms Hale"), "order.id": .text("026-1-2")], today: today)
        #expect(rendered.text == "Dear Ms Hale,\n\nOrder 026-1-2 { } is here.")
        #expect(rendered.missing.isEmpty)
    }

    @Test func showsMissingValuesAndNamesThemOnce() throws {
        let body = "{{shipment.tracking}} {{order.id}} {{shipment.tracking}} {{buyer.name}}"
        let rendered = try template(body).render(
            ["order.id": .text("1"), "buyer.name": .text("")], today: today)
        #expect(rendered.text == "{{shipment.tracking}} 1 {{shipment.tracking}} {{buyer.name}}")
        #expect(rendered.missing == ["shipment.tracking", "buyer.name"])
    }

    @Test func conditionsAskOnlyWhetherAValueIsThere() throws {
        let body = """
            Hello

            {{#if shipment.tracking}}Number {{shipment.tracking}}.{{/if}}

            {{#if order.cancelled}}Cancelled.{{#if order.id}} {{order.id}}{{/if}}{{/if}}
            Bye
            """
        let without = try template(body).render([:], today: today)
        #expect(without.text == "Hello\n\nBye")
        #expect(without.missing.isEmpty)
        let with = try template(body).render(
            ["order.cancelled": .flag(true), "order.id": .text("7")], today: today)
        #expect(with.text == "Hello\n\nCancelled. 7\nBye")
    }

    @Test func valuesAreNeverReadAsTemplates() throws {
        let rendered = try template("{{buyer.name}}").render(
            ["buyer.name": .text("{{order.id}}"), "order.id": .text("9")], today: today)
        #expect(rendered.text == "{{order.id}}")
    }

    @Test(arguments: [
        ("en", "Sunday, March 1", "$1,234.50"), ("de", "Sonntag, 1. März", "1.234,50 $"),
        ("fr", "dimanche 1er mars", "1\u{202F}234,50 $"),
        ("it", "domenica 1º marzo", "1.234,50 $"),
        ("es", "domingo, 1 de marzo", "1.234,50 $"), ("ja", "3月1日(日)", "$1,234.50"),
        ("zh-Hans", "3月1日（周日）", "$1,234.50"),
    ])
    func writesDaysAndMoneyInTheTemplatesLanguage(language: String, day: String, price: String)
        throws
    {
        let rendered = try template("{{today+2d}} {{order.total}}", LanguageCode(language))
            .render(
                ["order.total": .money(Money(amount: "1234.50", currency: "USD"))], today: today)
        #expect(rendered.text == "\(day) \(price)")
    }

    @Test func yenHaveNoFraction() throws {
        let rendered = try template("{{order.total}}", "ja").render(
            ["order.total": .money(Money(amount: "12480", currency: "JPY"))], today: today)
        #expect(rendered.text == "12,480円")
    }

    @Test(arguments: [
        ("en", "a lid, a pan, and a pot"), ("de", "a lid, a pan und a pot"),
        ("ja", "a lid、a pan、a pot"),
    ])
    func joinsLists(language: String, text: String) throws {
        let rendered = try template("{{order.items}}", LanguageCode(language)).render(
            ["order.items": .list(["a lid", "a pan", "a pot"])], today: today)
        #expect(rendered.text == text)
    }
}

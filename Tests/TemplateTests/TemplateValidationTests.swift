import HelpDesk
import Testing

@Suite struct TemplateValidationTests {
    @Test(arguments: [
        ("Hi {{buyer.nme}}", TemplateProblem.Code.unknownVariable, 1, 4, "buyer.nme"),
        ("Hi\n  {{order.id", .unclosedSlot, 2, 3, "order.id"),
        ("Hi {{order.id\n}}", .unclosedSlot, 1, 4, "order.id"),
        ("{{ }}", .emptySlot, 1, 1, ""),
        ("a {{/if}}", .strayEnd, 1, 3, "/if"),
        ("{{#if order.id}} b", .unclosedCondition, 1, 19, ""),
        ("{{#each order.items}}{{/if}}", .unknownBlock, 1, 1, "#each order.items"),
        ("\n\n{{today+99d}}", .unknownVariable, 3, 1, "today+99d"),
    ])
    func namesThePlaceOfAMistake(
        body: String, code: TemplateProblem.Code, line: Int, column: Int, detail: String
    ) {
        let template = ReplyTemplate(
            key: "a", title: "A", language: "en", category: .other, body: body)
        #expect(
            template.validate(file: "en.toml", line: 10, bodyLine: 16) == [
                TemplateProblem(
                    file: "en.toml", line: 15 + line, column: column, field: "body", code: code,
                    detail: detail)
            ])
    }

    @Test func namesTheFieldOfAMistake() {
        let template = ReplyTemplate(
            key: "", title: "", language: "tlh", category: .other, body: "", version: 0)
        let problems = template.validate(file: "x.toml", line: 3)
        #expect(problems.map(\.field) == ["key", "title", "body", "version", "language"])
        #expect(problems.allSatisfy { $0.line == 3 && $0.file == "x.toml" })
    }

    @Test func acceptsEveryKnownVariable() {
        let body = TemplateVariable.all.map { "{{\($0.name)}}" }.joined() + "{{today+60d}}"
        let template = ReplyTemplate(
            key: "a", title: "A", language: "ja", category: .other, body: body)
        #expect(template.validate(file: "", line: 1).isEmpty)
        #expect(template.variables.count == TemplateVariable.all.count + 1)
    }

    @Test func scopeDecidesWhereItApplies() {
        var template = ReplyTemplate(
            key: "a", title: "A", language: "en", category: .other, body: "x")
        #expect(template.applies(to: "nova-eu", on: nil))
        template.marketplaces = ["UK"]
        #expect(template.applies(to: "nova-eu", on: "UK"))
        #expect(!template.applies(to: "nova-eu", on: "DE"))
        #expect(!template.applies(to: "nova-eu", on: nil))
        template.stores = ["kumo-eu"]
        #expect(!template.applies(to: "nova-eu", on: "UK"))
    }
}

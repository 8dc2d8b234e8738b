import HelpDesk
import TOMLKit

/// Reads the examples of a rule: plain texts, or tables that say what the desk knew.
struct ExampleReader {
    let row: RuleRow
    let rule: LintRule

    func examples(_ key: String, isHit: Bool) throws(LintTableFault) -> [LintExample] {
        guard let value = row.table[key] else { return [] }
        guard let list = value.array else { throw row.fault(key, "must be a list of texts") }
        var examples: [LintExample] = []
        for value in list {
            if let text = value.string {
                examples.append(
                    LintExample(
                        text: text, context: standard, isHit: isHit, key: "\(row.name).\(key)"))
            } else if let table = value.table {
                let row = RuleRow(file: row.file, name: "\(row.name).\(key)", table: table)
                examples.append(try example(row, isHit: isHit))
            } else {
                throw row.fault(key, "must be a list of texts")
            }
        }
        return examples
    }

    /// A reply where the rule looks at replies, on a marketplace of the rule.
    private var standard: LintContext {
        let kind = LintMessageKind.allCases.first { rule.kinds.contains($0) } ?? .reply
        return LintContext(
            messageKind: kind,
            marketplace: rule.marketplaces.sorted().first.map { MarketplaceCode($0) })
    }

    private func example(_ row: RuleRow, isHit: Bool) throws(LintTableFault) -> LintExample {
        try row.allow([
            "text", "kind", "marketplace", "language", "order", "limit", "files", "requests",
            "days", "opted_out",
        ])
        var context = standard
        context.messageKind =
            try row.value("kind", LintMessageKind.allCases) ?? context.messageKind
        if let code = try row.optionalText("marketplace") {
            context.marketplace = MarketplaceCode(code)
        }
        context.language = try row.optionalText("language").map { LanguageCode($0) }
        context.orderID = try row.optionalText("order").map { OrderID($0) }
        context.characterLimit = try row.integer("limit")
        context.attachments = try row.texts("files") ?? []
        context.earlierReviewRequests = try row.integer("requests") ?? 0
        context.daysSinceCompletion = try row.integer("days")
        context.hasOptedOut = try row.flag("opted_out") ?? false
        return LintExample(
            text: try row.text("text"), context: context, isHit: isHit, key: row.name)
    }
}

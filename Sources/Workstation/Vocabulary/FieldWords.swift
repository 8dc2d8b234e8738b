import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets

/// Fields of groups, profiles, rules and policies in the reader's words; documents and commands keep
/// the codes.
struct FieldWords {
    let words: Words

    /// `stores: nova-eu · tags: refund`, wrapped and indented.
    func lines(_ fields: [(String, String)], indent: Int, width: Int) -> [TextLine] {
        let text = fields.map { "\(name($0.0)): \(value($0.1, of: $0.0))" }
            .joined(separator: " · ")
        guard !text.isEmpty else { return [] }
        return SafeText.line(text).wrapped(width: max(8, width - indent)).map {
            [StyledText(String(repeating: " ", count: indent) + $0, .muted)]
        }
    }

    func name(_ field: String) -> String {
        (conditionName(field) ?? Self.teamName(field)).map { words($0) } ?? field
    }

    /// Categories, priorities and the like go by their words; names stay as they are.
    func value(_ text: String, of field: String) -> String {
        let parts = text.split(separator: ", ").map(String.init)
        return parts.map { word($0, of: field).map { words($0) } ?? $0 }.joined(separator: ", ")
    }

    private func word(_ code: String, of field: String) -> Phrase? {
        switch field {
        case "categories": InquiryCategory(rawValue: code).map(CategoryWords.phrase)
        case "priorities", "priority": TicketPriority(rawValue: code).map(LifeStrings.priority)
        case "flags": PolicyFacts.Flag(rawValue: code).map(Self.flag)
        case "fulfilments": PolicyFacts.Fulfilment(rawValue: code).map(Self.fulfilment)
        default: code == "yes" ? Phrase("field.yes", "yes") : nil
        }
    }

    private static func flag(_ flag: PolicyFacts.Flag) -> Phrase {
        switch flag {
        case .claimOpen: Phrase("field.claim-open", "claim open")
        case .earlierComplaint: Phrase("field.earlier-complaint", "earlier complaint")
        }
    }

    private static func fulfilment(_ fulfilment: PolicyFacts.Fulfilment) -> Phrase {
        switch fulfilment {
        case .platform: Phrase("field.by-platform", "by Amazon")
        case .seller: Phrase("field.by-seller", "by the seller")
        }
    }

    private func conditionName(_ field: String) -> Phrase? {
        switch field {
        case "stores": Phrase("field.stores", "stores")
        case "marketplaces": Phrase("field.marketplaces", "marketplaces")
        case "kinds": Phrase("field.kinds", "kinds of message")
        case "categories": Phrase("field.categories", "categories")
        case "priorities": Phrase("field.priorities", "priorities")
        case "languages": Phrase("field.languages", "languages")
        case "fulfilments": Phrase("field.fulfilments", "shipped")
        case "flags": Phrase("field.flags", "buyer")
        case "hours": Phrase("field.hours", "hours")
        case "value": Phrase("field.value", "order value")
        default: nil
        }
    }

    private static func teamName(_ field: String) -> Phrase? {
        switch field {
        case "name": Phrase("field.name", "name")
        case "members": Phrase("field.members", "members")
        case "leads": Phrase("field.leads", "leads")
        case "deputies": Phrase("field.deputies", "deputies")
        case "calendar": Phrase("field.calendar", "calendar")
        case "strategy": Phrase("field.strategy", "strategy")
        case "overflow": Phrase("field.overflow", "helped by")
        case "translates": Phrase("field.translates", "works with translations")
        case "owners_only": Phrase("field.owners-only", "only owners answer")
        case "closed": Phrase("field.closed", "closed")
        case "group": Phrase("field.group", "goes to")
        case "required": Phrase("field.required", "skills needed")
        case "preferred": Phrase("field.preferred", "skills preferred")
        case "designated": Phrase("field.designated", "first to")
        case "priority": Phrase("field.priority", "priority")
        case "tags": Phrase("field.tags", "tags")
        case "off": Phrase("field.off", "switched off")
        case "skills": Phrase("field.skills", "skills")
        case "cap": Phrase("field.cap", "limit")
        case "weight": Phrase("field.weight", "share")
        case "position": Phrase("field.position", "place")
        default: nil
        }
    }
}

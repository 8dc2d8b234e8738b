import HelpDesk

extension LibrarySentences {
    /// What a template's author has to mend. `value` is the word that is wrong.
    static func mistake(_ reason: String, in template: String, _ value: String) -> Phrase {
        let given = ["name": template, "value": value]
        return switch TemplateProblem.Code(rawValue: reason) {
        case .unknownVariable:
            Phrase("library.no-variable", "Template {name}: there is no variable {value}.", given)
        case .unclosedSlot, .emptySlot:
            Phrase(
                "library.bad-slot", "Template {name}: braces stand open or empty in a line.", given)
        case .unclosedCondition, .strayEnd, .unknownBlock:
            Phrase(
                "library.bad-condition", "Template {name}: a condition does not begin or end.",
                given)
        case .emptyField: Phrase("library.empty-field", "Template {name}: {value} is empty.", given)
        case .unknownLanguage:
            Phrase(
                "library.no-language", "Template {name}: {value} is no language of templates.",
                given)
        case .unknownStore:
            Phrase("library.no-store", "Template {name}: the desk has no store {value}.", given)
        case .unknownMarketplace:
            Phrase(
                "library.no-marketplace", "Template {name}: there is no marketplace {value}.",
                given)
        case .badVersion, nil:
            Phrase("error.template-invalid", "The template {name} has a mistake.", given)
        }
    }
}

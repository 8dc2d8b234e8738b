package import SwiftExtensions

/// What a variable of a template is filled with; each form is written by the template's language.
package enum TemplateValue: Hashable, Sendable {
    case text(String)
    /// A day, without a time.
    case date(CivilTime)
    case money(Money)
    case list([String])
    case number(Int)
    case flag(Bool)

    /// Whether `{{#if}}` counts it as there: an empty text, an empty list and false do not.
    var isPresent: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .list(let items): !items.isEmpty
        case .flag(let flag): flag
        case .date, .money, .number: true
        }
    }
}

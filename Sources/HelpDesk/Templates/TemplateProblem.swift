/// Why a template cannot be used, with the place where its author finds it.
package struct TemplateProblem: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// A variable that the desk does not know; the detail is its name.
        case unknownVariable = "unknown-variable"
        /// `{{` without `}}` in the same line.
        case unclosedSlot = "unclosed-slot"
        /// `{{}}` without a name.
        case emptySlot = "empty-slot"
        /// `{{#if …}}` without `{{/if}}`.
        case unclosedCondition = "unclosed-condition"
        /// `{{/if}}` without `{{#if …}}`.
        case strayEnd = "stray-end"
        /// `{{#…}}` that is not a condition; the detail is the word.
        case unknownBlock = "unknown-block"
        case emptyField = "empty-field"
        case unknownLanguage = "unknown-language"
        case badVersion = "bad-version"
        /// The desk has no such store, or the platform no such marketplace; the detail is its name.
        case unknownStore = "unknown-store"
        case unknownMarketplace = "unknown-marketplace"
    }

    package var file: String
    /// Line in the file, from 1.
    package var line: Int
    /// Column in the line in letters, from 1.
    package var column: Int
    package var field: String
    package var code: Code
    package var detail: String

    package init(
        file: String, line: Int, column: Int, field: String, code: Code, detail: String = ""
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.code = code
        self.detail = detail
    }
}

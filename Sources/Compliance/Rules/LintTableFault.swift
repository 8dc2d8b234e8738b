/// Why a file of rules was refused.
package struct LintTableFault: Error, Hashable, Sendable {
    package let file: String
    /// Line of the key, or of the syntax error; nil when the file as a whole is meant.
    package let line: Int?
    package let key: String
    package let reason: String

    package init(file: String, line: Int?, key: String, reason: String) {
        self.file = file
        self.line = line
        self.key = key
        self.reason = reason
    }
}

/// Which files of a team's rules are in force, and which were refused.
package struct LintRulesNote: Hashable, Sendable, Codable {
    package struct File: Hashable, Sendable, Codable {
        package var name: String
        /// What its author calls this state of it.
        package var version: String
        /// Digest of its text, since authors forget to raise versions.
        package var digest: String

        package init(name: String, version: String, digest: String) {
            self.name = name
            self.version = version
            self.digest = digest
        }
    }

    /// A file that was refused; its last good version, if any, is among the files in force.
    package struct Refusal: Hashable, Sendable, Codable {
        package var name: String
        package var line: Int?
        package var key: String
        package var reason: String

        package init(name: String, line: Int?, key: String, reason: String) {
            self.name = name
            self.line = line
            self.key = key
            self.reason = reason
        }
    }

    package var files: [File]
    package var refused: [Refusal]

    package init(files: [File], refused: [Refusal]) {
        self.files = files
        self.refused = refused
    }
}

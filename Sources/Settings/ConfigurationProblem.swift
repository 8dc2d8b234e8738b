/// One thing wrong in a configuration file: where, and what.
package struct ConfigurationProblem: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case unreadable, syntax
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case wrongType = "wrong-type"
        case badValue = "bad-value"
        case duplicate
        /// The detail is the file's path, or the credential's name.
        case secretMissing = "secret-missing"
        case secretUnreadable = "secret-unreadable"
        case secretEmpty = "secret-empty"
        case noCredentialsDirectory = "no-credentials-directory"
        case secretExposed = "secret-exposed"
        /// An unencrypted endpoint that is not on the loopback.
        case insecureEndpoint = "insecure-endpoint"
        /// A name that no other table defines.
        case unknownReference = "unknown-reference"
    }

    package var file: String
    /// From 1; 0 when the file as a whole is meant.
    package var line: Int
    /// Dotted path such as `mailbox[0].imap`.
    package var key: String
    package var kind: Kind
    /// What was expected, or what was found; never a secret.
    package var detail: String

    package init(file: String, line: Int, key: String, kind: Kind, detail: String) {
        self.file = file
        self.line = line
        self.key = key
        self.kind = kind
        self.detail = detail
    }
}

/// Everything wrong in a configuration, all at once, in the order of the lines.
package struct ConfigurationError: Error, Hashable, Sendable {
    package var problems: [ConfigurationProblem]

    package init(problems: [ConfigurationProblem]) {
        self.problems = problems
    }
}

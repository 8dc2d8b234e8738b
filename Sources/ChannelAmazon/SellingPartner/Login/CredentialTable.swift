package import HelpDesk
import TOMLKit

/// What a grant asks the token endpoint for (RFC 6749).
package enum LoginGrant: String, Sendable, Decodable {
    case refreshToken = "refresh_token"
    case authorisationCode = "authorization_code"
}

/// Tells refusals of our credentials apart by a data file, so that new words need no code.
package struct CredentialTable: Sendable {
    /// What one row says of the refusals that it fits.
    package struct Meaning: Hashable, Sendable {
        package var trouble: CredentialTrouble
        package var errorClass: SyncErrorClass
    }

    private let rows: [Row]

    /// Reads a table in TOML; throws the decoder's error when its shape is wrong.
    package init(toml: String) throws {
        rows = try TOMLDecoder().decode(Document.self, from: toml).trouble
    }

    /// The table that ships with the desk.
    package static let standard: CredentialTable = {
        do {
            return try CredentialTable(toml: EmbeddedTable.text(PackageResources.credentials_toml))
        } catch {
            preconditionFailure("The embedded credential table is read by a test: \(error)")
        }
    }()

    /// What a refusal of the token endpoint means; nil when it is about no credential.
    package func login(
        error: String, description: String, grant: LoginGrant
    ) -> Meaning? {
        let words = description.lowercased()
        return rows.first { row in
            row.at == .login && (row.error ?? error) == error && (row.grant ?? grant) == grant
                && row.isSaid(in: words)
        }?.meaning
    }

    /// What a refusal of a call means; nil when it is about no credential.
    package func call(status: Int, words: String) -> Meaning? {
        let words = words.lowercased()
        return rows.first { row in
            row.at == .call && (row.status ?? status) == status && row.isSaid(in: words)
        }?.meaning
    }

    private enum Side: String, Decodable { case login, call }

    private struct Row: Decodable {
        var at: Side
        var status: Int?
        var error: String?
        var grant: LoginGrant?
        var words: [String]?
        var trouble: CredentialTrouble
        var errorClass: SyncErrorClass

        private enum CodingKeys: String, CodingKey {
            case at, status, error, grant, words, trouble
            case errorClass = "class"
        }

        var meaning: Meaning { Meaning(trouble: trouble, errorClass: errorClass) }

        func isSaid(in text: String) -> Bool { (words ?? []).allSatisfy(text.contains) }
    }

    private struct Document: Decodable {
        var trouble: [Row]
    }
}

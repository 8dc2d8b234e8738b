import ChannelAmazon
import HelpDesk
import Testing

/// Every row of the credential table, by the words that the platform is known to say.
@Suite struct CredentialTableTests {
    struct Login: Sendable, CustomTestStringConvertible {
        var error: String
        var description: String
        var grant: LoginGrant = .refreshToken
        var trouble: CredentialTrouble
        var errorClass: SyncErrorClass
        var testDescription: String { "\(error) \(grant.rawValue) \(trouble.rawValue)" }
    }

    static let logins: [Login] = [
        Login(
            error: "invalid_grant",
            description: "The request has an invalid parameter : refresh_token. User may have "
                + "revoked or didn't grant the permission.",
            trouble: .authorisationEnded, errorClass: .authorisationExpired),
        Login(
            error: "invalid_grant", description: "The authorization code has expired : code",
            grant: .authorisationCode, trouble: .codeExpired, errorClass: .authorisationExpired),
        Login(
            error: "invalid_grant", description: "The code was already used",
            grant: .authorisationCode, trouble: .codeUsed, errorClass: .authorisationExpired),
        Login(
            error: "invalid_grant", description: "The request has an invalid parameter : code",
            grant: .authorisationCode, trouble: .codeRefused, errorClass: .authorisationExpired),
        Login(
            error: "invalid_request", description: "Redirect_URI does not match",
            grant: .authorisationCode, trouble: .redirectMismatch, errorClass: .badRequest),
        Login(
            error: "invalid_client", description: "Client authentication failed",
            trouble: .clientRejected, errorClass: .clientRejected),
        Login(
            error: "invalid_client", description: "Client authentication failed",
            grant: .authorisationCode, trouble: .clientRejected, errorClass: .clientRejected),
        Login(
            error: "unauthorized_client", description: "Not authorized for requested operation",
            trouble: .foreignToken, errorClass: .authorisationExpired),
        Login(
            error: "invalid_scope", description: "", trouble: .wrongCall, errorClass: .bug),
        Login(
            error: "unsupported_grant_type", description: "", trouble: .wrongCall,
            errorClass: .bug),
        Login(
            error: "invalid_request", description: "missing parameter", trouble: .wrongCall,
            errorClass: .bug),
    ]

    @Test(arguments: logins) func aRefusedLoginIsTold(_ row: Login) throws {
        let meaning = try #require(
            CredentialTable.standard.login(
                error: row.error, description: row.description, grant: row.grant))
        #expect(meaning.trouble == row.trouble)
        #expect(meaning.errorClass == row.errorClass)
    }

    @Test func otherWordsOfTheTokenEndpointAreNoCredentialMatter() {
        let meaning = CredentialTable.standard.login(
            error: "server_error", description: "expired", grant: .refreshToken)
        #expect(meaning == nil)
    }

    static let calls: [(Int, String, CredentialTrouble?, SyncErrorClass?)] = [
        (401, "Unauthorized", .accessTokenExpired, .authorisationExpired),
        (
            403,
            "Unauthorized Access to requested resource is denied. The access token you "
                + "provided has expired.", .accessTokenExpired, .authorisationExpired
        ),
        (
            403, "The access token you provided is invalid", .accessTokenExpired,
            .authorisationExpired
        ),
        (403, "InvalidSignature Signature expired: 1 is now earlier", .clockSkew, .badRequest),
        (403, "RequestTimeTooSkewed", .clockSkew, .badRequest),
        (403, "The header x-amz-date is out of range", .clockSkew, .badRequest),
        (403, "The seller account is suspended", .accountSuspended, .accountSuspended),
        (403, "The account was DEACTIVATED", .accountSuspended, .accountSuspended),
        (
            403, "The seller is not in the region of this endpoint", .wrongRegion,
            .permissionMissing
        ),
        (
            403, "Application do not have access to some or all requested resource",
            .roleMissing, .permissionMissing
        ),
        (
            400, "Application does not have access to one or more requested data elements",
            .roleMissing, .permissionMissing
        ),
        (
            400, "Application do not have access to some or all requested resource",
            .roleMissing, .permissionMissing
        ),
        (
            403, "Unauthorized Access to requested resource is denied.", .accessDenied,
            .permissionMissing
        ),
        (400, "InvalidInput", nil, nil), (404, "NotFound", nil, nil),
    ]

    @Test(arguments: calls) func aRefusedCallIsTold(
        status: Int, words: String, trouble: CredentialTrouble?, errorClass: SyncErrorClass?
    ) {
        let meaning = CredentialTable.standard.call(status: status, words: words)
        #expect(meaning?.trouble == trouble)
        #expect(meaning?.errorClass == errorClass)
    }

    @Test func aTableWithAnUnknownWordIsRefused() {
        let row = "[[trouble]]\nat = \"login\"\ntrouble = \"gone-fishing\"\nclass = \"bug\"\n"
        #expect(throws: (any Error).self) { try CredentialTable(toml: row) }
    }
}

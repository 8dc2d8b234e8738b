/// Why the platform does not let us in, told apart as far as its words allow (amazon reference
/// 5.2). The raw values are for programs and never change their meaning.
package enum CredentialTrouble: String, Codable, Sendable, CaseIterable {
    /// The seller took the authorisation back, or it is over a year old.
    case authorisationEnded = "authorisation-ended"
    /// The refresh token was given to another application.
    case foreignToken = "foreign-token"
    /// The application's id or secret is wrong, or the secret has ended.
    case clientRejected = "client-rejected"
    /// The consent's code is older than its five minutes.
    case codeExpired = "code-expired"
    /// The consent's code was exchanged before.
    case codeUsed = "code-used"
    /// The consent's code is not taken, and nothing says whether it is old or used.
    case codeRefused = "code-refused"
    /// The redirect address of the exchange is not that of the consent.
    case redirectMismatch = "redirect-mismatch"
    /// The token endpoint does not understand the call: our mistake.
    case wrongCall = "wrong-call"
    /// The hour of an access token is over; a new one is fetched by itself.
    case accessTokenExpired = "access-token-expired"
    /// The application lacks a role, or the seller has not agreed to it yet.
    case roleMissing = "role-missing"
    /// Access is denied and the answer does not say why: role, region or another store's data.
    case accessDenied = "access-denied"
    /// The account answers at another region's endpoint.
    case wrongRegion = "wrong-region"
    /// The machine's clock is too far from the platform's.
    case clockSkew = "clock-skew"
    case accountSuspended = "account-suspended"
    /// A token or secret of ours cannot be read.
    case secretUnreadable = "secret-unreadable"
}

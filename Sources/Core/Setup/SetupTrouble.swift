package import HelpDesk

/// Why a step of the wizard could not be done, as a code with values for the sentence that the
/// edge makes. Holds no secret.
package struct SetupTrouble: Error, Hashable, Sendable {
    /// The raw values are for programs and never change their meaning.
    package enum Code: String, Sendable, CaseIterable {
        case consentEmpty = "consent-empty"
        case consentNotUnderstood = "consent-not-understood"
        case consentWithoutCode = "consent-without-code"
        case consentIncomplete = "consent-incomplete"
        case consentDenied = "consent-denied"
        case stateForeign = "state-foreign"
        case stateExpired = "state-expired"
        case sellerMismatch = "seller-mismatch"
        case sellerKnown = "seller-known"
        case tokenKnown = "token-known"
        case noMarketplace = "no-marketplace"
        case codeExpired = "code-expired"
        case codeUsed = "code-used"
        case codeRefused = "code-refused"
        case redirectMismatch = "redirect-mismatch"
        case authorisationEnded = "authorisation-ended"
        case foreignToken = "foreign-token"
        case clientRejected = "client-rejected"
        case roleMissing = "role-missing"
        case accessDenied = "access-denied"
        case wrongRegion = "wrong-region"
        case clockSkew = "clock-skew"
        case accountSuspended = "account-suspended"
        case secretUnreadable = "secret-unreadable"
        case network
        case throttled
        case platformOutage = "platform-outage"
        case unexpected
        case endpointMissing = "endpoint-missing"
        case mailNotSent = "mail-not-sent"
        case mailNotBack = "mail-not-back"
        case mailboxUnreadable = "mailbox-unreadable"
        case noSender = "no-sender"
    }

    package var code: Code
    package var arguments: [String: String]

    package init(_ code: Code, _ arguments: [String: String] = [:]) {
        self.code = code
        self.arguments = arguments
    }

    /// What a failed call of the platform means for the wizard.
    package init(_ failure: SyncFailure) {
        let code: Code =
            switch failure.trouble {
            case .authorisationEnded, .accessTokenExpired: .authorisationEnded
            case .foreignToken: .foreignToken
            case .clientRejected: .clientRejected
            case .codeExpired: .codeExpired
            case .codeUsed: .codeUsed
            case .codeRefused: .codeRefused
            case .redirectMismatch: .redirectMismatch
            case .roleMissing: .roleMissing
            case .accessDenied: .accessDenied
            case .wrongRegion: .wrongRegion
            case .clockSkew: .clockSkew
            case .accountSuspended: .accountSuspended
            case .secretUnreadable: .secretUnreadable
            case .wrongCall: .unexpected
            case nil: Self.weather(failure.errorClass)
            }
        self.init(
            code,
            ["detail": "\(failure.message)\(failure.requestID.map { " (\($0))" } ?? "")"])
    }

    private static func weather(_ errorClass: SyncErrorClass) -> Code {
        switch errorClass {
        case .network: .network
        case .throttled: .throttled
        case .platformOutage: .platformOutage
        case .accountSuspended: .accountSuspended
        case .permissionMissing: .accessDenied
        default: .unexpected
        }
    }
}

import HelpDesk

/// What a failed call of the platform means for the doctor (amazon.md 5.2).
enum PlatformTrouble {
    /// The name under which the client reports the token exchange.
    static let loginOperation = "lwa.token"

    /// `denied` is what a refusal for want of permission means for this call.
    static func finding(
        _ failure: SyncFailure, _ store: String, denied: DoctorCode,
        _ arguments: [String: String] = [:]
    ) -> DoctorFinding {
        let code =
            code(failure.trouble) ?? callCode(failure.errorClass, denied: denied)
        let request = failure.requestID.map { " (request \($0))" } ?? ""
        let said = [
            "operation": failure.operation,
            "detail": "\(failure.errorClass.rawValue): \(failure.message)\(request)",
        ]
        return DoctorFinding(code, store, said.merging(arguments) { _, given in given })
    }

    /// Whose fault it is where the platform's words tell; nil where the call decides.
    private static func code(_ trouble: CredentialTrouble?) -> DoctorCode? {
        switch trouble {
        case .authorisationEnded, .accessTokenExpired: .amazonAuthorisationEnded
        case .foreignToken: .amazonForeignToken
        case .clientRejected: .amazonClientRejected
        case .secretUnreadable: .amazonSecretUnreadable
        case .wrongRegion: .amazonWrongRegion
        case .clockSkew: .amazonClockSkew
        case .accountSuspended: .amazonSuspended
        case .codeExpired, .codeUsed, .codeRefused, .redirectMismatch, .wrongCall, .roleMissing,
            .accessDenied, nil:
            nil
        }
    }

    private static func callCode(_ errorClass: SyncErrorClass, denied: DoctorCode) -> DoctorCode {
        switch errorClass {
        case .permissionMissing: denied
        case .authorisationExpired: .amazonAuthorisationEnded
        case .clientRejected: .amazonClientRejected
        case .accountSuspended: .amazonSuspended
        case .network: .amazonNetwork
        case .throttled: .amazonThrottled
        case .platformOutage: .amazonOutage
        case .mailbox, .schemaDrift, .notFound, .badRequest, .bug: .amazonUnexpected
        }
    }
}

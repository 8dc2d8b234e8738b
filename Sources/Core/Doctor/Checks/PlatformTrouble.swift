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
            failure.operation == loginOperation
            ? loginCode(failure) : callCode(failure.errorClass, denied: denied)
        let request = failure.requestID.map { " (request \($0))" } ?? ""
        let said = [
            "operation": failure.operation,
            "detail": "\(failure.errorClass.rawValue): \(failure.message)\(request)",
        ]
        return DoctorFinding(code, store, said.merging(arguments) { _, given in given })
    }

    /// Whose fault a refused exchange is shows in the endpoint's own word for it (RFC 6749 5.2).
    private static func loginCode(_ failure: SyncFailure) -> DoctorCode {
        switch failure.errorClass {
        case .authorisationExpired:
            failure.message.contains("unauthorized_client")
                ? .amazonForeignToken : .amazonAuthorisationEnded
        case .clientRejected:
            failure.message.contains("invalid_client")
                ? .amazonClientRejected : .amazonSecretUnreadable
        default: callCode(failure.errorClass, denied: .amazonUnexpected)
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

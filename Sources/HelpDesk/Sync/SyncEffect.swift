/// What a class of failure does beyond the call that met it, and who has to act (helpdesk 19,
/// channels A4).
package enum SyncEffect: String, Hashable, Sendable, CaseIterable {
    /// Only this call is concerned.
    case none
    /// The shared budget shrinks; nothing is lost.
    case slowed
    /// The way there or the platform is down: calls stop, one now and then finds out.
    case outage
    /// One kind of call is refused until somebody grants it; everything else goes on.
    case capabilityOff = "capability-off"
    /// A person must act; the store's jobs wait and none of them counts it as its own failure.
    case parked
    /// The account is shut by the platform: a slow look whether it is open again.
    case restricted

    /// Whether the store waits for somebody to act.
    package var isForPeople: Bool { self == .parked || self == .restricted }
}

extension SyncErrorClass {
    /// What this class of failure does to the store that met it.
    package var effect: SyncEffect {
        switch self {
        case .authorisationExpired, .clientRejected: .parked
        case .permissionMissing: .capabilityOff
        case .accountSuspended: .restricted
        case .throttled: .slowed
        case .network, .platformOutage, .mailbox: .outage
        case .schemaDrift, .notFound, .badRequest, .bug: .none
        }
    }

    /// Whether trying the same again may help without anybody doing anything.
    package var mayPass: Bool {
        switch self {
        case .throttled, .network, .platformOutage, .mailbox: true
        case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended,
            .schemaDrift, .notFound, .badRequest, .bug:
            false
        }
    }
}

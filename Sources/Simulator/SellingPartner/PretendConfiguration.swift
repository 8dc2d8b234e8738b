package import SwiftExtensions

/// How the pretend platform is set up.
package struct PretendConfiguration: Sendable {
    package var clientID: String
    package var clientSecret: String
    package var sellers: [PretendSeller]
    /// Multiplies the published refill rates; the rate header tells the same.
    package var speed: Double
    /// Makes tokens, request ids and random faults repeatable.
    package var seed: UInt64
    package var tokenLifetime: Duration
    /// What befalls calls by chance; may be changed while the platform runs.
    package var faults: FaultPlan
    package var now: @Sendable () -> Timestamp

    package init(
        clientID: String, clientSecret: String, sellers: [PretendSeller], speed: Double = 1,
        seed: UInt64 = 1, tokenLifetime: Duration = .seconds(3600), faults: FaultPlan = .none,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.sellers = sellers
        self.speed = speed
        self.seed = seed
        self.tokenLifetime = tokenLifetime
        self.faults = faults
        self.now = now
    }
}

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
    /// Share of calls, 0 to 1, that meet a random fault.
    package var faultShare: Double
    package var now: @Sendable () -> Timestamp

    package init(
        clientID: String, clientSecret: String, sellers: [PretendSeller], speed: Double = 1,
        seed: UInt64 = 1, tokenLifetime: Duration = .seconds(3600), faultShare: Double = 0,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.sellers = sellers
        self.speed = speed
        self.seed = seed
        self.tokenLifetime = tokenLifetime
        self.faultShare = faultShare
        self.now = now
    }
}

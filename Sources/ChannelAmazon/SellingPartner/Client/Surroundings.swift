package import SwiftExtensions

/// What the client takes from the world around it; tests bring their own clock and numbers.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Timestamp
    package var sleep: @Sendable (Duration) async throws -> Void
    /// A number that nobody can foresee; used for jitter only.
    package var randomNumber: @Sendable () -> UInt64

    package init(
        now: @escaping @Sendable () -> Timestamp,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        randomNumber: @escaping @Sendable () -> UInt64
    ) {
        self.now = now
        self.sleep = sleep
        self.randomNumber = randomNumber
    }
}

/// Draws from the surroundings.
struct SurroundingRandom: RandomNumberGenerator {
    let surroundings: Surroundings

    mutating func next() -> UInt64 { surroundings.randomNumber() }
}

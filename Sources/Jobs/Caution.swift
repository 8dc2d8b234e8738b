/// The share of a rate that is used after a refusal: halved by each one, and growing by a tenth of
/// the rate in every quiet minute until it is whole again.
package struct Caution: Hashable, Sendable, Codable {
    /// From a twentieth up to one.
    package private(set) var share: Double

    /// The whole rate is used.
    package static let none = Caution(share: 1)

    private static let growthPerSecond = 0.1 / 60
    private static let least = 0.05

    private init(share: Double) {
        self.share = share
    }

    /// A stored share that makes no sense counts as whole.
    package init(from decoder: any Decoder) throws {
        let stored = try decoder.singleValueContainer().decode(Double.self)
        share = stored.isFinite ? min(1, max(Self.least, stored)) : 1
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(share)
    }

    /// Another refusal has come.
    package var afterRefusal: Caution { Caution(share: max(Self.least, share / 2)) }

    /// Lets quiet time pass; returns the seconds at the full rate that it is worth.
    mutating func pass(seconds: Double) -> Double {
        guard share < 1 else { return seconds }
        let growing = min(seconds, (1 - share) / Self.growthPerSecond)
        let worth = growing * share + Self.growthPerSecond * growing * growing / 2
        share = growing < seconds ? 1 : min(1, share + Self.growthPerSecond * growing)
        return worth + (seconds - growing)
    }

    /// Milliseconds until `tokens` more are there, at `rate` a second when whole.
    func wait(forTokens tokens: Double, rate: Double) -> Double {
        let needed = tokens / rate
        guard share < 1 else { return needed * 1000 }
        let growing = (1 - share) / Self.growthPerSecond
        let worth = growing * share + Self.growthPerSecond * growing * growing / 2
        guard needed < worth else { return (growing + needed - worth) * 1000 }
        // The root of growth/2 x² + share x = needed.
        let root = (share * share + 2 * Self.growthPerSecond * needed).squareRoot()
        return (root - share) / Self.growthPerSecond * 1000
    }
}

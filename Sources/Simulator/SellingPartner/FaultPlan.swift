/// Which faults befall calls by chance, and how often.
package struct FaultPlan: Hashable, Sendable {
    package struct Chance: Hashable, Sendable {
        package var fault: PretendFault
        /// Against the weights of the others.
        package var weight: Int

        package init(_ fault: PretendFault, weight: Int = 1) {
            self.fault = fault
            self.weight = weight
        }
    }

    /// Share of calls, 0 to 1, that meet a fault.
    package var share: Double
    package var chances: [Chance]

    package init(share: Double, chances: [Chance]) {
        self.share = share
        self.chances = chances
    }

    /// Nothing goes wrong.
    package static let none = FaultPlan(share: 0, chances: [])

    /// Faults that a reading client survives by trying again at once.
    package static func passing(share: Double) -> FaultPlan {
        FaultPlan(
            share: share,
            chances: [
                Chance(.status(500)), Chance(.status(503)), Chance(.page(status: 503)),
                Chance(.truncatedJSON), Chance(.expiredToken), Chance(.brokenConnection),
            ])
    }

    /// Every kind that real platforms show; pauses are short, for they pass in real time.
    package static func everything(share: Double) -> FaultPlan {
        FaultPlan(
            share: share,
            chances: [
                Chance(.status(429), weight: 2), Chance(.status(500), weight: 3),
                Chance(.status(503), weight: 3), Chance(.page(status: 503)),
                Chance(.page(status: 200)), Chance(.truncatedJSON, weight: 2),
                Chance(.brokenConnection), Chance(.connectionReset(isHandled: false), weight: 2),
                Chance(.connectionReset(isHandled: true), weight: 2),
                Chance(.expiredToken, weight: 2), Chance(.status(401)),
                Chance(.expiredPageTokens, weight: 2), Chance(.slowBody(.milliseconds(5))),
                Chance(.trickledBody(pause: .milliseconds(1))),
                Chance(.skewedDate(.seconds(-5400))),
                Chance(.renamedField("createdTime", to: "creationTime")),
                Chance(.renamedField("orderItems", to: "items")),
                Chance(.retypedField("lastUpdatedTime")), Chance(.retypedField("quantityOrdered")),
            ])
    }

    /// The fault that befalls a call, if any.
    package func sample(using random: inout some RandomNumberGenerator) -> PretendFault? {
        let total = chances.reduce(0) { $0 + max(0, $1.weight) }
        guard share > 0, total > 0, Double.random(in: 0..<1, using: &random) < share else {
            return nil
        }
        var ticket = Int.random(in: 0..<total, using: &random)
        for chance in chances {
            ticket -= max(0, chance.weight)
            if ticket < 0 { return chance.fault }
        }
        return nil
    }
}

/// What came of one week under one strategy.
package struct ReplayOutcome: Hashable, Sendable, Codable {
    package var strategy: RoutingStrategy
    package var seed: UInt64
    package var tickets: Int
    /// Not answered within the platform's 24 hours.
    package var breaches: Int
    /// Minutes from the message to the beginning of its answer.
    package var medianWait: Int
    package var ninetiethWait: Int
    /// How often a ticket went from one person to another.
    package var handOffs: Int
    /// How unevenly work was spread over the hours that people were there: 0 even, 1 all on one.
    package var gini: Double
    /// Work per hour on shift of the busiest and of the idlest, as a share of the mean.
    package var busiest: Double
    package var idlest: Double
    /// Tickets that stood in the supervisor's pane at some time.
    package var urgent: Int

    package init(
        strategy: RoutingStrategy, seed: UInt64, tickets: Int, breaches: Int, medianWait: Int,
        ninetiethWait: Int, handOffs: Int, gini: Double, busiest: Double, idlest: Double,
        urgent: Int
    ) {
        self.strategy = strategy
        self.seed = seed
        self.tickets = tickets
        self.breaches = breaches
        self.medianWait = medianWait
        self.ninetiethWait = ninetiethWait
        self.handOffs = handOffs
        self.gini = gini
        self.busiest = busiest
        self.idlest = idlest
        self.urgent = urgent
    }
}

/// How evenly something is spread.
package enum LoadSpread {
    /// The Gini coefficient of values that are not negative; 0 for none.
    package static func gini(_ values: [Double]) -> Double {
        let sum = values.reduce(0, +)
        guard sum > 0 else { return 0 }
        let weighted = values.sorted().enumerated().reduce(0) {
            $0 + Double($1.offset + 1) * $1.element
        }
        let count = Double(values.count)
        return 2 * weighted / (count * sum) - (count + 1) / count
    }
}

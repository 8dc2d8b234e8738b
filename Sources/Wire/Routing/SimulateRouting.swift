package import HelpDesk

/// Plays the same arrivals under several strategies and compares what comes of it: a past week of
/// the desk, or an invented one. Changes nothing.
package struct SimulateRouting: RemoteCall {
    package static let method = "routing.simulate"

    /// Nil plays the arrivals of the last seven days.
    package var pattern: ArrivalPattern?
    /// Seeds of the invented weeks, or of the handling times of the past one.
    package var seeds: [UInt64]
    package var strategies: [RoutingStrategy]
    /// Rules to play instead of those in force; nil keeps them. Only for the past week.
    package var rules: [RoutingRule]?

    package init(
        pattern: ArrivalPattern?, seeds: [UInt64], strategies: [RoutingStrategy],
        rules: [RoutingRule]? = nil
    ) {
        self.pattern = pattern
        self.seeds = seeds
        self.strategies = strategies
        self.rules = rules
    }

    package struct Reply: Codable, Sendable, Hashable {
        /// One for each strategy and seed, in the order asked for.
        package var outcomes: [ReplayOutcome]
        package init(outcomes: [ReplayOutcome]) { self.outcomes = outcomes }
    }
}

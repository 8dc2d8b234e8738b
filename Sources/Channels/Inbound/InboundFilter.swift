/// One named question asked of a mail; nil means "not mine, ask the next".
package struct InboundFilter<Mail, Verdict>: Sendable {
    package var name: String
    private let decide: @Sendable (Mail) -> Verdict?

    package init(_ name: String, _ decide: @escaping @Sendable (Mail) -> Verdict?) {
        self.name = name
        self.decide = decide
    }

    package func callAsFunction(_ mail: Mail) -> Verdict? { decide(mail) }
}

/// Filters in the order in which they are asked. The first verdict counts.
package struct InboundFilterChain<Mail, Verdict>: Sendable {
    package let filters: [InboundFilter<Mail, Verdict>]
    private let otherwise: @Sendable (Mail) -> Verdict
    private let otherwiseName: String

    /// `otherwise` answers for a mail that no filter claims: nothing falls through.
    package init(
        _ filters: [InboundFilter<Mail, Verdict>], otherwise name: String,
        _ otherwise: @escaping @Sendable (Mail) -> Verdict
    ) {
        self.filters = filters
        self.otherwise = otherwise
        otherwiseName = name
    }

    /// Names of all filters in their order, the last resort included.
    package var names: [String] { filters.map(\.name) + [otherwiseName] }

    /// The verdict on `mail` and the name of the filter that gave it.
    package func verdict(on mail: Mail) -> (name: String, verdict: Verdict) {
        for filter in filters {
            if let verdict = filter(mail) { return (filter.name, verdict) }
        }
        return (otherwiseName, otherwise(mail))
    }
}

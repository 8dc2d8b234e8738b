import SwiftExtensions

/// What tickets weigh (helpdesk section 7.3).
package struct TicketLoad: Hashable, Sendable {
    /// Samples of a category before its own median counts.
    package static let enoughSamples = 50
    /// The desk's median before anything was measured.
    package static let usualHandling: Duration = .minutes(6)

    private let weights: [InquiryCategory: Double]
    /// Median time from beginning an answer to queueing it, over all categories.
    package let handling: Duration

    /// `samples` are handling times in seconds.
    package init(samples: [InquiryCategory: [Int64]] = [:]) {
        let all = Self.median(samples.values.flatMap { $0 })
        let isEnough = samples.values.reduce(0) { $0 + $1.count } >= Self.enoughSamples
        handling = isEnough && all > 0 ? .seconds(all) : Self.usualHandling
        var weights: [InquiryCategory: Double] = [:]
        for (category, times) in samples where times.count >= Self.enoughSamples && all > 0 {
            weights[category] = Double(Self.median(times)) / Double(all)
        }
        self.weights = weights
    }

    /// The lower of the two middle ones for an even number; 0 for none.
    private static func median(_ times: [Int64]) -> Int64 {
        times.isEmpty ? 0 : times.sorted()[(times.count - 1) / 2]
    }

    /// What a new inquiry of a category weighs.
    package func weight(of category: InquiryCategory) -> Double { weights[category] ?? 1 }

    /// What a ticket adds to its owner's load. A case that waits for us counts like an answer owed.
    package func cost(
        category: InquiryCategory, state: TicketState, needsReply: Bool
    ) -> Double {
        if needsReply { return weight(of: category) }
        switch state {
        case .new, .open, .hold: return weight(of: category) * 0.25
        case .pending, .snoozed, .resolved, .closed: return 0
        }
    }
}

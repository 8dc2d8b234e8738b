package import SwiftExtensions

/// Shapes of a week's arrivals, for comparing strategies on the same tickets.
package enum ArrivalPattern: String, Codable, Sendable, CaseIterable {
    /// The same at every hour.
    case steady
    /// Twice as many in the evening as in the morning, half as many at night.
    case evening
    /// Three times as many on the third and fourth day: a delivery that failed for many.
    case surge

    /// How many arrive in an hour of the week, as a share of the mean.
    package func share(hour: Int) -> Double {
        switch self {
        case .steady: 1
        case .evening:
            switch hour % 24 {
            case 0..<7: 0.5
            case 7..<15: 0.85
            case 15..<23: 1.7
            default: 0.7
            }
        case .surge: (48..<96).contains(hour) ? 3 : 1
        }
    }
}

/// One ticket of a replay.
package struct ReplayArrival: Hashable, Sendable {
    package var subject: RoutingSubject
    package var at: Timestamp
    /// What the answer takes somebody of usual speed.
    package var handling: Duration

    package init(subject: RoutingSubject, at: Timestamp, handling: Duration) {
        self.subject = subject
        self.at = at
        self.handling = handling
    }
}

/// Somebody of a replay. Above 1 is faster than usual.
package struct ReplayAgent: Hashable, Sendable {
    package var profile: AgentProfile
    package var scope: StoreScope
    package var languages: [LanguageCode]
    package var speed: Double

    package init(
        profile: AgentProfile, scope: StoreScope = .all, languages: [LanguageCode] = [],
        speed: Double = 1
    ) {
        self.profile = profile
        self.scope = scope
        self.languages = languages
        self.speed = speed
    }
}

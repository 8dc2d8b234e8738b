/// How much an entry of the health report asks of people.
package enum HealthLevel: String, Codable, Sendable, CaseIterable, Comparable {
    case fine, watch, warning, critical

    package static func < (left: HealthLevel, right: HealthLevel) -> Bool {
        guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right)
        else { return false }
        return first < second
    }
}

/// Why an entry has its level.
package enum HealthReason: String, Codable, Sendable, CaseIterable {
    case inOrder = "in-order"
    case accountAtRisk = "account-at-risk"
    case accountDeactivated = "account-deactivated"
    case ratingWarned = "rating-warned"
    case targetMissed = "target-missed"
    case targetNear = "target-near"
    case platformWarning = "platform-warning"
    case statusUnknown = "status-unknown"
}

package struct HealthVerdict: Hashable, Sendable, Codable {
    package var level: HealthLevel
    package var reason: HealthReason

    package init(_ level: HealthLevel, _ reason: HealthReason) {
        self.level = level
        self.reason = reason
    }
}

/// Judges entries by the platform's own words first, then by how near a share is to its target.
package enum HealthRules {
    /// From this part of what the target allows on, a share that still is good is worth a look.
    package static let nearness = 0.8

    package static func verdict(on entry: HealthEntry) -> HealthVerdict {
        switch entry.kind {
        case .account: account(entry.status)
        case .rating: rating(entry.status)
        case .warning: warning(entry.status)
        case .metric, .violation: metric(entry)
        }
    }

    private static func account(_ status: String) -> HealthVerdict {
        switch status {
        case "NORMAL": HealthVerdict(.fine, .inOrder)
        case "AT_RISK": HealthVerdict(.critical, .accountAtRisk)
        // The report's own example says SUSPENDED, which its list of values lacks.
        case "DEACTIVATED", "SUSPENDED": HealthVerdict(.critical, .accountDeactivated)
        default: HealthVerdict(.watch, .statusUnknown)
        }
    }

    private static func rating(_ status: String) -> HealthVerdict {
        switch status {
        case "GREAT": HealthVerdict(.fine, .inOrder)
        case "WARNED": HealthVerdict(.warning, .ratingWarned)
        default: HealthVerdict(.watch, .statusUnknown)
        }
    }

    private static func warning(_ status: String) -> HealthVerdict {
        switch status {
        case "BAD": HealthVerdict(.warning, .platformWarning)
        case "GOOD", "NONE": HealthVerdict(.fine, .inOrder)
        default: HealthVerdict(.watch, .statusUnknown)
        }
    }

    private static func metric(_ entry: HealthEntry) -> HealthVerdict {
        switch entry.status {
        case "BAD": HealthVerdict(.warning, .targetMissed)
        case "GOOD": isNear(entry) ? HealthVerdict(.watch, .targetNear) : .init(.fine, .inOrder)
        case "NONE": HealthVerdict(.fine, .inOrder)
        default: HealthVerdict(.watch, .statusUnknown)
        }
    }

    private static func isNear(_ entry: HealthEntry) -> Bool {
        guard let value = entry.value.flatMap(Double.init),
            let target = entry.target.flatMap(Double.init)
        else { return false }
        switch entry.condition {
        case "LESS_THAN": return target > 0 && value >= target * nearness
        case "GREATER_THAN": return target < 1 && 1 - value >= (1 - target) * nearness
        default: return false
        }
    }
}

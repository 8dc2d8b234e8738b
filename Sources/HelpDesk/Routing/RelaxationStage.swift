package import SwiftExtensions

/// How much is given up so that somebody takes a ticket in time (helpdesk section 7.6). Rights are
/// never given up.
package enum RelaxationStage: Int, Codable, Sendable, CaseIterable, Comparable {
    /// Required and preferred skills.
    case full
    case requiredOnly
    /// The overflow groups help out.
    case overflow
    /// Caps give way by half, and the lead is told.
    case softCaps
    /// Whoever is still unowned stands in the supervisor's pane, and the alarm is on.
    case supervisor

    package static let softCapFactor = 1.5

    /// The stage of a share of the time that is used up.
    package init(usedPercent: Int) {
        self = Self.allCases.last { usedPercent >= $0.fromPercent } ?? .full
    }

    /// The share of the time at which the stage begins.
    package var fromPercent: Int {
        switch self {
        case .full: 0
        case .requiredOnly: 25
        case .overflow: 50
        case .softCaps: 75
        case .supervisor: 90
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// When the next stage begins for a ticket; nil when nothing more is given up.
    package static func nextChange(of subject: RoutingSubject, at now: Timestamp) -> Timestamp? {
        allCases.compactMap { subject.instant(ofPercent: $0.fromPercent) }.first { $0 > now }
    }
}

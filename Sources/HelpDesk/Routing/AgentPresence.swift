package import SwiftExtensions

/// Whether somebody works at the moment. Only an available person is given work.
package enum AgentPresence: String, Codable, Sendable, CaseIterable {
    case available, busy, away, off

    /// 0 for whoever is there.
    package var rank: Int {
        switch self {
        case .available: 0
        case .busy: 1
        case .away: 2
        case .off: 3
        }
    }
}

/// What somebody says of themselves, and until when.
package struct PresenceMark: Hashable, Sendable, Codable {
    package var presence: AgentPresence
    /// When somebody away means to be back.
    package var until: Timestamp?

    package init(_ presence: AgentPresence, until: Timestamp? = nil) {
        self.presence = presence
        self.until = until
    }

    /// Somebody off duty without a word is back after a night.
    package static let usualNight: Duration = .hours(16)
    /// A ticket that is due this soon after the return cannot wait for it (helpdesk section 7.7).
    package static let returnMargin: Duration = .hours(1)

    /// Whether a ticket that is due then must find somebody else now.
    package func mustGiveUp(due: Timestamp?, at now: Timestamp) -> Bool {
        guard let due else { return false }
        switch presence {
        case .available, .busy: return false
        case .away: return due < (until ?? now) + Self.returnMargin
        case .off: return due < (until ?? now + Self.usualNight) + Self.returnMargin
        }
    }
}

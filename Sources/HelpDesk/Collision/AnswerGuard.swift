package import SwiftExtensions

/// One answer that a buyer already got, or is about to get.
package enum AnswerMark: Hashable, Sendable, Codable {
    case reply(OutboxID)
    /// Written on the platform itself and seen as a copy.
    case message(MessageID)
}

/// Asks before a buyer gets a second answer within two minutes (helpdesk section 8.5).
package enum AnswerGuard {
    /// For how long after an answer another one is asked about.
    package static let window: Duration = .seconds(120)

    /// Stands among the rules of an override when somebody answered again knowingly.
    package static let overrideRule = "double-answer"

    /// When a reply counts as given: once the transport has it, and all the while until then. Nil for
    /// one that the buyer does not get, or that waits for a release.
    package static func instant(of reply: OutboxItem) -> Timestamp? {
        switch reply.state {
        case .queued, .sending: reply.queuedAt
        case .accepted, .confirmed: reply.acceptedAt ?? reply.queuedAt
        case .unknown: reply.releaseAt
        case .held, .failed, .bounced, .withdrawn: nil
        }
    }

    /// Whether an answer of `instant` is so fresh that another one needs a word.
    package static func isRecent(_ instant: Timestamp, at now: Timestamp) -> Bool {
        now - instant < window
    }

    /// Whether a reply must be asked about: fresh, or still on its way.
    package static func asksAbout(_ reply: OutboxItem, at now: Timestamp) -> Bool {
        guard let instant = instant(of: reply) else { return false }
        return reply.state == .queued || reply.state == .sending || isRecent(instant, at: now)
    }

    /// Whether a copy of an answer from the platform's own inbox must be asked about.
    package static func asksAbout(_ copy: Message, at now: Timestamp) -> Bool {
        copy.kind == .agentExternal && isRecent(copy.platformTime, at: now)
    }
}

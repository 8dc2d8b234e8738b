package import HelpDesk
import SwiftExtensions
import Wire

/// Whether the text in the composer is its author's to send. The core decides; this is what it said.
package enum ComposerLease: Hashable, Sendable {
    /// Asked for; a refusal is a question to the author while the composer opens.
    case asked(isOpening: Bool)
    case held(token: String)
    /// Somebody else writes the answer; this text is kept and cannot be sent. Who waits takes the
    /// answer again once nobody writes it.
    case beside(waits: Bool)

    var isBeside: Bool { if case .beside = self { true } else { false } }

    var token: String? {
        guard case .held(let token) = self else { return nil }
        return token
    }
}

/// Who is on which ticket, and what the core knows of this person.
package struct CollisionState: Equatable, Sendable {
    /// As the core said it last; tickets with nobody on them are left out.
    package internal(set) var presences: [TicketID: TicketPresence] = [:]
    /// Where the core was told last that this person is.
    var told = Whereabouts()
    var beatAt: Timestamp?
}

/// Where somebody is, without how far they have come.
struct Whereabouts: Hashable, Sendable {
    var viewing: TicketID?
    var writing: TicketID?
    var activity: PresenceActivity?

    var isNowhere: Bool { viewing == nil && writing == nil }
}

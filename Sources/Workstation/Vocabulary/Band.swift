import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore

/// How the desk's bands look: never by colour alone, also by a mark of plain letters.
struct Band: Hashable {
    /// Nil where no clock runs.
    var urgency: UrgencyBand?

    init(_ urgency: UrgencyBand?) { self.urgency = urgency }

    /// The band by when somebody should act on a ticket; the engine counts with the same function.
    init(_ ticket: Ticket, now: Timestamp) {
        self.init(UrgencyBand(limit: ticket.actBy, now: now))
    }

    var mark: String {
        switch urgency {
        case .over: "!!"
        case .now: "! "
        case .soon: "- "
        case .watch: ". "
        case .calm, nil: "  "
        }
    }

    var style: Style {
        switch urgency {
        case .over: Style(.late, .bold)
        case .now: Style(.soon, .bold)
        case .soon: Style(.soon)
        case .watch, .calm: Style(.calm)
        case nil: Style(.muted)
        }
    }
}

import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore

/// How close a deadline is: never by colour alone, also by a mark of plain letters.
enum Band: Hashable {
    case late, soon, near, calm, none

    init(due: Timestamp?, now: Timestamp) {
        guard let due else {
            self = .none
            return
        }
        let left = due - now
        self =
            left < .zero ? .late : left < .hours(1) ? .soon : left < .hours(4) ? .near : .calm
    }

    var mark: String {
        switch self {
        case .late: "!!"
        case .soon: "! "
        case .near: "- "
        case .calm, .none: "  "
        }
    }

    var style: Style {
        switch self {
        case .late: Style(.late, .bold)
        case .soon: Style(.soon, .bold)
        case .near: Style(.soon)
        case .calm: Style(.calm)
        case .none: Style(.muted)
        }
    }
}

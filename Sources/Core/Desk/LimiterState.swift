import ChannelAmazon
import Foundation

/// The platform rates as the database keeps them around restarts.
enum LimiterState {
    static let name = "selling-partner"

    static func text(_ budgets: [CallBudget]) throws -> String {
        String(decoding: try JSONEncoder().encode(budgets), as: UTF8.self)
    }

    /// Nil when a newer or older desk wrote it otherwise; the rates then start anew.
    static func budgets(from text: String) -> [CallBudget]? {
        try? JSONDecoder().decode([CallBudget].self, from: Data(text.utf8))
    }
}

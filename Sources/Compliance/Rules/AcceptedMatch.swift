import HelpDesk

/// A match that a team accepts (compliance section 4.8): one text under one rule, with an owner, a
/// reason and a last day. It never covers a disguised variant.
struct AcceptedMatch: Sendable, Hashable {
    var rule: String
    /// The match as the linter reads it, after folding.
    var match: String
    /// Marketplaces it holds on; empty is all of them.
    var marketplaces: Set<String>
    /// The last day it holds, as `2026-12-31`.
    var until: String
    var owner: String
    var reason: String

    /// Whether it lets `text` pass under `rule` on `day`.
    func covers(rule: String, text: String, marketplace: MarketplaceCode?, day: String?) -> Bool {
        guard rule == self.rule, text == match else { return false }
        guard day.map({ $0 <= until }) ?? false else { return false }
        guard !marketplaces.isEmpty else { return true }
        return marketplace.map { marketplaces.contains($0.rawValue) } ?? false
    }
}

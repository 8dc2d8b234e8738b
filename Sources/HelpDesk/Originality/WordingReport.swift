/// Somebody was told what stands against a letter when they tried to send it: that it is too like
/// earlier ones (helpdesk section 10.7), or whatever else of the linter's warns or blocks.
package struct WordingWarning: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var person: PersonID
    /// Such as `ORI-01` or `CON-01`.
    package var rule: String
    /// How alike, where the rule says so.
    package var percent: Int?

    package init(ticket: TicketID, person: PersonID, rule: String, percent: Int?) {
        self.ticket = ticket
        self.person = person
        self.rule = rule
        self.percent = percent
    }
}

/// What became of the open warnings about a person's letter when it was queued.
package struct WordingChoice: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var person: PersonID
    /// Rules that still held against the text; the other open ones were heeded.
    package var kept: [String]

    package init(ticket: TicketID, person: PersonID, kept: [String]) {
        self.ticket = ticket
        self.person = person
        self.kept = kept
    }
}

/// How warnings fared that authors got when they tried to send, by rule, and stores whose letters
/// have become one.
package struct WordingReport: Hashable, Sendable, Codable {
    package struct Line: Hashable, Sendable, Codable {
        package var rule: String
        /// After how many warnings the author wrote it anew, and after how many not.
        package var heeded: Int
        package var kept: Int
        /// Letters that were neither sent nor changed yet.
        package var open: Int
        /// The newest letters that were kept, by ticket; nil from a core that does not tell.
        package var keptTickets: [TicketID]?

        package init(
            rule: String, heeded: Int, kept: Int, open: Int, keptTickets: [TicketID] = []
        ) {
            self.rule = rule
            self.heeded = heeded
            self.kept = kept
            self.open = open
            self.keptTickets = keptTickets
        }

        /// The share of settled warnings that were heeded; nil where none is settled.
        package var precision: Double? {
            heeded + kept == 0 ? nil : Double(heeded) / Double(heeded + kept)
        }

        /// Whether so many authors kept their words that somebody should look at the rule
        /// (compliance section 4.8); of fewer than ten letters nothing is said.
        package var isDoubtful: Bool {
            heeded + kept >= 10 && Double(kept) > 0.3 * Double(heeded + kept)
        }
    }

    /// A letter that a store keeps sending.
    package struct Worn: Hashable, Sendable, Codable {
        package var store: StoreID
        /// One of them.
        package var ticket: TicketID
        package var count: Int
        package var of: Int
        /// Its beginning; empty for whoever reads no letters.
        package var text: String

        package init(store: StoreID, ticket: TicketID, count: Int, of: Int, text: String) {
            self.store = store
            self.ticket = ticket
            self.count = count
            self.of = of
            self.text = text
        }
    }

    /// Warnings of likeness.
    package var lines: [Line]
    package var worn: [Worn]
    /// The linter's other rules; nil from a core that does not tell.
    package var rules: [Line]?

    /// `all` are the lines of every rule.
    package init(all: [Line] = [], worn: [Worn] = []) {
        lines = all.filter { OriginalityRules.isLikeness($0.rule) }
        rules = all.filter { !OriginalityRules.isLikeness($0.rule) }
        self.worn = worn
    }

    package var isEmpty: Bool { lines.isEmpty && worn.isEmpty && (rules ?? []).isEmpty }
}

extension OriginalityRules {
    /// Whether a rule is about likeness to other letters.
    package static func isLikeness(_ rule: String) -> Bool { rule.hasPrefix("ORI-") }

    /// How many of a store's newest replies are compared with each other.
    package static let storeReplies = 200
    private static let storeAlike = 0.9
    /// Fewer show no habit of a store.
    private static let leastStoreReplies = 20

    /// The letter that more than two fifths of a store's replies nearly are: its place and how many
    /// are like it, itself included; nil where there is none.
    package static func worn(_ wordings: [ReplyWording]) -> (place: Int, count: Int)? {
        let own = wordings.indices.filter { wordings[$0].length >= ReplyWording.shortest }
        guard own.count >= leastStoreReplies else { return nil }
        var best: (place: Int, count: Int)?
        for place in own {
            let count = own.count { wordings[place].likeness(to: wordings[$0]) >= storeAlike }
            if count > best?.count ?? 0 { best = (place, count) }
        }
        return best.flatMap { $0.count * 5 > own.count * 2 ? $0 : nil }
    }
}

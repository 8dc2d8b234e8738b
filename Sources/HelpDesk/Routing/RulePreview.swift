/// What other rules would have done with the tickets of the last week (helpdesk section 7.1).
package struct RulePreview: Hashable, Sendable, Codable {
    package static let days = 7
    private static let mostSamples = 20

    /// One ticket that would have gone elsewhere.
    package struct Difference: Hashable, Sendable, Codable {
        package var ticket: TicketID
        package var from: GroupID?
        package var to: GroupID?
        package var rule: String?

        package init(ticket: TicketID, from: GroupID?, to: GroupID?, rule: String?) {
            self.ticket = ticket
            self.from = from
            self.to = to
            self.rule = rule
        }
    }

    package var tickets: Int
    package var moved: Int
    /// Tickets for which no group is there under the new rules.
    package var homeless: Int
    /// The first ones that would have moved.
    package var samples: [Difference]

    package init(tickets: Int, moved: Int, homeless: Int, samples: [Difference]) {
        self.tickets = tickets
        self.moved = moved
        self.homeless = homeless
        self.samples = samples
    }

    /// Compares two books on the same tickets: another group, another designated agent or other
    /// skills count as elsewhere.
    package init(of subjects: [RoutingSubject], before: RoutingBook, after: RoutingBook) {
        self.init(tickets: subjects.count, moved: 0, homeless: 0, samples: [])
        for subject in subjects {
            let (old, new) = (before.target(of: subject), after.target(of: subject))
            if new.group == nil { homeless += 1 }
            guard !Self.isSame(old, new) else { continue }
            moved += 1
            guard samples.count < Self.mostSamples else { continue }
            samples.append(
                Difference(
                    ticket: subject.ticket, from: old.group?.id, to: new.group?.id,
                    rule: new.rule?.name))
        }
    }

    private static func isSame(_ old: RoutingBook.Target, _ new: RoutingBook.Target) -> Bool {
        old.group?.id == new.group?.id && old.rule?.designated == new.rule?.designated
            && old.rule?.required == new.rule?.required
            && old.rule?.preferred == new.rule?.preferred
    }
}

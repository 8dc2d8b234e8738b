package import HelpDesk

/// Puts a tag on a ticket or takes it off; aliases mean their tag. A tag that is not registered
/// needs a supervisor: error `tagUnknown`.
package struct TagTicket: RemoteCall {
    package static let method = "ticket.tag"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var tag: String
    package var isOn: Bool
    package init(ticket: TicketID, tag: String, isOn: Bool = true) {
        self.ticket = ticket
        self.tag = tag
        self.isOn = isOn
    }
}

/// The registry of tags with their live tickets in the caller's scope, and how many have none.
package struct ListTags: RemoteCall {
    package static let method = "tag.list"
    package init() {}

    package struct Entry: Codable, Sendable, Hashable {
        package var tag: Tag
        /// False for one that somebody made up.
        package var isRegistered: Bool
        package var tickets: Int
        package init(tag: Tag, isRegistered: Bool, tickets: Int) {
            self.tag = tag
            self.isRegistered = isRegistered
            self.tickets = tickets
        }
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var tags: [Entry]
        package var liveTickets: Int
        package var untagged: Int
        package init(tags: [Entry], liveTickets: Int, untagged: Int) {
            self.tags = tags
            self.liveTickets = liveTickets
            self.untagged = untagged
        }
    }
}

/// Registers a tag or changes its entry.
package struct SaveTag: RemoteCall {
    package static let method = "tag.save"
    package var tag: Tag
    package init(tag: Tag) { self.tag = tag }

    package struct Reply: Codable, Sendable, Hashable {
        package var tag: Tag
        package init(tag: Tag) { self.tag = tag }
    }
}

import GRDB
package import HelpDesk

/// A tag with how many live tickets have it.
package struct TagUse: Hashable, Sendable {
    package var tag: Tag
    package var isRegistered: Bool
    package var tickets: Int
}

extension ReadTransaction {
    /// A ticket's tags by name.
    package func tags(of ticket: TicketID) throws -> [TagName] {
        try db.all(
            "SELECT tag FROM ticket_tag WHERE ticket = ? ORDER BY tag", [ticket.rawValue]
        ) { try $0.name() }
    }

    /// The registry, by group and name.
    package func tagRegistry() throws -> [Tag] {
        try db.all(
            """
            SELECT name, tag_group, colour, aliases, is_sticky, is_retired FROM tag
            ORDER BY tag_group, name
            """
        ) { fields in
            Tag(
                name: try fields.name(), group: try fields.text(),
                colour: TagColour(rawValue: try fields.text()) ?? .plain,
                aliases: try fields.json(), isSticky: try fields.flag(),
                isRetired: try fields.flag())
        }
    }

    /// Tags with their live tickets in scope: the registry, then those that somebody made up.
    package func tagUses(scope: StoreScope) throws -> [TagUse] {
        let filter = StoreFilter(scope: scope, store: nil)
        let counts = try db.all(
            """
            SELECT ticket_tag.tag, count(*) FROM ticket_tag
            JOIN ticket ON ticket.id = ticket_tag.ticket
            WHERE ticket.is_live = 1 AND \(filter.condition(on: "ticket.store"))
            GROUP BY ticket_tag.tag ORDER BY ticket_tag.tag
            """, filter.values
        ) { (try $0.name() as TagName, try $0.count()) }
        let byName = Dictionary(uniqueKeysWithValues: counts)
        let registry = try tagRegistry()
        let known = Set(registry.map(\.name))
        return registry.map {
            TagUse(tag: $0, isRegistered: true, tickets: byName[$0.name] ?? 0)
        }
            + counts.filter { !known.contains($0.0) }.map {
                TagUse(tag: Tag(name: $0.0), isRegistered: false, tickets: $0.1)
            }
    }

    /// Live tickets in scope, and how many of them have no tag.
    package func untagged(scope: StoreScope) throws -> (tickets: Int, untagged: Int) {
        let filter = StoreFilter(scope: scope, store: nil)
        let counts = try db.one(
            """
            SELECT count(*), coalesce(sum(NOT EXISTS (
                SELECT 1 FROM ticket_tag WHERE ticket_tag.ticket = ticket.id)), 0)
            FROM ticket WHERE is_live = 1 AND \(filter.condition(on: "store"))
            """, filter.values
        ) { (tickets: try $0.count(), untagged: try $0.count()) }
        return counts ?? (0, 0)
    }
}

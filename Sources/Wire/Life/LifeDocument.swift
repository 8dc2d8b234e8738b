import HelpDesk
import SwiftExtensions

/// What `ticket show --json` prints of a ticket's life; keys are a stable interface.
package struct LifeDocument: Codable, Sendable, Hashable {
    package struct Link: Codable, Sendable, Hashable {
        package var kind: String
        package var from: Int64
        package var to: Int64
    }

    package var links: [Link]
    /// Other live tickets of the same buyer.
    package var mergeable: [Int64]
    /// Tickets that were merged into it and can be taken out again.
    package var absorbed: [Int64]
    /// Every time it was resolved, oldest first.
    package var resolvedAt: [String]
    package var watchers: [Int64]
    /// Until when it may be snoozed at most.
    package var latestWake: String

    enum CodingKeys: String, CodingKey {
        case links, mergeable, absorbed, watchers
        case resolvedAt = "resolved_at"
        case latestWake = "latest_wake"
    }

    package init(_ life: TicketLife) {
        links = life.links.map { view in
            Link(
                kind: view.link.kind.rawValue, from: view.link.from.rawValue,
                to: view.link.to.rawValue)
        }
        mergeable = life.mergeable.map(\.id.rawValue)
        absorbed = life.absorbed.map(\.rawValue)
        resolvedAt = life.resolutions.map(\.resolvedAt.iso8601)
        watchers = life.watchers.map(\.rawValue)
        latestWake = life.latestWake.iso8601
    }
}

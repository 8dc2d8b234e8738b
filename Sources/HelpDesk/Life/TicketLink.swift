/// How two tickets belong together (helpdesk section 11.5).
package enum LinkKind: String, Codable, Sendable, CaseIterable {
    /// `from` goes on where `to` ended.
    case follows
    case related
    /// Both are about one fault of one product.
    case sameDefect = "same-defect"
    /// `from` is the task of which `to` is a part. Closing it closes no part.
    case parent
    /// `from` was split off `to`.
    case split

    /// Whether the two sides are alike.
    package var isMutual: Bool { self == .related || self == .sameDefect }
}

package struct TicketLink: Hashable, Sendable, Codable {
    package var from: TicketID
    package var to: TicketID
    package var kind: LinkKind

    /// A mutual link has one form, whoever made it.
    package init(from: TicketID, to: TicketID, kind: LinkKind) {
        let isTurned = kind.isMutual && to < from
        self.from = isTurned ? to : from
        self.to = isTurned ? from : to
        self.kind = kind
    }

    /// The other side, seen from `ticket`.
    package func other(than ticket: TicketID) -> TicketID { from == ticket ? to : from }
}

package enum LinkRules {
    /// Throws `linkSelf`, and `linkLoop` when a ticket would be a part of its own part.
    package static func check<Failure: Error>(
        _ link: TicketLink, parents: (TicketID) throws(Failure) -> [TicketID]
    ) throws -> Void {
        guard link.from != link.to else { throw DeskError(.linkSelf) }
        guard link.kind == .parent else { return }
        var seen: Set<TicketID> = []
        var waiting = [link.from]
        while let ticket = waiting.popLast() {
            guard ticket != link.to else { throw DeskError(.linkLoop) }
            guard seen.insert(ticket).inserted else { continue }
            waiting += try parents(ticket)
        }
    }
}

package import HelpDesk

/// What the core tells clients without being asked, already filtered by their store scope.
package enum PushedEvent: Codable, Sendable, Hashable {
    /// A ticket is new or changed; the row replaces the earlier one.
    case ticketChanged(TicketRow)
    case countsChanged(InboxCounts)
    case outboxChanged(OutboxView)
    case orderChanged(OrderID, StoreID)
    case dispatchChanged(DispatchView)
    case syncChanged([SyncHealth])
    /// Lists of the sync engine changed; who shows one asks for it again.
    case engineChanged(EngineNews)
    /// Requests for acts of two people changed; who may settle one asks for them.
    case requestsChanged
    /// A broadcast was sent or taken back; who is concerned asks for what is unread.
    case broadcastsChanged
    /// Who is on these tickets now; each replaces what was said of the ticket before.
    case presenceChanged([TicketPresence])
    /// An answer that this person was writing is another one's now.
    case composeTaken(ComposeTaken)
    /// The core stops; `reason` is `shutdown` or `restart`.
    case goodbye(reason: String)
}

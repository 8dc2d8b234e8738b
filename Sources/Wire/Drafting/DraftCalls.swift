package import HelpDesk

/// Has an engine propose an answer. Says at once that it is under way; whoever asked looks for it
/// with `FetchDraft`. Asking again gives the earlier one up. Errors: `draftOff`, `draftBudget`.
package struct AskDraft: RemoteCall {
    package static let method = "draft.ask"
    package typealias Reply = DraftProgress
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// How far the caller's draft for a ticket is. Errors: `draftNotAsked`.
package struct FetchDraft: RemoteCall {
    package static let method = "draft.fetch"
    package typealias Reply = DraftProgress
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

/// Gives the caller's draft up.
package struct CancelDraft: RemoteCall {
    package static let method = "draft.cancel"
    package typealias Reply = Done
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}

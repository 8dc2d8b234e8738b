package import HelpDesk

/// The templates and the team's own replies that fit what a ticket asks best, ready for it;
/// three of each at most, best first, and none where nothing fits. Of several messages that wait
/// for an answer each has its turn, the most urgent first. Nothing leaves the desk for it.
package struct SuggestReplies: RemoteCall {
    package static let method = "reply.suggest"
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }

    package struct Reply: Codable, Sendable, Hashable {
        package var templates: [Suggestion]
        package var replies: [Suggestion]
        package init(templates: [Suggestion], replies: [Suggestion]) {
            self.templates = templates
            self.replies = replies
        }
    }
}

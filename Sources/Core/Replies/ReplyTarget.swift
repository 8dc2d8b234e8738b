import HelpDesk
import Store

/// Whom a reply answers: the newest buyer message that names an address.
struct ReplyTarget {
    var address: String
    var subject: String
    var internetMessageID: String?
}

extension ReadTransaction {
    /// Throws `nothingToAnswer` when no message of the ticket can be answered.
    func replyTarget(of ticket: TicketID) throws -> ReplyTarget {
        for message in try messages(of: ticket, limit: 500).reversed()
        where message.direction == .inbound {
            guard let content = try messageContent(message.id),
                let address = content.replyAddress
            else { continue }
            return ReplyTarget(
                address: address, subject: content.subject,
                internetMessageID: content.internetMessageID)
        }
        throw DeskError(.nothingToAnswer, ["ticket": String(ticket.rawValue)])
    }
}

import Channels
import HelpDesk
import MailKit
import Store
import SwiftExtensions

extension MailSettler {
    /// Whether the platform took the mail before the desk was responsible for its mailbox: then it
    /// feeds memory and search, and asks for nothing (helpdesk section 19). A mail that arrived
    /// later is no history, whatever date it bears; neither is one that bears none.
    func isHistory() throws -> Bool {
        guard !inbound.isTimeEstimated, let live = try transaction.goLive(of: mail.raw.mailbox)
        else { return false }
        return max(inbound.platformTime, mail.parsed.receivedAt ?? inbound.platformTime) < live.at
    }

    /// A ticket that holds nothing but history rests from the start.
    func rest(_ ticket: TicketID) throws {
        try transaction.apply(TicketStateChange(ticket: ticket, from: .new, to: .resolved))
    }

    /// The mail's notice; one of history whose deadline passed before anybody read it has no clock.
    func currentNotice() throws -> PlatformNotice? {
        guard var notice = inbound.notice, let due = notice.reviewDue, due <= mail.raw.fetchedAt,
            try isHistory()
        else { return inbound.notice }
        notice.reviewDue = nil
        return notice
    }
}

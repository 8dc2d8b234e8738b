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
        try transaction.isHistory(
            inbound.platformTime, isEstimated: inbound.isTimeEstimated,
            receivedAt: mail.parsed.receivedAt, in: mail.raw.mailbox)
    }

    /// A ticket that holds nothing but history rests from the start.
    func rest(_ ticket: TicketID) throws {
        try transaction.apply(TicketStateChange(ticket: ticket, from: .new, to: .resolved))
    }

    /// The mail's notice; one of history whose deadline passed before anybody read it has no clock. One
    /// that nothing vouches for gives no more time than its kind usually does, whatever it says: else
    /// whoever knows an order's number could let a claim run out unseen.
    func currentNotice() throws -> PlatformNotice? {
        guard var notice = inbound.notice else { return nil }
        if try isHistory() {
            if let due = notice.reviewDue, due <= mail.raw.fetchedAt { notice.reviewDue = nil }
        } else if !isVouched, let usual = notice.usualDue,
            notice.reviewDue.map({ $0 > usual }) ?? true
        {
            notice.reviewDue = usual
            notice.isDeadlineNamed = false
        }
        return notice
    }
}

extension ReadTransaction {
    /// Whether a mail is from before the desk was responsible for its mailbox: by its own date and by the
    /// one of its topmost `Received` header, the later of the two.
    func isHistory(
        _ platformTime: Timestamp, isEstimated: Bool, receivedAt: Timestamp?,
        in mailbox: MailboxName
    ) throws -> Bool {
        guard !isEstimated, let live = try goLive(of: mailbox) else { return false }
        return max(platformTime, receivedAt ?? platformTime) < live.at
    }
}

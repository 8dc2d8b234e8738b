package import SwiftExtensions

/// When the desk became responsible for a mailbox. What the platform took before is history: stored,
/// searched and shown, but owed to nobody (helpdesk section 19).
package struct MailboxGoLive: Hashable, Sendable, Codable {
    package var mailbox: MailboxName
    package var at: Timestamp
    /// Mail that came into the mailbox before this is not read at all.
    package var readsFrom: Timestamp

    package init(mailbox: MailboxName, at: Timestamp, readsFrom: Timestamp) {
        self.mailbox = mailbox
        self.at = at
        self.readsFrom = readsFrom
    }

    /// What holds now, `known` being what is on record. Without a configured instant the desk answers
    /// for whatever the platform still waits for at the first run.
    package static func current(
        of mailbox: MailboxName, known: MailboxGoLive?, configured: Timestamp?,
        firstRun: Timestamp, isNew: Bool, readsBack: Duration
    ) -> MailboxGoLive {
        if let known {
            guard let configured else { return known }
            return MailboxGoLive(
                mailbox: mailbox, at: configured, readsFrom: min(known.readsFrom, configured))
        }
        let live = configured ?? firstRun - PlatformClock.window
        return MailboxGoLive(
            mailbox: mailbox, at: live,
            readsFrom: isNew ? min(live, firstRun - readsBack) : Timestamp(milliseconds: 0))
    }
}

package import HelpDesk

/// Mails held back since they look forged, failed authentication or fit no store; held ones first,
/// newest first. A supervisor's sight. Mails of no store are shown to those who see all stores.
/// Error: `storeOutOfScope`.
package struct ListQuarantine: RemoteCall {
    package static let method = "quarantine.list"
    package var store: StoreID?
    /// Also those that were released.
    package var includesReleased: Bool
    package var offset: Int
    /// 1 to 500; the core clamps it.
    package var limit: Int

    package init(
        store: StoreID? = nil, includesReleased: Bool = false, offset: Int = 0, limit: Int = 100
    ) {
        self.store = store
        self.includesReleased = includesReleased
        self.offset = offset
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var mails: [QuarantinedMail]
        package var total: Int
        package init(mails: [QuarantinedMail], total: Int) {
            self.mails = mails
            self.total = total
        }
    }
}

/// One mail with its cleaned text. A supervisor's sight. Error: `quarantineNotFound` (argument
/// `mail`), also for a mail that was never held back or lies out of scope.
package struct ShowQuarantine: RemoteCall {
    package static let method = "quarantine.show"
    package typealias Reply = QuarantinedMailDetail
    package var mail: RawMailID
    package init(mail: RawMailID) { self.mail = mail }
}

/// Takes a mail in as if it had not been held back; the question of forgery is then answered, all
/// other rules hold. A supervisor's act, recorded with name and reason. Errors:
/// `quarantineNotFound`; `quarantineReleased` (argument `mail`) when somebody was faster;
/// `quarantineNeedsStore` (argument `mail`) when no store fits and none is named; `storeOutOfScope`.
package struct ReleaseQuarantine: RemoteCall {
    package static let method = "quarantine.release"
    package var mail: RawMailID
    /// The store whose mail it is, for mails that fit none.
    package var store: StoreID?
    /// Why it is genuine; not empty, at most 500 characters (`badRequest` otherwise).
    package var reason: String

    package init(mail: RawMailID, store: StoreID? = nil, reason: String) {
        self.mail = mail
        self.store = store
        self.reason = reason
    }

    package struct Reply: Codable, Sendable, Hashable {
        /// What the mail has become: a message, a notice, …
        package var outcome: IntakeOutcome
        package var ticket: TicketID?
        package init(outcome: IntakeOutcome, ticket: TicketID?) {
            self.outcome = outcome
            self.ticket = ticket
        }
    }
}

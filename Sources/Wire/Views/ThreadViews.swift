package import HelpDesk
package import SwiftExtensions

package struct AttachmentView: Codable, Sendable, Hashable {
    package var attachment: Attachment
    package var name: String

    package init(attachment: Attachment, name: String) {
        self.attachment = attachment
        self.name = name
    }
}

/// One item of a conversation with its words.
package struct MessageView: Codable, Sendable, Hashable, Identifiable {
    package var message: Message
    package var subject: String
    package var body: String
    package var warnings: [String]
    package var authorName: String?
    package var attachments: [AttachmentView]
    package var debt: Debt?
    /// State of the reply on its way out, for outbound items.
    package var outbox: OutboxItem?
    /// The platform's signed link behind "no response needed".
    package var noResponseURL: String?
    /// For notes that ask for a look or were taken away.
    package var fate: NoteFate?
    /// Who let the reply go past the linter; why, and past which rules, says `outbox`.
    package var releasedBy: String?

    package var id: MessageID { message.id }

    package init(
        message: Message, subject: String, body: String, warnings: [String],
        authorName: String?, attachments: [AttachmentView], debt: Debt?, outbox: OutboxItem?,
        noResponseURL: String? = nil, fate: NoteFate? = nil
    ) {
        self.message = message
        self.subject = subject
        self.body = body
        self.warnings = warnings
        self.authorName = authorName
        self.attachments = attachments
        self.debt = debt
        self.outbox = outbox
        self.noResponseURL = noResponseURL
        self.fate = fate
    }
}

/// A person's kept draft on one ticket.
package struct DraftView: Codable, Sendable, Hashable {
    package var ticket: TicketID
    package var text: String
    package var basis: EventSequence
    package var savedAt: Timestamp
    /// Files that go out with it.
    package var files: [NamedFile]

    package init(
        ticket: TicketID, text: String, basis: EventSequence, savedAt: Timestamp,
        files: [NamedFile] = []
    ) {
        self.ticket = ticket
        self.text = text
        self.basis = basis
        self.savedAt = savedAt
        self.files = files
    }
}

/// A ticket opened whole.
package struct TicketDetail: Codable, Sendable, Hashable {
    /// Typed messages, review requests and shipments made from here or for the ticket's order.
    package var dispatches: [DispatchView] = []
    package var row: TicketRow
    /// Oldest first. At most the newest 500.
    package var messages: [MessageView]
    package var order: OrderView?
    /// Other orders that the thread names, and those of the buyer's other tickets.
    package var otherOrders: [OrderID]
    /// Those of its orders that the platform was asked for and does not know.
    package var unknownOrders: [OrderID]
    /// Earlier conversations of the same buyer, newest first, at most ten.
    package var history: [TicketRow]
    package var draft: DraftView?
    /// Replies not yet accepted, failed, unknown or held.
    package var outbox: [OutboxView]
    /// Cases of the ticket and of its order, oldest first.
    package var cases: [DeskCase]
    /// Why nobody may write to this buyer unasked; answers to the buyer's messages may go out.
    package var contactObstacle: DeskError?
    package var life: TicketLife?
    /// Who is on the ticket at this moment; nil for a look at the past.
    package var presence: [PresentPerson]?
    /// Whom the next reply answers, where the ticket holds threads of several buyers or orders.
    package var aim: ReplyAim?
    /// Why the ticket has its category; nil where nobody wrote it down.
    package var categoryReason: CategoryReason?

    package init(
        row: TicketRow, messages: [MessageView], order: OrderView?, otherOrders: [OrderID],
        unknownOrders: [OrderID] = [], history: [TicketRow], draft: DraftView?,
        outbox: [OutboxView], cases: [DeskCase] = [],
        contactObstacle: DeskError? = nil, life: TicketLife? = nil, aim: ReplyAim? = nil
    ) {
        self.row = row
        self.messages = messages
        self.order = order
        self.otherOrders = otherOrders
        self.unknownOrders = unknownOrders
        self.history = history
        self.draft = draft
        self.outbox = outbox
        self.cases = cases
        self.contactObstacle = contactObstacle
        self.life = life
        self.aim = aim
    }
}

/// The one thread of several that the next reply goes to; the others stay owed.
package struct ReplyAim: Codable, Sendable, Hashable {
    /// The message that is answered.
    package var message: MessageID
    @BuyerName package var buyerName: String
    package var order: OrderID?

    package init(message: MessageID, buyerName: String, order: OrderID?) {
        self.message = message
        self.buyerName = buyerName
        self.order = order
    }
}

/// An order with the buyer's person as far as roles allow, and how fresh it is.
package struct OrderView: Codable, Sendable, Hashable {
    /// What the platform was asked to do for it, oldest first.
    package var dispatches: [DispatchView] = []
    package var order: Order
    package var contact: OrderContact?
    package var refreshedAt: Timestamp
    /// Tickets about this order.
    package var tickets: [TicketID]
    /// Returns, refunds, claims, chargebacks and wishes about it, oldest first.
    package var cases: [DeskCase]

    package init(
        order: Order, contact: OrderContact?, refreshedAt: Timestamp, tickets: [TicketID],
        cases: [DeskCase] = []
    ) {
        self.order = order
        self.contact = contact
        self.refreshedAt = refreshedAt
        self.tickets = tickets
        self.cases = cases
    }
}

/// A reply on its way out, with its words.
package struct OutboxView: Codable, Sendable, Hashable, Identifiable {
    package var item: OutboxItem
    package var authorName: String
    package var body: String
    /// What the linter says now; of held replies, where the core was asked for them.
    package var findings: [Finding]
    package var files: [NamedFile]
    /// Who let it go past the linter.
    package var releasedBy: String?

    package var id: OutboxID { item.id }

    package init(
        item: OutboxItem, authorName: String, body: String, findings: [Finding] = [],
        files: [NamedFile] = []
    ) {
        self.item = item
        self.authorName = authorName
        self.body = body
        self.findings = findings
        self.files = files
    }
}

/// How one (store, kind) is doing.
package struct SyncHealth: Codable, Sendable, Hashable {
    package var store: StoreID
    package var kind: SyncKind
    package var lastSuccess: Timestamp?
    package var lastAttempt: Timestamp?
    package var nextRun: Timestamp?
    package var failure: SyncFailure?
    /// Credentials of the store that end soon, beside its orders' health; for supervisors.
    package var notices: [CredentialNotice]?
    /// Since when buyers may have written unseen; nil while the channel is known complete. Timers of
    /// a store whose messages are blind show `~`.
    package var blindSince: Timestamp?

    package init(
        store: StoreID, kind: SyncKind, lastSuccess: Timestamp? = nil,
        lastAttempt: Timestamp? = nil, nextRun: Timestamp? = nil, failure: SyncFailure? = nil,
        blindSince: Timestamp? = nil
    ) {
        self.store = store
        self.kind = kind
        self.lastSuccess = lastSuccess
        self.lastAttempt = lastAttempt
        self.nextRun = nextRun
        self.failure = failure
        self.blindSince = blindSince
    }
}

package import SwiftExtensions

/// One immutable fact of the desk's record. Rows are a fold of these and of nothing else, so a
/// payload holds all that its rows need, and never a name, an address or a text of a person:
/// those stand in content tables that retention may empty (helpdesk sections 1, 15 and 18).
package enum DeskEvent: Hashable, Sendable, Codable {
    // What the platform is asked to do for an order. Words and files are content.
    case dispatchAdded(Dispatch)
    case dispatchMoved(DispatchMove)

    // Set-up.
    case storeConfigured(StoreProfile)
    /// A person added or changed; the whole value replaces the earlier one.
    case personSaved(Person)
    /// A credential of the platform's was given anew; the calendar of its end starts again.
    case credentialRenewed(CredentialRenewal)
    case credentialWarned(CredentialWarning)

    // Mail in.
    case rawMailStored(RawMail)
    case rawMailSettled(RawMailSettlement)
    /// A person lets a mail in that was set aside; it is then read as if it came authenticated.
    case rawMailReleased(RawMailRelease)
    case buyerSeen(Buyer)
    case optOutNoted(OptOut)
    case storeRestricted(StoreRestriction)
    case cursorMoved(SyncCursor)
    case mailboxWentLive(MailboxGoLive)

    // Tickets.
    /// Only identity and origin; state, owner and counters follow by later events.
    case ticketOpened(TicketOpening)
    case ticketClassified(TicketID, language: LanguageCode, category: InquiryCategory)
    case ticketOrderLinked(TicketID, OrderID)
    /// The thread also names an order that it is not about.
    case ticketOrderNamed(TicketID, OrderID)
    case ticketAssigned(TicketAssignment)
    case ticketStateChanged(TicketStateChange)

    // Thread items. Their words are content; `bodyDigest` binds the two.
    case messageAdded(Message)
    case attachmentAdded(Attachment)
    /// Somebody opened a buyer's file on purpose.
    case attachmentOpened(AttachmentOpening)

    // Debts.
    case debtCreated(Debt)
    case debtMoved(DebtMove)

    // Returns, refunds, claims, chargebacks and wishes.
    case caseOpened(DeskCase)
    case caseNoted(CaseNotice)
    case caseMoved(CaseMove)

    // Replies.
    case outboxAdded(OutboxItem)
    case outboxMoved(OutboxMove)
    case lintOverridden(OutboxID, LintOverride)
    /// A draft kept for a person; `digest` is nil when it was discarded or sent.
    case draftKept(DraftMark)
    /// The files of a person's draft, all of them; their names are content.
    case draftFilesKept(DraftFiles)
    case outboxFileAdded(OutboxFile)

    // Orders.
    case orderSaved(Order)

    // The life of tickets: merges, links, tags, notes and the like.
    case life(LifeEvent)

    // The seller's account.
    case account(AccountEvent)

    // Calendars, policies and clocks.
    case clock(ClockEvent)
    // What tickets are about, by people's word and by what the desk learnt of it.
    case category(CategoryEvent)
    // What people judge and type in for reports.
    case quality(QualityEvent)
    // Who works on what.
    case routing(RoutingEvent)
    // Rights, and what people saw by them.
    case rights(RightsEvent)

    // Broadcasts and forecasts.
    case wall(WallEvent)

    // Templates.
    /// As they were recorded before versions were kept.
    case templateSaved(TemplateRecord)
    case library(LibraryEvent)

    // Work and health.
    case jobAdded(JobRecord)
    case jobMoved(JobMove)
    case syncReported(SyncReport)
    case alarmRaised(DeskAlarm)
    case alarmSettled(AlarmID)
    case spotCheckDrawn(SpotCheckDraw)
    case spotCheckRecorded(SpotCheckFinding)

    // The record itself.
    case chronicle(RecordEvent)
}

/// A stored event: what happened, who did it, when, and where it stands in the log.
package struct EventRecord: Hashable, Sendable, Codable {
    package var sequence: EventSequence
    package var at: Timestamp
    package var actor: Actor
    package var event: DeskEvent

    package init(sequence: EventSequence, at: Timestamp, actor: Actor, event: DeskEvent) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.event = event
    }
}

package import HelpDesk
package import SwiftExtensions
package import Wire

/// What the workstation may ask the core, as values that tests compare.
package enum CoreCall: Hashable, Sendable {
    case engine(EngineCall)
    case life(LifeCall)
    case listTickets(InboxQuery)
    case showTicket(TicketID, refreshOrder: Bool)
    case showPast(TicketID, at: Timestamp)
    case claim(TicketID)
    case assign(TicketID, to: PersonID?, expected: PersonID?)
    case hold(TicketID, reason: String, reviewAt: Timestamp)
    case resolve(TicketID)
    case reopen(TicketID)
    case excuse(TicketID, basis: EventSequence, isConfirmed: Bool, reason: String)
    /// Both steps in one: the mark is set on the platform already.
    case excuseAtOnce(TicketID, basis: EventSequence, reason: String)
    case handleCase(CaseID, TicketID, HandleCase.Act, reason: String)
    case note(TicketID, text: String)
    case lint(TicketID, text: String, TemplateKey? = nil)
    /// A typed message about an order, which has rules of its own.
    case lintMessage(TicketID, OrderID, text: String)
    case send(ReplyRequest)
    case undo(OutboxID)
    case review(OutboxID, isApproved: Bool, reason: String)
    case settle(OutboxID, hasArrived: Bool, reason: String)
    case listOutbox
    case listDispatches
    case orderActions(OrderID, StoreID, TicketID)
    case dispatch(DispatchPlan)
    case settleDispatch(DispatchID, DispatchDecision, reason: String)
    case saveDraft(LocalDraft)
    case templates(TicketID)
    case suggestions(TicketID)
    /// `request` tells one asking from the next, of this person's other workstations too.
    case translate(TicketID, MessageID, to: LanguageCode, request: Int64)
    case translateDraft(TicketID, text: String, request: Int64)
    case cancelTranslation(TicketID, request: Int64)
    case renderTemplate(TemplateKey, TicketID, isSuggested: Bool = false)
    case refreshOrder(OrderID, StoreID)
    case people
    case showSync
    case runSync
    case events(TicketID)
    case openFile(TicketID, AttachmentID, OpeningPurpose, acceptsDanger: Bool)
    case readFile(grant: String, offset: Int)
    case attachFile(
        TicketID, upload: String?, name: String, byteCount: Int, bytes: [UInt8])
    case detachFile(TicketID, digest: String?)
    case account(AccountCall)
    case report(ReportCall)
    case wall(WallCall)
    case clock(ClockCall)
    case routing(RoutingCall)
    case rights(RightsCall)
    case collision(CollisionCall)
    case drafting(DraftingCall)
    case library(LibraryCall)
}

/// A window of the inbox; what `ListTickets` asks for.
package struct InboxQuery: Hashable, Sendable {
    package var queue: TicketQueue
    package var search: String
    package var offset: Int
    package var limit: Int
    package var category: InquiryCategory?
    /// The list as it was then; nil for now.
    package var asOf: Timestamp?
    /// The tickets behind a number of the wall, instead of the queue's.
    package var wall: WallFilter?
}

/// A reply with all that its author decided about it.
package struct ReplyRequest: Hashable, Sendable {
    package var ticket: TicketID
    package var basis: EventSequence
    package var text: String
    package var template: TemplateKey?
    /// The version of the template that was filled in.
    package var templateVersion: Int?
    package var stateAfter: TicketState = .pending
    package var confirmedRules: [String] = []
    package var staleReason: String?
    package var reviewReason: String?
    /// Digests of the files that go with it.
    package var files: [String] = []
    /// Newest item that the reason to send past is about.
    package var staleThrough: EventSequence?
    /// Recent answers to the buyer that the author knows of.
    package var knownAnswers: [AnswerMark] = []
}

/// A draft that is not safely in the core yet.
package struct LocalDraft: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var basis: EventSequence
    package var text: String
    package var savedAt: Timestamp

    package init(ticket: TicketID, basis: EventSequence, text: String, savedAt: Timestamp) {
        self.ticket = ticket
        self.basis = basis
        self.text = text
        self.savedAt = savedAt
    }
}

/// What the core answered.
package enum CoreAnswer: Sendable {
    case engine(EngineAnswer)
    case life(LifeAnswer)
    case library(LibraryAnswer)
    case rights(RightsAnswer)
    case collision(CollisionAnswer)
    case tickets(ListTickets.Reply)
    case ticket(TicketDetail)
    case row(TicketRow)
    case findings([Finding])
    case sent(SendReply.Reply)
    case draft(DraftView)
    case outboxItem(OutboxView)
    case outbox([OutboxView])
    case offers(OrderOffers)
    case dispatched(SendOrderMessage.Reply)
    case dispatch(DispatchView)
    case dispatches([DispatchView])
    case templates([TemplateSummary])
    case suggestions(SuggestReplies.Reply)
    case translation(Translation)
    case drafting(DraftProgress)
    case rendered(RenderTemplate.Reply)
    case order(OrderView)
    case people([Person])
    case sync([SyncHealth])
    case events([EventRecord])
    case openedFile(OpenAttachment.Reply)
    case piece([UInt8])
    case attached(AttachFile.Reply)
    case files([NamedFile])
    case accounts([AccountView])
    case report(ReportAnswer)
    case wall(WallAnswer)
    case accountRows(AccountAnswer)
    case clock(ClockAnswer)
    case routing(RoutingAnswer)
    case finances(FinancesView)
    case done
}

import HelpDesk
import Wire

/// What commits touched since the last push: ids only, each once, oldest first.
struct PendingChanges {
    private(set) var dispatches: [DispatchID] = []
    private(set) var tickets: [TicketID] = []
    private(set) var outbox: [OutboxID] = []
    private(set) var orders: [OrderKey] = []
    /// Debts whose tickets must be looked up: a debt's move does not name its ticket.
    private(set) var debts: Set<DebtID> = []
    /// Cases whose tickets must be looked up.
    private(set) var cases: Set<CaseID> = []
    /// Notes whose tickets must be looked up.
    private(set) var notes: Set<MessageID> = []
    private(set) var isSyncChanged = false
    private(set) var isCountChanged = false
    /// Somebody asked for a second person, or one settled it.
    private(set) var isRequestChanged = false
    /// Somebody told everybody something, or took it back.
    private(set) var isBroadcastChanged = false
    private(set) var engine: Set<EngineNews.Part> = []
    private var seenTickets: Set<TicketID> = []
    private var seenOutbox: Set<OutboxID> = []
    private var seenOrders: Set<OrderKey> = []

    struct OrderKey: Hashable {
        var store: StoreID
        var order: OrderID
    }

    var isEmpty: Bool {
        dispatches.isEmpty && !isRequestChanged && !isBroadcastChanged && isOtherwiseEmpty
    }

    private var isOtherwiseEmpty: Bool {
        tickets.isEmpty && outbox.isEmpty && orders.isEmpty && debts.isEmpty && cases.isEmpty
            && notes.isEmpty
            && !isSyncChanged && !isCountChanged && engine.isEmpty
    }

    mutating func note(_ event: DeskEvent) {
        switch event {
        case .dispatchAdded(let dispatch): add(dispatch.id)
        case .dispatchMoved(let move): add(move.dispatch)
        case .life(let event): note(event)
        case .ticketOpened(let opening): add(opening.id)
        case .ticketClassified(let ticket, _, _), .ticketOrderLinked(let ticket, _),
            .ticketOrderNamed(let ticket, _):
            add(ticket)
        case .caseOpened(let item): cases.insert(item.id)
        case .caseNoted(let notice): cases.insert(notice.item)
        case .caseMoved(let move): cases.insert(move.item)
        case .optOutNoted(let optOut): optOut.ticket.map { add($0) }
        case .storeRestricted: isCountChanged = true
        case .ticketAssigned(let assignment): add(assignment.ticket)
        case .ticketStateChanged(let change): add(change.ticket)
        case .messageAdded(let message): add(message.ticket)
        case .debtCreated(let debt): add(debt.ticket)
        case .outboxAdded(let item):
            add(item.ticket)
            add(item.id)
        case .debtMoved(let move): debts.insert(move.debt)
        case .outboxMoved(let move): add(move.item)
        case .lintOverridden(let item, _): add(item)
        case .orderSaved(let order): add(OrderKey(store: order.store, order: order.id))
        case .credentialRenewed, .credentialWarned: isSyncChanged = true
        case .syncReported:
            isSyncChanged = true
            note([.overview, .log])
        case .jobAdded(let job): note(Self.parts(job.kind))
        case .jobMoved: note([.overview, .jobs, .drift])
        case .alarmRaised, .alarmSettled:
            isCountChanged = true
            note([.overview, .drift])
        case .spotCheckDrawn, .spotCheckRecorded: note([.overview, .checks])
        case .rawMailSettled(let settled):
            // A copy that waited there may find its thread without anybody's release.
            if [.quarantined, .ownCopy].contains(settled.outcome) {
                note([.overview, .quarantine])
            }
        case .rawMailReleased: note([.overview, .quarantine])
        case .routing(let event): note(event)
        case .account(.financesSeen(let finances)):
            add(OrderKey(store: finances.store, order: finances.order))
        case .rights(.requestMade), .rights(.requestSettled): isRequestChanged = true
        case .clock(let event): note(event)
        case .wall(.broadcastSent), .wall(.broadcastWithdrawn):
            (isBroadcastChanged, isCountChanged) = (true, true)
        case .wall(.broadcastRead): isCountChanged = true
        case .wall(.forecastMade), .wall(.forecastScored): break
        case .category(.set(let setting)): add(setting.ticket)
        case .storeConfigured, .personSaved, .rawMailStored, .buyerSeen, .cursorMoved,
            .mailboxWentLive, .attachmentAdded, .attachmentOpened, .draftKept, .draftFilesKept,
            .outboxFileAdded, .templateSaved, .library, .account, .chronicle, .rights, .quality,
            .category(.trained):
            break
        }
    }

    private mutating func note(_ event: ClockEvent) {
        switch event {
        case .started(let ticket, _): add(ticket)
        case .moved(let move): add(move.ticket)
        case .retargeted(let change): add(change.ticket)
        case .warned(let warning): add(warning.ticket)
        case .breached(let breach): add(breach.ticket)
        case .noticesRead: isCountChanged = true
        case .calendarSaved, .policySaved, .policiesOrdered, .windowSet, .breachExcused: break
        }
    }

    private mutating func note(_ event: RoutingEvent) {
        switch event {
        case .decided(let decision): add(decision.ticket)
        case .returned(let item): add(item.ticket)
        case .accepted(let ticket, _, _): add(ticket)
        case .handOverLineAccepted(_, let ticket, _): add(ticket)
        case .groupSaved, .rulesSaved, .profileSaved, .handOverOffered: break
        }
    }

    private static func parts(_ kind: String) -> Set<EngineNews.Part> {
        kind == JobKind.orderQuarantine.rawValue
            ? [.overview, .jobs, .drift] : [.overview, .jobs]
    }

    mutating func note(_ parts: Set<EngineNews.Part>) { engine.formUnion(parts) }

    mutating func add(_ dispatch: DispatchID) {
        if !dispatches.contains(dispatch) { dispatches.append(dispatch) }
    }

    mutating func add(_ ticket: TicketID) {
        isCountChanged = true
        if seenTickets.insert(ticket).inserted { tickets.append(ticket) }
    }

    mutating func add(_ item: OutboxID) {
        if seenOutbox.insert(item).inserted { outbox.append(item) }
    }

    private mutating func add(_ order: OrderKey) {
        if seenOrders.insert(order).inserted { orders.append(order) }
    }

    private mutating func note(_ event: LifeEvent) {
        switch event {
        case .itemsMoved(let move):
            add(move.from)
            add(move.to)
        case .linked(let link), .unlinked(let link):
            add(link.from)
            add(link.to)
        case .mergedInto(let merge): add(merge.source)
        case .unmerged(let unmerge): add(unmerge.source)
        case .stateUndone(let undo): add(undo.ticket)
        case .priorityChanged(let change): add(change.ticket)
        case .flagsChanged(let change): add(change.ticket)
        case .reopeningCounted(let ticket), .tagged(let ticket, _), .untagged(let ticket, _),
            .watched(let ticket, _), .unwatched(let ticket, _):
            add(ticket)
        case .noteDueSet(let due): add(due.ticket)
        case .composeTaken(let takeover): add(takeover.ticket)
        case .buyersJoined(let join): add(join.ticket)
        case .kindCorrected(let change): add(change.ticket)
        case .noteEdited(let edit): notes.insert(edit.message)
        case .noteDeleted(let note), .noteDueDone(let note): notes.insert(note)
        case .noticeGiven, .noticesRead: isCountChanged = true
        case .tagSaved, .buyersLinked: break
        }
    }

    /// The oldest changes, at most `limit` of a kind; the rest stays.
    mutating func take(limit: Int) -> PendingChanges {
        var taken = self
        taken.dispatches = Array(dispatches.prefix(limit))
        taken.tickets = Array(tickets.prefix(limit))
        taken.outbox = Array(outbox.prefix(limit))
        taken.orders = Array(orders.prefix(limit))
        var rest = PendingChanges()
        for dispatch in dispatches.dropFirst(limit) { rest.add(dispatch) }
        for ticket in tickets.dropFirst(limit) { rest.add(ticket) }
        for item in outbox.dropFirst(limit) { rest.add(item) }
        for order in orders.dropFirst(limit) { rest.add(order) }
        self = rest
        return taken
    }
}

import HelpDesk
import SwiftExtensions

/// What the log alone says of debts and replies, noted while it is walked from its first entry.
struct LogLedger {
    struct DebtAccount {
        var state: DebtState
        var start: Timestamp
        var due: Timestamp
    }

    private(set) var debts: [DebtID: DebtAccount] = [:]
    private(set) var outbox: [OutboxID: OutboxState] = [:]
    /// What each kind of row was created as.
    private(set) var born: [BornRow: Set<Int64>] = [:]
    /// Stores whose orphan alarm is on.
    private var orphans: [AlarmID: StoreID] = [:]
    /// Warnings and breaches that nobody was told of; an alarm of the same instant makes up for it.
    private var silent: [(store: StoreID, at: Timestamp, entry: EventSequence)] = []
    private var wasUnknown: Set<OutboxID> = []
    private var accepted: Set<OutboxID> = []
    private var answers: Set<MessageID> = []
    /// Where each item stands, and what a debt is about.
    private var places: [MessageID: TicketID] = [:]
    private var repliesIn: [OutboxID: TicketID] = [:]
    private var messages: [DebtID: MessageID] = [:]
    /// The reply whose acceptance ended a debt for the time being.
    private var answering: [DebtID: OutboxID] = [:]
    /// The latest instant at which a mailbox went live.
    private var liveAt: Timestamp?

    private(set) var moves = InvariantResult(.provenDebts)
    private(set) var ends = InvariantResult(.honestEnds)
    private(set) var sends = InvariantResult(.nothingTwice)

    /// Warnings and breaches without a hearer and without an alarm.
    var unheard: [String] {
        silent.map { "entry \($0.entry.rawValue) reached nobody" }
    }

    mutating func note(_ record: EventRecord) {
        switch record.event {
        case .debtCreated(let debt):
            debts[debt.id] = DebtAccount(
                state: debt.state, start: debt.start, due: debt.platformDue)
            messages[debt.id] = debt.message
            bear(.debt, debt.id.rawValue)
        case .debtMoved(let move): note(move)
        case .outboxAdded(let item):
            outbox[item.id] = item.state
            repliesIn[item.id] = item.ticket
            bear(.outbox, item.id.rawValue)
        case .outboxMoved(let move): note(move)
        case .messageAdded(let message):
            if message.direction == .outbound { answers.insert(message.id) }
            places[message.id] = message.ticket
            bear(.message, message.id.rawValue)
        case .life(.itemsMoved(let move)):
            for message in move.messages { places[message] = move.to }
            for item in move.outbox { repliesIn[item] = move.to }
        case .mailboxWentLive(let live): liveAt = liveAt.map { max($0, live.at) } ?? live.at
        case .ticketOpened(let opening): bear(.ticket, opening.id.rawValue)
        case .buyerSeen(let buyer): bear(.buyer, buyer.id.rawValue)
        case .rawMailStored(let mail): bear(.rawMail, mail.id.rawValue)
        case .caseOpened(let item): bear(.deskCase, item.id.rawValue)
        case .attachmentAdded(let attachment): bear(.attachment, attachment.id.rawValue)
        case .dispatchAdded(let dispatch): bear(.dispatch, dispatch.id.rawValue)
        case .personSaved(let person): bear(.person, person.id.rawValue)
        case .alarmRaised(let alarm):
            bear(.alarm, alarm.id.rawValue)
            if alarm.kind == .orphan, let store = alarm.store {
                orphans[alarm.id] = store
                silent.removeAll { $0.store == store && $0.at == record.at }
            }
        case .alarmSettled(let alarm): orphans[alarm] = nil
        case .clock(.warned(let warning)):
            hear(warning.audience, of: warning.store, record)
        case .clock(.breached(let breach)): hear(breach.audience, of: breach.store, record)
        default: break
        }
    }

    /// A warning or a breach needs a hearer, or the store's alarm that there is none.
    private mutating func hear(
        _ audience: WarningAudience, of store: StoreID, _ record: EventRecord
    ) {
        guard audience.people.isEmpty, !orphans.values.contains(store) else { return }
        silent.append((store, record.at, record.sequence))
    }

    private mutating func bear(_ kind: BornRow, _ id: Int64) {
        born[kind, default: []].insert(id)
    }

    private mutating func note(_ move: DebtMove) {
        let id = move.debt
        guard let account = debts[id] else {
            moves.add("debt \(id.rawValue) moved before it was created")
            return
        }
        if account.state != move.from || !DebtRules.allows(move.from, to: move.to) {
            moves.add(
                "debt \(id.rawValue) moved from \(move.from.rawValue) to \(move.to.rawValue) "
                    + "while \(account.state.rawValue)")
        }
        debts[id]?.state = move.to
        if !isProven(move) {
            ends.add("debt \(id.rawValue) became \(move.to.rawValue) without what proves that")
        }
        if move.to == .owed { answering[id] = nil }
        if move.to == .answerPending, case .accepted(let item) = move.proof { answering[id] = item }
    }

    private func place(of debt: DebtID) -> TicketID? { messages[debt].flatMap { places[$0] } }

    /// Whether the proof is of the kind that ends a clock so (helpdesk section 2, I5).
    private func isProven(_ move: DebtMove) -> Bool {
        switch (move.to, move.proof) {
        case (.owed, _), (.excusePending, _): true
        case (.excused, .person), (.void, .person): true
        case (.void, .beforeGoLive):
            liveAt.flatMap { live in debts[move.debt].map { $0.start < live } } ?? false
        case (.answerPending, .person), (.answered, .person): true
        case (.answerPending, .accepted(let item)), (.answered, .accepted(let item)),
            (.answerPending, .acceptedUnseen(let item)),
            (.answered, .confirmed(let item)), (.answered, .bounceWindowPassed(let item)),
            (.answerPending, .confirmed(let item)):
            (outbox[item] == .accepted || outbox[item] == .confirmed)
                && (answering[move.debt] == item || place(of: move.debt) == repliesIn[item])
        case (.answered, .externalReply(let message)):
            answers.contains(message) && place(of: move.debt) == places[message]
        default: false
        }
    }

    private mutating func note(_ move: OutboxMove) {
        let id = move.item
        switch move.to {
        case .sending where wasUnknown.contains(id):
            sends.add("reply \(id.rawValue) went out again after nobody knew")
        case .unknown: wasUnknown.insert(id)
        case .accepted:
            if !accepted.insert(id).inserted { sends.add("reply \(id.rawValue) accepted twice") }
        default: break
        }
        outbox[id] = move.to
    }
}

/// Tables whose rows each begin with an entry of their own.
enum BornRow: String, Hashable, CaseIterable {
    case ticket, message, debt, outbox, buyer, attachment, dispatch, person, alarm
    case rawMail = "raw_mail"
    case deskCase = "desk_case"
}

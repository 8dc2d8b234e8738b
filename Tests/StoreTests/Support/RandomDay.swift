import HelpDesk
import Jobs
import Store
import SwiftExtensions

/// A seeded day at the desk: each step is one plausible transaction.
struct RandomDay {
    let desk: Desk
    /// Tickets that were merged away; they come back when that is undone.
    private var merged: [TicketID] = []
    private var random: SeededRandom
    private var tickets: [TicketID] = []
    private var counter: Int64 = 0

    /// Only what the first version of the schema knew.
    private let isOld: Bool

    init(seed: UInt64, desk: Desk? = nil, isOld: Bool = false) throws {
        self.isOld = isOld
        self.desk = try desk ?? Desk()
        random = SeededRandom(seed: seed)
    }

    /// What the desk lets nobody do: put a ticket to rest, or to sleep, over an answer that it owes.
    private static let refusals: [DeskError.Code] = [.ticketDebtOwed, .snoozeTooLong]

    /// Something happens; what the desk refuses has not happened.
    mutating func step() throws {
        do { try act() } catch let error as DeskError {
            guard Self.refusals.contains(error.code) else { throw error }
        }
    }

    private mutating func act() throws {
        desk.now = desk.now + .seconds(Int64.random(in: 1...600, using: &random))
        if !isOld, Int.random(in: 0..<5, using: &random) == 0 { return try live() }
        counter += 1
        guard let ticket = tickets.randomElement(using: &random) else { return try open() }
        switch Int.random(in: 0..<(isOld ? 12 : 26), using: &random) {
        case 0: try open()
        case 1: try mail(into: ticket)
        case 2: try write(to: ticket)
        case 3: try assign(ticket)
        case 4: try changeState(of: ticket)
        case 5: try desk.reply(ticket, state: pick([.held, .queued]))
        case 6, 7: try moveReply()
        case 8: try moveDebt(of: ticket)
        case 9: try draft(on: ticket)
        case 10: try order(for: ticket)
        case 11: try job()
        case 12:
            try settings()
            try warn()
            try desk.judge(on: ticket, counter)
            try desk.broadcast(counter)
            try desk.library(on: ticket, counter)
        case 13, 14: try cases(on: ticket)
        case 15: try limits(of: ticket)
        case 16: try files(on: ticket)
        case 17: try account()
        case 18...20: try clocks(on: ticket)
        case 21, 22: try routing(on: ticket)
        case 23, 24: try books(on: ticket)
        default: try sync(ticket)
        }
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    private mutating func open() throws {
        tickets.append(
            try desk.ticket(
                store: pick([Desk.us, Desk.eu]), buyerName: "Buyer \(counter)",
                keys: ["key \(Int.random(in: 0..<9, using: &random))"]))
    }

    private mutating func mail(into ticket: TicketID) throws {
        let now = desk.now
        let isKept = Bool.random(using: &random)
        let number = counter
        try desk.write { db in
            let bytes = Array("mail \(number)".utf8)
            let raw = try db.nextRawMailID()
            try db.putRawBytes(digest: ContentDigest.of(bytes), bytes: bytes)
            try db.record(
                .rawMailStored(
                    RawMail(
                        id: raw, mailbox: "desk", origin: "uid 1:\(number)",
                        digest: ContentDigest.of(bytes), byteCount: bytes.count,
                        fetchedAt: now)))
            try db.record(
                .rawMailSettled(
                    RawMailSettlement(
                        rawMail: raw, outcome: isKept ? .message : .notice, store: Desk.us,
                        ticket: isKept ? ticket : nil, dedupeKey: "mail \(number)")))
            try db.record(.cursorMoved(SyncCursor(name: "mailbox:desk", value: "\(number)")))
        }
    }

    /// Opens a case, tells more of one, or moves one on.
    private mutating func cases(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let known = try desk.read { try $0.cases(of: ticket) }.filter { $0.state != .closed }
        guard let item = known.randomElement(using: &random) else {
            if stored.state == .resolved || stored.state == .closed {
                try desk.state(ticket, stored.state, .open)
            }
            let id = try desk.write { try $0.nextCaseID() }
            return try desk.record(
                .caseOpened(
                    DeskCase(
                        id: id, kind: "return-request", store: stored.store, ticket: ticket,
                        order: stored.order, openedAt: desk.now,
                        reviewDue: desk.now + .hours(Int64.random(in: 1...90, using: &random)))))
        }
        try desk.record(
            .caseNoted(
                CaseNotice(
                    item: item.id, message: nil, reviewDue: pick([nil, desk.now + .hours(5)]))))
        let next = CaseState.allCases.filter { CaseRules.allows(item.state, to: $0) }
        let to = pick(next)
        if to == .open, stored.state == .resolved || stored.state == .closed {
            try desk.state(ticket, stored.state, .open)
        }
        try desk.record(
            .caseMoved(
                CaseMove(
                    item: item.id, from: item.state, to: to, at: desk.now,
                    proof: .person(Desk.ann, reason: "done"))))
    }

    /// A mail that was held back and let in, and what it says of whom may be written to.
    private mutating func limits(of ticket: TicketID) throws {
        let (now, number) = (desk.now, counter)
        try desk.write { db in
            let bytes = Array("held \(number)".utf8)
            let raw = try db.nextRawMailID()
            try db.putRawBytes(digest: ContentDigest.of(bytes), bytes: bytes)
            try db.record(
                .rawMailStored(
                    RawMail(
                        id: raw, mailbox: "desk", origin: "uid 2:\(number)",
                        digest: ContentDigest.of(bytes), byteCount: bytes.count, fetchedAt: now)))
            try db.record(
                .rawMailSettled(RawMailSettlement(rawMail: raw, outcome: .quarantined)))
            try db.record(.rawMailReleased(RawMailRelease(rawMail: raw, reason: "genuine")))
            try db.record(.rawMailSettled(RawMailSettlement(rawMail: raw, outcome: .notice)))
            try db.record(
                .optOutNoted(
                    OptOut(
                        rawMail: raw, store: Desk.us, buyer: try db.ticket(ticket)?.buyer,
                        order: nil, ticket: ticket, notedAt: now)))
            try db.record(
                .storeRestricted(
                    StoreRestriction(
                        store: Desk.eu, since: now, until: now + .hours(120), rawMail: raw)))
            try db.record(.ticketOrderNamed(ticket, OrderID("305-1111111-000000\(number % 9)")))
            try db.record(
                .mailboxWentLive(
                    MailboxGoLive(mailbox: "desk", at: now, readsFrom: now - .days(90))))
        }
    }

    private mutating func write(to ticket: TicketID) throws {
        let state = try desk.read { try $0.ticket(ticket) }?.state ?? .new
        if state == .resolved || state == .closed { try desk.state(ticket, state, .open) }
        let (message, _) = try desk.buyerMessage(
            ticket, "message \(counter)", kind: pick([.buyer, .courtesy]),
            due: .hours(Int64.random(in: 1...24, using: &random)),
            isProvisional: Bool.random(using: &random))
        try desk.write { db in
            let id = try db.nextAttachmentID()
            let bytes: [UInt8] = [1, 2, 3]
            try db.record(
                .attachmentAdded(
                    Attachment(
                        id: id, message: message, mediaType: "text/plain", byteCount: 3,
                        digest: ContentDigest.of(bytes))))
            try db.putAttachment(id, name: "list.txt", bytes: bytes)
            try db.record(
                .ticketClassified(ticket, language: "de", category: .productUsage))
        }
    }

    private mutating func assign(_ ticket: TicketID) throws {
        let owner = try desk.read { try $0.ticket(ticket) }?.owner
        try desk.record(
            .ticketAssigned(
                TicketAssignment(
                    ticket: ticket, from: owner, to: pick([nil, Desk.ann, Desk.bo]),
                    cause: .assign)))
    }

    private mutating func changeState(of ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let debts = try desk.read { try $0.debts(of: ticket) }
        let isFree =
            stored.openCases == 0
            && !debts.contains { $0.state == .owed || $0.state == .excusePending }
        let to = pick(isFree ? TicketState.allCases : [.open, .pending, .hold, .snoozed])
        try desk.record(
            .ticketStateChanged(
                TicketStateChange(
                    ticket: ticket, from: stored.state, to: to,
                    holdReason: to == .hold ? "carrier" : nil,
                    reviewAt: to == .hold ? desk.now + .days(1) : nil,
                    wakeAt: to == .snoozed && !isOld ? desk.now + .hours(3) : nil,
                    suspends: isOld ? nil : stored.interruptedRest,
                    startsCycle: stored.state == .resolved && to == .open)))
    }

    private mutating func moveReply() throws {
        let moves: [OutboxState: [OutboxState]] = [
            .held: [.queued, .withdrawn], .queued: [.sending, .withdrawn],
            .sending: [.accepted, .unknown, .failed], .accepted: [.confirmed],
            .unknown: [.confirmed, .failed],
        ]
        let items = try desk.read {
            try $0.outbox(states: OutboxState.allCases.filter { moves[$0] != nil }, scope: .all)
        }
        guard let item = items.randomElement(using: &random), let choices = moves[item.state]
        else { return }
        let to = pick(choices)
        try desk.record(
            .outboxMoved(
                OutboxMove(item: item.id, from: item.state, to: to, at: desk.now, evidence: "250")))
        guard to == .withdrawn else { return }
        try desk.record(
            .lintOverridden(
                item.id, LintOverride(rules: ["A"], requestedBy: Desk.ann, requestReason: "r")))
    }

    private mutating func moveDebt(of ticket: TicketID) throws {
        guard let debt = try desk.read({ try $0.owedDebts(of: ticket) }).first else { return }
        let to = pick([DebtState.answerPending, .answered, .excusePending, .excused, .void])
        let item = try desk.read { try $0.outbox(of: ticket) }.last?.id
        let proof = item.map { DebtProof.accepted($0) } ?? .person(Desk.ann, reason: "seen")
        try desk.record(
            .debtMoved(
                DebtMove(debt: debt.id, from: .owed, to: to, at: desk.now, proof: proof)))
    }

    private mutating func draft(on ticket: TicketID) throws {
        let text = "draft \(counter)"
        let isKept = Bool.random(using: &random)
        try desk.write { db in
            try db.record(
                .draftKept(
                    DraftMark(
                        ticket: ticket, person: Desk.ann, basis: .zero,
                        digest: isKept ? ContentDigest.of(text) : nil, at: desk.now)))
            if isKept { try db.putDraft(ticket, Desk.ann, text) }
        }
    }

    private mutating func order(for ticket: TicketID) throws {
        let number = OrderID("305-0000000-000000\(Int.random(in: 0..<9, using: &random))")
        let items = (0..<Int.random(in: 1...3, using: &random)).map { index in
            OrderItem(
                itemID: "\(index)", sku: nil, asin: "B0\(counter)", title: "Lamp", quantity: 1)
        }
        try desk.record(
            .orderSaved(
                Order(
                    id: number, store: Desk.us, channel: "amazon", marketplace: "US",
                    status: pick(OrderStatus.allCases), platformStatus: "X", createdAt: desk.now,
                    updatedAt: desk.now - .seconds(Int64.random(in: 0...9999, using: &random)),
                    isFulfilledByPlatform: true, items: items,
                    packages: [
                        OrderPackage(
                            reference: "1", carrier: nil, trackingNumber: nil, status: nil)
                    ])),
            .ticketOrderLinked(ticket, number))
    }

    /// Files that somebody opens, puts to a draft and sends.
    private mutating func files(on ticket: TicketID) throws {
        let file = OutgoingFile(kind: .png, byteCount: 3, digest: digest("file \(counter)"))
        let files = pick([[], [file], [file, file]])
        try desk.record(
            .draftFilesKept(DraftFiles(ticket: ticket, person: Desk.ann, files: files)))
        let position = Int(counter)
        try desk.write { db in
            if let item = try db.outbox(of: ticket).last {
                try db.record(
                    .outboxFileAdded(OutboxFile(item: item.id, position: position, file: file)))
            }
            guard let message = try db.messages(of: ticket).last,
                let attachment = try db.attachments(of: message.id).first
            else { return }
            try db.record(
                .attachmentOpened(
                    AttachmentOpening(attachment: attachment.id, purpose: .view, danger: nil)))
        }
    }

    /// A report that is asked for, stored and read, and what the account says of itself.
    private mutating func account() throws {
        let (now, number) = (desk.now, counter)
        let (topic, phase) = (pick(AccountTopic.allCases), pick(AccountPhase.allCases))
        let bad = pick([[], [BadReportLine(line: 3, field: "sku", reason: "missing")]])
        try desk.record(
            .account(
                .taskMoved(
                    AccountTask(
                        store: Desk.us, topic: topic, phase: phase, nextRun: now + .hours(1)))),
            .account(
                .participationsSeen(
                    StoreParticipations(
                        store: Desk.us, marketplaces: [], sellingPlan: pick([nil, "PROFESSIONAL"])))
            ),
            .account(
                .financesSeen(
                    OrderFinances(
                        order: OrderID("305-1111111-000000\(number % 9)"), store: Desk.us,
                        transactions: []))))
        try desk.write { db in
            let id = try db.nextReportID()
            let report = AccountReport(
                id: id, store: Desk.us, topic: .returns, platformID: "report \(number)",
                documentID: "document \(number)", type: "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE",
                createdAt: now, storedAt: now, digest: digest("report \(number)"))
            try db.record(.account(.reportStored(report)))
            try db.record(
                .account(.reportRead(AccountReportReading(report: id, rowCount: 2, badLines: bad))))
        }
    }

    private mutating func job() throws {
        let key = "\(counter)"
        try desk.write { db in
            let id = try db.nextJobID()
            try db.record(
                .jobAdded(JobRecord(id: id, kind: "k", key: key, payload: "{}", runAt: desk.now)))
            try db.record(
                .jobMoved(JobMove(job: id, to: .running, runAt: desk.now, attempts: 1)))
        }
    }

    private mutating func settings() throws {
        var person = Desk.person(Desk.bo, "bo")
        person.scope = pick([.all, .only([Desk.eu]), .only([])])
        person.isActive = Bool.random(using: &random)
        try desk.record(
            .personSaved(person),
            .credentialRenewed(
                CredentialRenewal(
                    subject: pick([.clientSecret, .authorisation(Desk.eu)]), at: desk.now,
                    isEstimated: Bool.random(using: &random))),
            .storeConfigured(Desk.profile(Desk.eu, pick([["DE"], ["FR", "IT", "ES"], []]))),
            .templateSaved(
                TemplateRecord(
                    key: "k", title: "T", language: "en", category: .other, body: "B",
                    version: Int(counter))))
    }

    /// Rights that change, and a request with an end or none.
    private mutating func rights(_ ticket: TicketID) throws {
        let version = (try desk.read { try $0.roleVersions() }.first?.version ?? 0) + 1
        try desk.record(
            .rights(
                .roleSaved(
                    RoleVersion(
                        role: .agent, version: version,
                        rights: RightSet([.read: .stores, .assign: pick([.own, .stores])]),
                        reason: "r"))),
            .rights(
                .looked(TicketLook(person: Desk.ann, ticket: ticket, store: Desk.us))),
            .rights(.signedIn(SignIn(person: Desk.ann, client: "deskhand", origin: "192.0.2.7"))),
            .rights(.signedOut(SignOut(person: Desk.ann, origin: "192.0.2.7"))),
            .rights(.presenceSet(PresenceOrder(person: Desk.bo, presence: .away))),
            .rights(.signInRefused(SignInRefusal(unixUser: "eve", code: .unknownUser))),
            .rights(
                .unmasked(
                    Unmasking(
                        person: Desk.ann, ticket: ticket, store: Desk.us, field: .name,
                        reason: "r"))),
            .rights(
                .accessReviewed(AccessReview(by: Desk.bo, at: desk.now, digest: "d", people: 2))))
        let act = pick([
            GuardedAct.void(ticket, Desk.us, debts: []), .person(Desk.person(Desk.bo, "bo")),
            .permit(.bulkSend, store: nil, subject: "s", digest: "d"),
        ])
        let outcomes: [GuardedSettlement.Outcome?] = [nil, .approved, .refused, .withdrawn, .alone]
        let outcome = pick(outcomes)
        let now = desk.now
        try desk.write { db in
            let id = try db.nextGuardedRequestID()
            try db.record(
                .rights(
                    .requestMade(
                        GuardedRequest(
                            id: id, act: act, requester: Desk.ann, reason: "r", at: now))))
            guard let outcome else { return }
            let isOwn = outcome == .withdrawn || outcome == .alone
            try db.record(
                .rights(
                    .requestSettled(
                        GuardedSettlement(
                            request: id, outcome: outcome, requester: Desk.ann,
                            by: isOwn ? Desk.ann : Desk.bo, reason: "s", at: now))))
        }
    }

    /// A stage of whichever credential is known first.
    private mutating func warn() throws {
        guard let known = try desk.read({ try $0.credentials() }).first else { return }
        try desk.record(
            .credentialWarned(
                CredentialWarning(
                    subject: known.subject, dueAt: known.dueAt, stage: pick([30, 7, 1, 0]))))
    }

    private mutating func sync(_ ticket: TicketID) throws {
        let failure = SyncFailure(errorClass: .network, operation: "getOrder", message: "reset")
        try desk.record(
            .syncReported(
                SyncReport(
                    store: pick([Desk.us, Desk.eu]), kind: pick(SyncKind.allCases),
                    startedAt: desk.now, finishedAt: desk.now,
                    failure: Bool.random(using: &random) ? failure : nil,
                    seenThrough: !isOld && Bool.random(using: &random) ? desk.now : nil)))
        guard !isOld else { return }
        try engine()
        try rights(ticket)
        try dispatch(on: ticket)
        try chronicle()
    }

    private func chronicle() throws {
        try desk.record(
            .chronicle(.breakNamed(RecordBreak(.edited, entry: counter))),
            .chronicle(
                .exportMade(
                    ExportNote(
                        what: "orders", format: "jsonl", rows: 1, hasPersonalData: false,
                        manifest: nil))),
            .chronicle(.deskVerified(VerificationNote(broken: [], entries: counter))),
            .chronicle(.lintRulesLoaded(LintRulesNote(files: [], refused: []))))
    }

    /// A typed message that leaves or is refused.
    private mutating func dispatch(on ticket: TicketID) throws {
        let (now, number, isRefused) = (desk.now, counter, Bool.random(using: &random))
        try desk.write { db in
            let id = try db.nextDispatchID()
            try db.record(
                .dispatchAdded(
                    Dispatch(
                        id: id, store: Desk.us, order: "305-7714402-1187543", marketplace: "US",
                        ticket: ticket, author: Desk.ann, kind: .message, action: "warranty",
                        queuedAt: now, idempotencyKey: digest("dispatch \(number)"))))
            guard isRefused else { return }
            try db.record(
                .dispatchMoved(
                    DispatchMove(
                        dispatch: id, from: .queued, to: .refused, at: now,
                        evidence: "dispatch.not_offered", problem: .dispatchNotOffered)))
        }
    }

    /// An alarm that comes and goes, and a sample that somebody compares.
    private mutating func engine() throws {
        let (store, isSettled) = (pick([Desk.us, Desk.eu, nil]), Bool.random(using: &random))
        let start = desk.now - .hours(Int64.random(in: 3...72, using: &random))
        let subject = "shape \(counter)"
        try desk.write { db in
            let alarm = try db.nextAlarmID()
            try db.record(
                .alarmRaised(DeskAlarm(id: alarm, kind: .drift, store: store, subject: subject)))
            if isSettled { try db.record(.alarmSettled(alarm)) }
            guard let store, try !db.isDrawn(store, start) else { return }
            let check = try db.nextSpotCheckID()
            try db.record(
                .spotCheckDrawn(
                    SpotCheckDraw(id: check, store: store, start: start, cause: .random)))
            guard isSettled else { return }
            try db.record(
                .spotCheckRecorded(
                    SpotCheckFinding(
                        check: check, result: .match, platformCount: nil, person: Desk.ann)))
        }
    }

    /// Something of a ticket's life; one that was merged away has none of its own.
    private mutating func live() throws {
        counter += 1
        guard let ticket = tickets.randomElement(using: &random) else { return try open() }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: try marks(on: ticket)
        case 1: try notes(on: ticket)
        case 2: try joins(of: ticket)
        default: try undo(on: ticket)
        }
    }

    private mutating func marks(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let priority = pick(TicketPriority.allCases)
        let flags: TicketFlags = pick([[], .spam, [.spam, .muted], .vip])
        let tag: TagName = pick(["refund", "late", "退款"])
        try desk.record(
            .life(
                .priorityChanged(
                    PriorityChange(ticket: ticket, from: stored.priority, to: priority))),
            .life(.flagsChanged(FlagChange(ticket: ticket, from: stored.flags, to: flags))),
            .life(.tagSaved(Tag(name: tag, colour: pick(TagColour.allCases), isSticky: true))),
            .life(Bool.random(using: &random) ? .tagged(ticket, tag) : .untagged(ticket, tag)),
            .life(
                Bool.random(using: &random)
                    ? .watched(ticket, Desk.ann) : .unwatched(ticket, Desk.ann)))
    }

    /// A note with a time to look, changed, done or taken away, and somebody told of it.
    private mutating func notes(on ticket: TicketID) throws {
        let (now, number, choice) = (desk.now, counter, Int.random(in: 0..<4, using: &random))
        try desk.write { db in
            let note = try db.nextMessageID()
            try db.record(
                .messageAdded(
                    Message(
                        id: note, ticket: ticket, direction: .note, kind: .note, platformTime: now,
                        storedAt: now, author: Desk.ann, bodyDigest: digest("note \(number)"))))
            try db.putMessage(note, MessageContent(subject: "", body: "note \(number)"))
            try db.record(
                .life(.noteDueSet(NoteDue(message: note, ticket: ticket, due: now + .days(1)))))
            try db.record(
                .life(
                    .noticeGiven(
                        PersonalNotice(
                            id: try db.nextNoticeID(), person: Desk.bo, ticket: ticket,
                            kind: .note, message: note))))
            switch choice {
            case 0:
                try db.record(
                    .life(.noteEdited(NoteEdit(message: note, bodyDigest: digest("better")))))
                try db.putMessage(note, MessageContent(subject: "", body: "better"))
            case 1:
                try db.record(.life(.noteDueDone(note)))
                try db.record(
                    .life(
                        .composeTaken(
                            ComposeTakeover(
                                ticket: ticket, from: Desk.ann, to: nil, reason: "moved"))))
            case 2:
                try db.record(.life(.noteDeleted(note)))
                try db.sealNote(note)
            default: try db.record(.life(.noticesRead(Desk.bo, through: NoticeID(1))))
            }
        }
    }

    /// Links two tickets, merges them, or takes a merge back.
    private mutating func joins(of ticket: TicketID) throws {
        let others = (tickets + merged).filter { $0 != ticket }
        guard let other = others.randomElement(using: &random),
            let source = try desk.read({ try $0.ticket(ticket) }),
            let survivor = try desk.read({ try $0.ticket(other) })
        else { return }
        let kind = pick(LinkKind.allCases)
        if let merge = try desk.read({ try $0.merge(of: other) }), merge.survivor == ticket {
            merged.removeAll { $0 == other }
            tickets.append(other)
            return try desk.record(
                .life(
                    .unmerged(
                        TicketUnmerge(
                            source: other, survivor: ticket,
                            standing: TicketStanding(state: .open)))),
                .life(.itemsMoved(merge.move.reversed)))
        }
        guard survivor.mergedInto == nil, source.store == survivor.store,
            survivor.state == .open || survivor.state == .new
        else {
            return try desk.record(
                .life(.linked(TicketLink(from: ticket, to: other, kind: kind))))
        }
        try desk.write { db in
            let move = ItemMove(
                from: ticket, to: other, cause: .merge,
                messages: try db.messageNumbers(of: ticket),
                cases: try db.attachedItems(of: ticket).cases,
                outbox: try db.attachedItems(of: ticket).outbox,
                dispatches: try db.attachedItems(of: ticket).dispatches)
            try db.record(.life(.itemsMoved(move)))
            try db.record(
                .life(
                    .mergedInto(
                        TicketMerge(
                            source: ticket, survivor: other,
                            standing: try db.standing(of: source), move: move))))
            try db.refile(move.messages)
        }
        tickets.removeAll { $0 == ticket }
        merged.append(ticket)
    }

    private mutating func undo(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let events = try desk.read { try $0.events(of: ticket) }
        let last = events.last { if case .ticketStateChanged = $0.event { true } else { false } }
        guard let last else { return }
        let rest = Suspension(state: .hold, reason: "carrier", until: desk.now + .days(1))
        let to = pick([
            TicketStanding(state: .open, suspension: rest),
            TicketStanding(state: .snoozed, wakeAt: desk.now + .hours(1)),
        ])
        try desk.record(
            .life(
                .stateUndone(
                    StateUndo(ticket: ticket, undone: last.sequence, from: stored.state, to: to))))
    }
}

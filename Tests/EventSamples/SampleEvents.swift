package import HelpDesk
package import SwiftExtensions

/// One event of each kind, in an order in which they fit each other, on top of an empty `Desk`.
package enum SampleEvents {
    package static let time = Timestamp(milliseconds: 1_772_900_000_123)

    package static let all: [DeskEvent] =
        setUp + mail + thread + reply + files + cases + work + account + credentials
        + clocks
        + QualitySamples.all + WallSamples.all + CategorySamples.all + LibrarySamples.all + rights

    private static let rights: [DeskEvent] = [
        .rights(
            .roleSaved(
                RoleVersion(
                    role: .agent, version: 1, rights: RightSet([.read: .stores, .assign: .own]),
                    reason: "trial"))),
        .rights(
            .requestMade(
                GuardedRequest(
                    id: GuardedRequestID(1),
                    act: .void(TicketID(1), Desk.us, debts: [DebtID(1)]),
                    requester: Desk.ann, reason: "spam", at: time))),
        .rights(
            .requestSettled(
                GuardedSettlement(
                    request: GuardedRequestID(1), outcome: .approved, requester: Desk.ann,
                    by: Desk.bo, reason: "seen", at: time + .minutes(2)))),
        .rights(
            .signedIn(
                SignIn(
                    person: Desk.ann, client: "deskhand", origin: "192.0.2.7", actingUser: nil,
                    alsoAt: ["192.0.2.8"]))),
        .rights(.signedOut(SignOut(person: Desk.ann, origin: "192.0.2.7"))),
        .rights(.presenceSet(PresenceOrder(person: Desk.bo, presence: .off, until: time))),
        .rights(.signInRefused(SignInRefusal(unixUser: "eve", code: .unknownUser))),
        .rights(.looked(TicketLook(person: Desk.ann, ticket: TicketID(1), store: Desk.us))),
        .rights(
            .unmasked(
                Unmasking(
                    person: Desk.ann, ticket: TicketID(1), store: Desk.us, field: .name,
                    reason: "customs form"))),
        .rights(
            .accessReviewed(
                AccessReview(by: Desk.bo, at: time, digest: digest("list"), people: 3))),
    ]

    private static let credentials: [DeskEvent] =
        life + [
            .credentialRenewed(CredentialRenewal(subject: .clientSecret, at: time - .days(175))),
            .credentialWarned(
                CredentialWarning(subject: .clientSecret, dueAt: time + .days(5), stage: 7)),
            .chronicle(.breakNamed(RecordBreak(.edited, entry: 5))),
            .chronicle(
                .breakSigned(
                    SignedBreak(
                        found: RecordBreak(.edited, entry: 5), after: 1, head: "00", signature: "00"
                    ))),
            .chronicle(
                .exportMade(
                    ExportNote(
                        what: "tickets", format: "csv", rows: 7, hasPersonalData: false,
                        manifest: digest("manifest")))),
            .chronicle(.deskVerified(VerificationNote(broken: [.oneDebtEach], entries: 9))),
            .chronicle(
                .lintRulesLoaded(
                    LintRulesNote(
                        files: [.init(name: "house.toml", version: "3", digest: digest("rules"))],
                        refused: [
                            .init(
                                name: "de.toml", line: 4, key: "rule[1].severity",
                                reason: "must be a text")
                        ]))),
        ]

    private static let life: [DeskEvent] =
        [
            .ticketStateChanged(
                TicketStateChange(
                    ticket: TicketID(2), from: .new, to: .snoozed, wakeAt: time + .hours(3))),
            .ticketStateChanged(
                TicketStateChange(
                    ticket: TicketID(2), from: .snoozed, to: .open,
                    suspends: Suspension(state: .snoozed, reason: nil, until: time + .hours(3)))),
            .life(
                .stateUndone(
                    StateUndo(
                        ticket: TicketID(2), undone: EventSequence(1_000), from: .open,
                        to: TicketStanding(
                            state: .hold, holdReason: "carrier", reviewAt: time + .days(1),
                            suspension: Suspension(
                                state: .hold, reason: "carrier", until: time + .days(2)))))),
            .life(.reopeningCounted(TicketID(2))),
            .life(
                .priorityChanged(PriorityChange(ticket: TicketID(2), from: .normal, to: .urgent))),
            .life(.flagsChanged(FlagChange(ticket: TicketID(2), from: [], to: [.spam, .muted]))),
            .messageAdded(
                Message(
                    id: MessageID(7), ticket: TicketID(2), direction: .note, kind: .note,
                    platformTime: time, storedAt: time, author: Desk.ann, bodyDigest: digest("note")
                )),
            .life(.noteEdited(NoteEdit(message: MessageID(7), bodyDigest: digest("new")))),
            .life(
                .noteDueSet(
                    NoteDue(message: MessageID(7), ticket: TicketID(2), due: time + .days(1)))),
            .life(.noteDueDone(MessageID(7))),
            .life(
                .composeTaken(
                    ComposeTakeover(
                        ticket: TicketID(2), from: Desk.ann, to: Desk.bo, reason: "ann left"))),
            .life(.tagSaved(Tag(name: "refund", group: "money", colour: .red, aliases: ["退款"]))),
            .life(.tagged(TicketID(2), "refund")),
            .life(.tagged(TicketID(2), "late")),
            .life(.untagged(TicketID(2), "late")),
            .life(.watched(TicketID(2), Desk.ann)),
            .life(.watched(TicketID(2), Desk.bo)),
            .life(.unwatched(TicketID(2), Desk.bo)),
            .life(
                .noticeGiven(
                    PersonalNotice(
                        id: NoticeID(1), person: Desk.ann, ticket: TicketID(2), kind: .mention,
                        message: MessageID(7)))),
            .life(.noticesRead(Desk.ann, through: NoticeID(1))),
            .life(.noteDeleted(MessageID(7))),
            .buyerSeen(
                Buyer(id: BuyerID(2), store: Desk.us, aliasDigest: digest("other"), firstSeen: time)
            ),
            .life(.buyersLinked(BuyerID(1), BuyerID(2))),
            .life(
                .kindCorrected(
                    KindCorrection(
                        message: MessageID(1), ticket: TicketID(1), from: .buyer, to: .courtesy,
                        by: Desk.ann, reason: "thanks"))),
            .life(
                .buyersJoined(
                    BuyerJoin(
                        ticket: TicketID(2), BuyerID(2), BuyerID(1), isOn: false, reason: "two"))),
            .ticketOpened(
                TicketOpening(
                    id: TicketID(30), store: Desk.us, marketplace: "US", buyer: nil, order: nil,
                    language: "und", category: .other, openedAt: time)),
            .life(.linked(TicketLink(from: TicketID(30), to: TicketID(2), kind: .related))),
            .life(.linked(TicketLink(from: TicketID(2), to: TicketID(30), kind: .parent))),
            .life(.unlinked(TicketLink(from: TicketID(2), to: TicketID(30), kind: .parent))),
        ] + mergeAndBack

    private static let mergeAndBack: [DeskEvent] = {
        let move = ItemMove(
            from: TicketID(2), to: TicketID(30), cause: .merge, messages: [MessageID(7)],
            cases: [CaseID(1)])
        let standing = TicketStanding(
            state: .hold, holdReason: "carrier", reviewAt: time + .days(1))
        return [
            .life(.itemsMoved(move)),
            .life(
                .mergedInto(
                    TicketMerge(
                        source: TicketID(2), survivor: TicketID(30), standing: standing,
                        move: move))),
            .life(
                .unmerged(
                    TicketUnmerge(
                        source: TicketID(2), survivor: TicketID(30), standing: standing))),
            .life(.itemsMoved(move.reversed)),
        ]
    }()

    private static let setUp: [DeskEvent] = [
        .storeConfigured(Desk.profile("nova-jp", ["JP"])),
        .personSaved(Desk.person(PersonID(3), "cho")),
        .templateSaved(
            TemplateRecord(
                key: "hello.de", title: "Gruß", language: "de", category: .other,
                body: "Guten Tag {{name}}", version: 2)),
    ]

    private static let mail: [DeskEvent] = [
        .rawMailStored(
            RawMail(
                id: RawMailID(1), mailbox: "desk", origin: "uid 17:4021", digest: digest("raw"),
                byteCount: 3, fetchedAt: time)),
        .buyerSeen(
            Buyer(id: BuyerID(1), store: Desk.us, aliasDigest: digest("alias"), firstSeen: time)),
        .ticketOpened(
            TicketOpening(
                id: TicketID(1), store: Desk.us, marketplace: "US", buyer: BuyerID(1), order: nil,
                language: "und", category: .other, openedAt: time, threadKeys: ["thread"])),
        .messageAdded(
            Message(
                id: MessageID(1), ticket: TicketID(1), direction: .inbound, kind: .buyer,
                platformTime: time, storedAt: time, language: "en", languageConfidence: 0.625,
                category: .returnRefund, joinedBy: .platformThread, rawMail: RawMailID(1),
                bodyDigest: digest("body"))),
        .attachmentAdded(
            Attachment(
                id: AttachmentID(1), message: MessageID(1), mediaType: "image/png", byteCount: 4,
                digest: digest("file"))),
        .debtCreated(
            Debt(
                id: DebtID(1), message: MessageID(1), ticket: TicketID(1), store: Desk.us,
                start: time, platformDue: time + .hours(24), isBornLate: true)),
        .rawMailSettled(
            RawMailSettlement(
                rawMail: RawMailID(1), outcome: .message, store: Desk.us, ticket: TicketID(1),
                message: MessageID(1), dedupeKey: digest("key"), reason: "relay")),
        .cursorMoved(SyncCursor(name: "mailbox:desk", value: #"{"uid":4021}"#)),
    ]

    private static let thread: [DeskEvent] = [
        .ticketClassified(TicketID(1), language: "de", category: .whereIsMyOrder),
        .ticketOrderLinked(TicketID(1), "305-7714402-1187543"),
        .ticketAssigned(
            TicketAssignment(ticket: TicketID(1), from: nil, to: Desk.ann, cause: .claim)),
        .ticketStateChanged(
            TicketStateChange(
                ticket: TicketID(1), from: .new, to: .hold, holdReason: "carrier",
                reviewAt: time + .days(2))),
        .draftKept(
            DraftMark(
                ticket: TicketID(1), person: Desk.ann, basis: EventSequence(1),
                digest: digest("draft"), at: time)),
    ]

    private static let reply: [DeskEvent] = [
        .outboxAdded(
            OutboxItem(
                id: OutboxID(1), ticket: TicketID(1), store: Desk.us, author: Desk.ann,
                basis: EventSequence(8), state: .held, queuedAt: time, releaseAt: time,
                idempotencyKey: digest("send"), stateAfter: .resolved, template: "hello.de")),
        .lintOverridden(
            OutboxID(1),
            LintOverride(
                rules: ["CON-01"], requestedBy: Desk.ann, requestReason: "asked for",
                approvedBy: Desk.bo, approvalReason: "fine")),
        .outboxMoved(
            OutboxMove(item: OutboxID(1), from: .held, to: .accepted, at: time, evidence: "250")),
        .debtMoved(
            DebtMove(
                debt: DebtID(1), from: .owed, to: .answerPending, at: time,
                proof: .accepted(OutboxID(1)))),
    ]

    private static let picture = OutgoingFile(kind: .png, byteCount: 4, digest: digest("file"))

    private static let files: [DeskEvent] = [
        .attachmentOpened(
            AttachmentOpening(attachment: AttachmentID(1), purpose: .save, danger: nil)),
        .draftFilesKept(DraftFiles(ticket: TicketID(1), person: Desk.ann, files: [picture])),
        .outboxFileAdded(OutboxFile(item: OutboxID(1), position: 0, file: picture)),
    ]

    private static let account: [DeskEvent] = [
        .account(.taskMoved(task)),
        .account(
            .reportStored(
                AccountReport(
                    id: 1, store: Desk.us, topic: .feedback, platformID: "50001",
                    documentID: "amzn1.spdoc.1", type: "GET_SELLER_FEEDBACK_DATA",
                    createdAt: time, dataStart: time - .days(30), dataEnd: time,
                    storedAt: time + .seconds(9), digest: digest("report"), charset: "Cp1252"))),
        .account(
            .reportRead(
                AccountReportReading(
                    report: 1, rowCount: 2,
                    badLines: [BadReportLine(line: 4, field: "Rating", reason: "unreadable")]))),
        .account(
            .participationsSeen(
                StoreParticipations(
                    store: Desk.us,
                    marketplaces: [
                        StoreParticipation(
                            marketplaceID: "ATVPDKIKX0DER", name: "Amazon.com", countryCode: "US",
                            storeName: "Nova", isParticipating: true, hasSuspendedListings: false)
                    ], businessType: "PRIVATE_LIMITED", sellingPlan: "PROFESSIONAL"))),
        .account(
            .financesSeen(
                OrderFinances(
                    order: "305-7714402-1187543", store: Desk.us,
                    transactions: [
                        MoneyTransaction(
                            transactionID: "t1", type: "Refund", status: "RELEASED",
                            postedAt: time, total: Money(amount: "-6.15", currency: "USD"),
                            parts: [
                                MoneyPart(
                                    path: "Refund/ProductCharges",
                                    amount: Money(amount: "-6.15", currency: "USD"))
                            ])
                    ]))),
    ]

    private static let orderFacts: OrderFacts = {
        var facts = OrderFacts()
        facts.serviceLevel = "Standard"
        facts.associated = [
            OrderFacts.Association(
                order: "305-0000000-0000001", kind: "REPLACEMENT_ORIGINAL_ID")
        ]
        facts.payments = [
            OrderFacts.Amount(
                name: "CreditCard", money: Money(amount: "19.90", currency: "EUR"))
        ]
        return facts
    }()

    private static let task: AccountTask = {
        var task = AccountTask(
            store: Desk.us, topic: .feedback, phase: .requested, nextRun: time + .minutes(5))
        task.reportID = "50001"
        task.requestedAt = time
        task.lastAttempt = time
        task.failure = SyncFailure(
            errorClass: .throttled, operation: "getReport", message: "QuotaExceeded")
        return task
    }()

    private static let cases: [DeskEvent] = [
        .rawMailStored(
            RawMail(
                id: RawMailID(2), mailbox: "desk", origin: "uid 17:4022", digest: digest("held"),
                byteCount: 3, fetchedAt: time)),
        .rawMailSettled(
            RawMailSettlement(
                rawMail: RawMailID(2), outcome: .quarantined, reason: "spf-failed")),
        .rawMailReleased(RawMailRelease(rawMail: RawMailID(2), reason: "asked the buyer")),
        .rawMailSettled(RawMailSettlement(rawMail: RawMailID(2), outcome: .ignored)),
        .ticketOpened(
            TicketOpening(
                id: TicketID(2), store: Desk.us, marketplace: "US", buyer: nil, order: nil,
                language: "und", category: .other, openedAt: time)),
        .ticketOrderNamed(TicketID(2), "305-0000000-0000001"),
        .caseOpened(
            DeskCase(
                id: CaseID(1), kind: "a-to-z-claim", store: Desk.us, ticket: TicketID(2),
                order: "305-0000000-0000002", openedAt: time, reviewDue: time + .hours(48),
                isProminent: true)),
        .caseNoted(
            CaseNotice(
                item: CaseID(1), message: nil, reviewDue: time + .hours(72), isDeadlineNamed: true)
        ),
        .caseMoved(
            CaseMove(
                item: CaseID(1), from: .open, to: .answered, at: time + .seconds(9),
                proof: .person(Desk.ann, reason: "answered on the platform"))),
        .optOutNoted(
            OptOut(
                rawMail: RawMailID(1), store: Desk.us, buyer: BuyerID(1), order: nil,
                ticket: TicketID(1), notedAt: time)),
        .mailboxWentLive(
            MailboxGoLive(mailbox: "desk", at: time, readsFrom: time - .days(90))),
        .storeRestricted(
            StoreRestriction(
                store: Desk.us, since: time, until: time + .hours(120), rawMail: RawMailID(1))),
    ]

    private static let work: [DeskEvent] =
        routing + [
            .dispatchAdded(
                Dispatch(
                    id: DispatchID(1), store: Desk.us, order: "305-7714402-1187543",
                    marketplace: "US", ticket: TicketID(1), author: Desk.ann, kind: .message,
                    action: "warranty", queuedAt: time, idempotencyKey: digest("dispatch"),
                    textDigest: digest("words"),
                    files: [
                        DispatchFile(
                            mediaType: "application/pdf", byteCount: 4, digest: digest("file"))
                    ], coverage: CoveragePeriod(start: time, end: time + .days(365)),
                    confirmedRules: ["LNK-02"])),
            .dispatchMoved(
                DispatchMove(
                    dispatch: DispatchID(1), from: .queued, to: .refused, at: time,
                    evidence: "dispatch.not_offered", problem: .dispatchNotOffered)),
            .dispatchAdded(
                Dispatch(
                    id: DispatchID(2), store: Desk.us, order: "305-7714402-1187543",
                    marketplace: "US", author: Desk.bo, kind: .shipment, action: "confirmShipment",
                    queuedAt: time, idempotencyKey: digest("shipment"),
                    shipment: ShipmentConfirmation(
                        packageReference: "1", carrierCode: "Other", carrierName: "Bike",
                        shippingMethod: "by hand", trackingNumber: "T9", shippedAt: time,
                        items: [
                            ShippedItem(itemID: "1", quantity: 1, transparencyCodes: ["AZ:1"])
                        ], isCollectedOnDelivery: true))),
            .orderSaved(
                Order(
                    id: "305-7714402-1187543", store: Desk.us, channel: "amazon", marketplace: "US",
                    status: .partiallyShipped, platformStatus: "PARTIALLY_SHIPPED", createdAt: time,
                    updatedAt: time, isFulfilledByPlatform: true, programs: ["PRIME"],
                    total: Money(amount: "12.30", currency: "USD"), shipBy: time,
                    deliverFrom: time, deliverBy: time + .days(3),
                    items: [
                        OrderItem(
                            itemID: "1", sku: "L-1", asin: "B0ABCDEFGH", title: "Lamp", quantity: 2,
                            quantityShipped: 1, unitPrice: Money(amount: "6.15", currency: "USD"),
                            isCancelRequested: true)
                    ],
                    packages: [
                        OrderPackage(
                            reference: "1", carrier: "Post", trackingNumber: "T1",
                            status: "IN_TRANSIT",
                            detailedStatus: "ARRIVED", shippedAt: time)
                    ], withheld: [WithheldPart(part: .recipient, role: "Delivery")],
                    facts: orderFacts)),
            .jobAdded(
                JobRecord(id: JobID(1), kind: "order-refresh", key: "1", payload: "{}", runAt: time)
            ),
            .jobMoved(
                JobMove(
                    job: JobID(1), to: .dead, runAt: time, attempts: 3, lastError: "not-found")),
            .syncReported(
                SyncReport(
                    store: Desk.us, kind: .orders, startedAt: time, finishedAt: time + .seconds(2),
                    fetched: 3,
                    failure: SyncFailure(
                        errorClass: .throttled, operation: "searchOrders", message: "QuotaExceeded",
                        retryAfterSeconds: 2.5))),
            .alarmRaised(
                DeskAlarm(
                    id: AlarmID(1), kind: .blind, store: Desk.us, subject: "messages",
                    arguments: ["minutes": "61"])),
            .alarmSettled(AlarmID(1)),
            .spotCheckDrawn(
                SpotCheckDraw(
                    id: SpotCheckID(1), store: Desk.us, start: time - .hours(30), cause: .random)),
            .spotCheckRecorded(
                SpotCheckFinding(
                    check: SpotCheckID(1), result: .missing, platformCount: 4, person: Desk.ann)),
        ]
}

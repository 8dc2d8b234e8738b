import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Every method × role × scope: what somebody may not see does not exist for them, and what their
/// role may not do is refused with the role that may.
@Suite struct RightsMatrixTests {
    enum Verdict: Hashable {
        case fine
        case refused(DeskError.Code)
    }

    struct Row: Sendable {
        var name: String
        /// What an agent, a supervisor, an admin within scope get.
        var agent: Verdict
        var supervisor: Verdict
        var admin: Verdict
        /// What an agent of another store gets.
        var stranger: Verdict
        /// The call as a client would send it.
        var request: @Sendable (World, TicketID, OutboxID) -> any RemoteCall
        var call: @Sendable (World, TicketID, OutboxID, Principal) async throws -> Void
    }

    static func row<Call: DeskCall>(
        _ agent: Verdict = .fine, _ supervisor: Verdict = .fine, _ admin: Verdict = .fine,
        stranger: Verdict = .refused(.ticketNotFound),
        _ make: @escaping @Sendable (World, TicketID, OutboxID) -> Call
    ) -> Row {
        Row(
            name: Call.method, agent: agent, supervisor: supervisor, admin: admin,
            stranger: stranger, request: make
        ) { world, ticket, item, caller in
            _ = try await world.desk.perform(make(world, ticket, item), as: caller)
        }
    }

    static let rows: [Row] =
        ticketRows + lifeRows + replyRows + fileRows + otherRows + engineRows + recordRows
        + reportRows + clockRows + rightsRows + wallRows + collisionRows + libraryRows

    static let ticketRows: [Row] = [
        row(stranger: .fine) { _, _, _ in ListTickets(queue: .all) },
        row(stranger: .refused(.storeOutOfScope)) { _, _, _ in
            ListTickets(queue: .all, store: World.europe)
        },
        row { _, ticket, _ in ShowTicket(ticket: ticket, refreshOrder: false) },
        row { _, ticket, _ in ClaimTicket(ticket: ticket) },
        row { _, ticket, _ in AssignTicket(ticket: ticket, to: nil, expectedOwner: nil) },
        row { world, ticket, _ in
            HoldTicket(ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .hours(1))
        },
        row(
            .refused(.ticketDebtOwed), .refused(.ticketDebtOwed), .refused(.ticketDebtOwed)
        ) { _, ticket, _ in ResolveTicket(ticket: ticket) },
        row(
            .refused(.ticketStateRefused), .refused(.ticketStateRefused),
            .refused(.ticketStateRefused)
        ) { _, ticket, _ in ReopenTicket(ticket: ticket) },
        row { _, ticket, _ in
            ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks")
        },
        row { _, ticket, _ in AddNote(ticket: ticket, text: "note") },
        row { _, ticket, _ in ListEvents(ticket: ticket) },
    ]

    static let lifeRows: [Row] = [
        row { world, ticket, _ in
            SnoozeTicket(ticket: ticket, until: world.clock.now + .hours(1))
        },
        row(
            .refused(.nothingSuspended), .refused(.nothingSuspended), .refused(.nothingSuspended)
        ) { _, ticket, _ in RestoreTicket(ticket: ticket) },
        row(
            .refused(.nothingToUndo), .refused(.nothingToUndo), .refused(.nothingToUndo)
        ) { _, ticket, _ in UndoTicket(ticket: ticket) },
        row(na, .refused(.mergeSelf), .refused(.mergeSelf), stranger: na) { _, ticket, _ in
            MergeTickets(ticket: ticket, with: ticket)
        },
        row(na, .refused(.notMerged), .refused(.notMerged), stranger: na) { _, ticket, _ in
            UnmergeTicket(ticket: ticket)
        },
        row(na, stranger: na) { _, ticket, _ in
            LinkBuyers(ticket: ticket, with: ticket, reason: "same street")
        },
        row { _, ticket, _ in
            CorrectKind(
                message: MessageID(ticket.rawValue), kind: .courtesy, reason: "thanks")
        },
        row(na, .refused(.splitNothing), .refused(.splitNothing), stranger: na) { _, ticket, _ in
            SplitTicket(ticket: ticket, messages: [])
        },
        row(.refused(.linkSelf), .refused(.linkSelf), .refused(.linkSelf)) { _, ticket, _ in
            LinkTickets(ticket: ticket, to: ticket, kind: .related)
        },
        row { _, ticket, _ in SetPriority(ticket: ticket, priority: .high) },
        row { _, ticket, _ in SetCategory(ticket: ticket, category: .wrongItem) },
        row { _, ticket, _ in FlagTicket(ticket: ticket, flag: .spam, isOn: true) },
        row { _, ticket, _ in FlagTicket(ticket: ticket, flag: .vip, isOn: true) },
        row(na) { _, ticket, _ in FlagTicket(ticket: ticket, flag: .legalHold, isOn: true) },
        row(na) { _, ticket, _ in FlagTicket(ticket: ticket, flag: .drill, isOn: true) },
        row { _, ticket, _ in WatchTicket(ticket: ticket, isOn: true) },
        row(.refused(.tagUnknown)) { _, ticket, _ in TagTicket(ticket: ticket, tag: "carrier") },
        row(stranger: .fine) { _, _, _ in ListTags() },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
            SaveTag(tag: Tag(name: "carrier"))
        },
        row(noNote, noNote, noNote, stranger: noNote) { _, _, _ in
            EditNote(note: MessageID(999), text: "note")
        },
        row(noNote, noNote, noNote, stranger: noNote) { _, _, _ in
            DeleteNote(note: MessageID(999))
        },
        row(noNote, noNote, noNote, stranger: noNote) { _, _, _ in
            SetNoteDue(note: MessageID(999), due: nil)
        },
        row(stranger: .fine) { _, _, _ in ListMentions() },
        row(stranger: .fine) { _, _, _ in ReadMentions(through: NoticeID(1)) },
        row(stranger: .fine) { _, ticket, _ in ActOnTickets(tickets: [ticket], act: .take) },
    ]

    private static let na = Verdict.refused(.notAllowed)
    private static let noNote = Verdict.refused(.noteNotFound)

    private static let noDrafts = Verdict.refused(.draftOff)
    private static let noneAsked = Verdict.refused(.draftNotAsked)

    static let replyRows: [Row] = [
        row { _, ticket, _ in LintReply(ticket: ticket, text: "Hallo") },
        row { _, ticket, _ in
            SendReply(
                ticket: ticket, basis: EventSequence(1_000_000), text: "Morgen.",
                staleReason: "Both are right.")
        },
        row { _, ticket, _ in SaveDraft(ticket: ticket, basis: .zero, text: "Entwurf") },
        row(
            .refused(.notAllowed), .refused(.outboxTooLate), .refused(.outboxTooLate),
            stranger: .refused(.notAllowed)
        ) { _, _, item in ReviewReply(item: item, isApproved: true, reason: "Yes.") },
        row(
            .refused(.outboxTooLate), .refused(.outboxTooLate), .refused(.outboxTooLate),
            stranger: .refused(.outboxNotFound)
        ) { _, _, item in SettleReply(item: item, hasArrived: true, reason: "Seen.") },
        row(
            .refused(.notAllowed), .refused(.notAllowed), .refused(.notAllowed),
            stranger: .refused(.outboxNotFound)
        ) { _, _, item in UndoReply(item: item) },
        row(stranger: .fine) { _, _, _ in ListOutbox() },
        row { _, ticket, _ in SuggestReplies(ticket: ticket) },
        Row(
            name: TranslateMessage.method, agent: .fine, supervisor: .fine, admin: .fine,
            stranger: .refused(.ticketNotFound),
            request: { _, ticket, _ in
                TranslateMessage(ticket: ticket, message: MessageID(1), to: "en")
            }
        ) { world, ticket, _, caller in
            let message = try await world.messages(ticket).first?.id ?? MessageID(1)
            _ = try await world.desk.perform(
                TranslateMessage(ticket: ticket, message: message, to: "en"), as: caller)
        },
        row { _, ticket, _ in TranslateDraft(ticket: ticket, text: "Hello") },
        row { _, ticket, _ in CancelTranslation(ticket: ticket) },
        row(noDrafts, noDrafts, noDrafts) { _, ticket, _ in AskDraft(ticket: ticket) },
        row(noneAsked, noneAsked, noneAsked) { _, ticket, _ in FetchDraft(ticket: ticket) },
        row { _, ticket, _ in CancelDraft(ticket: ticket) },
    ]

    static let fileRows: [Row] = [
        row(
            .refused(.fileNotFound), .refused(.fileNotFound), .refused(.fileNotFound)
        ) { _, ticket, _ in
            OpenAttachment(ticket: ticket, attachment: AttachmentID(999), purpose: .save)
        },
        row(
            .refused(.fileGrantOver), .refused(.fileGrantOver), .refused(.fileGrantOver),
            stranger: .refused(.fileGrantOver)
        ) { _, _, _ in ReadAttachment(grant: "none", offset: 0) },
        row { _, ticket, _ in
            AttachFile(
                ticket: ticket, upload: nil, name: "a.txt", byteCount: 2,
                bytes: WireBytes(Array("hi".utf8)))
        },
        row { _, ticket, _ in DetachFile(ticket: ticket, digest: nil) },
    ]

    /// The store has no platform to send to, which is found out after the rights.
    private static let noPlatform = Verdict.refused(.dispatchNoPlatform)

    static let otherRows: [Row] =
        routingRows + [
            row(stranger: .fine) { _, _, _ in ListLintRules() },
            row(.refused(.notAllowed), .fine, .fine, stranger: .refused(.notAllowed)) { _, _, _ in
                ShowCategories()
            },
            row(.refused(.notAllowed), .fine, .fine, stranger: .refused(.notAllowed)) { _, _, _ in
                TrainCategories()
            },
            row(.refused(.notAllowed), .fine, .fine, stranger: .refused(.notAllowed)) { _, _, _ in
                ReloadLintRules()
            },
            row(noPlatform, noPlatform, noPlatform, stranger: .refused(.orderNotFound)) { _, _, _ in
                ListOrderActions(order: "305-7683573-2694036")
            },
            row(noPlatform, noPlatform, noPlatform, stranger: .refused(.orderNotFound)) { _, _, _ in
                SendOrderMessage(
                    order: "305-7683573-2694036", action: "unexpectedProblem", text: "Late.")
            },
            row(
                noPlatform, noPlatform, noPlatform, stranger: .refused(.storeOutOfScope)
            ) { _, _, _ in
                RequestReview(order: "305-7683573-2694036", store: World.europe)
            },
            row(
                .refused(.notAllowed), noPlatform, noPlatform, stranger: .refused(.notAllowed)
            ) { _, _, _ in
                ConfirmShipment(
                    order: "305-7683573-2694036", carrierCode: "DHL", trackingNumber: "T")
            },
            row(
                .refused(.dispatchNotFound), .refused(.dispatchNotFound),
                .refused(.dispatchNotFound), stranger: .refused(.dispatchNotFound)
            ) { _, _, _ in SettleDispatch(dispatch: DispatchID(1), decision: .sent, reason: "Seen.")
            },
            row(stranger: .fine) { _, _, _ in ListDispatches() },
            row(stranger: .refused(.orderNotFound)) { _, _, _ in
                ShowOrder(order: "305-7683573-2694036", store: nil, refresh: false)
            },
            row(stranger: .fine) { _, _, _ in ListOrders() },
            row(stranger: .refused(.storeOutOfScope)) { _, _, _ in ListOrders(store: World.europe)
            },
            row(stranger: .fine) { _, _, _ in ListPeople() },
            row(stranger: .fine) { _, _, _ in ShowAccount() },
            row(stranger: .refused(.storeOutOfScope)) { _, _, _ in ShowAccount(store: World.europe)
            },
            row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
                RefreshAccount()
            },
            row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
                ListSettlements()
            },
            row(stranger: .refused(.storeOutOfScope)) { _, _, _ in ListReturns(store: World.europe)
            },
            row(stranger: .refused(.storeOutOfScope)) { _, _, _ in ListFeedback(store: World.europe)
            },
            row(stranger: .refused(.storeOutOfScope)) { _, _, _ in ListStock(store: World.europe) },
            row(
                .refused(.financesUnknown), .refused(.financesUnknown), .refused(.financesUnknown),
                stranger: .refused(.orderNotFound)
            ) { _, _, _ in ShowFinances(order: "305-7683573-2694036") },
            row(.refused(.notAllowed), .refused(.notAllowed), stranger: .refused(.notAllowed)) {
                _, _, _ in
                SavePerson(unixUser: "new", displayName: "New", role: .agent, scope: .all)
            },
            row(stranger: .fine) { _, _, _ in ShowSync() },
            row(.refused(.notAllowed), .refused(.notAllowed), stranger: .refused(.notAllowed)) {
                world, _, _ in RenewCredential(subject: .clientSecret, at: world.clock.now)
            },
            row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in RunSync() },
            row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
                RunSyncPass()
            },
            row(
                .refused(.caseNotFound), .refused(.caseNotFound), .refused(.caseNotFound),
                stranger: .refused(.caseNotFound)
            ) { _, _, _ in HandleCase(item: CaseID(99), act: .handled, reason: "done") },
            row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
                ListQuarantine()
            },
            row(
                .refused(.notAllowed), .refused(.quarantineNotFound), .refused(.quarantineNotFound),
                stranger: .refused(.notAllowed)
            ) { _, _, _ in ShowQuarantine(mail: RawMailID(1)) },
            row(
                .refused(.notAllowed), .refused(.quarantineNotFound), .refused(.quarantineNotFound),
                stranger: .refused(.notAllowed)
            ) { _, _, _ in ReleaseQuarantine(mail: RawMailID(1), reason: "genuine") },
            row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in CheckRecord()
            },
        ]

    static let recordRows: [Row] = [
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in VerifyRecord() },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
            ListCheckpoints(signs: true)
        },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in VerifyDesk() },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in ListEntries() },
        row(stranger: .fine) { _, _, _ in ListAlarms() },
    ]

    static let engineRows: [Row] = [
        row(stranger: .fine) { _, _, _ in ShowSyncOverview() },
        row(stranger: .refused(.storeOutOfScope)) { _, _, _ in
            ShowSyncOverview(store: World.europe)
        },
        row(stranger: .fine) { _, _, _ in ListSyncLog() },
        row(stranger: .refused(.storeOutOfScope)) { _, _, _ in ListSyncLog(store: World.europe) },
        row(stranger: .fine) { _, _, _ in ListJobs() },
        row(stranger: .refused(.storeOutOfScope)) { _, _, _ in ListJobs(store: World.europe) },
        row(
            .refused(.jobNotFound), .refused(.jobNotFound), .refused(.jobNotFound),
            stranger: .refused(.jobNotFound)
        ) { _, _, _ in ShowJob(job: JobID(999)) },
        row(
            .refused(.notAllowed), .refused(.jobNotFound), .refused(.jobNotFound),
            stranger: .refused(.notAllowed)
        ) { _, _, _ in RetryJob(job: JobID(999)) },
        row(
            .refused(.notAllowed), .refused(.jobNotFound), .refused(.jobNotFound),
            stranger: .refused(.notAllowed)
        ) { _, _, _ in DropJob(job: JobID(999), reason: "old") },
        row(stranger: .fine) { _, _, _ in ListDrift() },
        row(
            .refused(.notAllowed), .refused(.driftNotFound), .refused(.driftNotFound),
            stranger: .refused(.notAllowed)
        ) { _, _, _ in ShowDrift(drift: DriftID(999)) },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in RerunDrift() },
        row(stranger: .fine) { _, _, _ in ListSpotChecks() },
        row(
            .refused(.spotCheckNotFound), .refused(.spotCheckNotFound),
            .refused(.spotCheckNotFound), stranger: .refused(.spotCheckNotFound)
        ) { _, _, _ in RecordSpotCheck(check: SpotCheckID(999), result: .match) },
    ]

    /// What is refused to agents and supervisors, whatever their stores.
    private static let administrators = (Verdict.refused(.notAllowed), Verdict.refused(.notAllowed))

    static let rightsRows: [Row] = [
        row(stranger: .fine) { _, _, _ in ShowMyRights() },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in ListRoles() },
        row(administrators.0, administrators.1, stranger: .refused(.notAllowed)) { _, _, _ in
            SaveRole(
                role: .senior, rights: Role.senior.builtInRights.words, reason: "as it was")
        },
        row(stranger: .fine) { _, _, _ in ListRequests() },
        row(
            .refused(.requestNotFound), .refused(.requestNotFound), .refused(.requestNotFound),
            stranger: .refused(.requestNotFound)
        ) { _, _, _ in
            SettleRequest(request: GuardedRequestID(99), isApproved: true, reason: "")
        },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in
            ListRightsHistory()
        },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { world, _, _ in
            ShowSeen(
                unixUser: "ben", from: world.clock.now - .days(1), to: world.clock.now + .days(1))
        },
        row { _, ticket, _ in UnmaskField(ticket: ticket, field: .name, reason: "customs") },
        row(.refused(.notAllowed), stranger: .refused(.notAllowed)) { _, _, _ in ListAccess() },
        row(
            .refused(.notAllowed), .refused(.requestOver), .refused(.requestOver),
            stranger: .refused(.notAllowed)
        ) { _, _, _ in ReviewAccess(digest: "old") },
    ]

    @Test func everyMethodIsInTheMatrix() {
        #expect(Set(Self.rows.map(\.name)) == Set(DeskCalls.all.map(\.method)))
    }

    /// What asks for no right at all is named here, so that nothing joins it unseen.
    @Test func whatNeedsNoRightIsKnown() {
        let open = Set(DeskCalls.all.filter { $0.need.verbs.isEmpty }.map(\.method))
        #expect(
            open == [
                "rights.requests", "rights.settle", "rights.mine", "rights.seen", "people.list",
                "presence.set", "mention.read", "broadcast.read", "broadcast.list", "lint.rules",
                "presence.set", "mention.read", "lint.rules", "word.list", "word.keep",
                "word.drop",
            ])
    }

    @Test(arguments: rows.indices)
    func verdicts(index: Int) async throws {
        let row = Self.rows[index]
        let world = try await World.make()
        world.orders.put(
            OrderSyncTests.order("305-7683573-2694036", at: world.clock.now - .days(1)))
        _ = try await world.desk.syncOnce()
        for (expected, caller) in [
            (row.stranger, world.mia), (row.agent, world.ana), (row.supervisor, world.sue),
            (row.admin, world.ops),
        ] {
            let (ticket, item) = try await Self.fresh(world, caller)
            let verdict = await Self.verdict { try await row.call(world, ticket, item, caller) }
            #expect(verdict == expected, "\(row.name) as \(caller.unixUser)")
        }
        try await world.checkRecord()
    }

    /// A ticket that nobody has touched, with a reply that Ben is about to send.
    static func fresh(
        _ world: World, _ caller: Principal
    ) async throws -> (TicketID, OutboxID) {
        let mails = RelayMails(alias: "b\(caller.person.rawValue)uyerabcdef", order: nil)
        let ticket = try await world.question(from: mails)
        let item = try #require(try await world.send(on: ticket, as: world.ben).item)
        return (ticket, item.id)
    }

    static func verdict(_ body: () async throws -> Void) async -> Verdict {
        do {
            try await body()
            return .fine
        } catch let error as DeskError {
            return .refused(error.code)
        } catch {
            return .refused(.internalError)
        }
    }
}

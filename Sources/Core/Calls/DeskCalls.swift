package import HelpDesk
import Wire

/// One method as the socket sees it: bytes in, bytes out.
package struct DeskCallHandler: Sendable {
    package let method: String
    package let need: Need
    let answer:
        @Sendable (_ line: [UInt8], _ id: Int?, _ desk: Desk, _ caller: Principal) async throws ->
            [UInt8]

    init<Call: DeskCall>(_ call: Call.Type) {
        method = call.method
        need = call.need
        answer = { line, id, desk, caller in
            let frame = try WireCodec.read(ParamsFrame<Call>.self, from: line)
            let reader = try await desk.current(caller)
            let reply = try await desk.perform(frame.params, as: reader)
            return try WireCodec.line(ResultFrame(id: id, result: reply), for: reader.rights)
        }
    }
}

/// Every method that a connection may call after its hello.
package enum DeskCalls {
    package static let all: [DeskCallHandler] =
        tickets + life + replies + engine + quarantine + files + account + clocks + record
        + reports + routing + rights + wall + collision + categories + drafting + library + [
            DeskCallHandler(SuggestReplies.self),
            DeskCallHandler(TranslateMessage.self),
            DeskCallHandler(TranslateDraft.self),
            DeskCallHandler(CancelTranslation.self),
            DeskCallHandler(ShowOrder.self), DeskCallHandler(ListOrders.self),
            DeskCallHandler(ListOrderActions.self), DeskCallHandler(SendOrderMessage.self),
            DeskCallHandler(RequestReview.self), DeskCallHandler(ConfirmShipment.self),
            DeskCallHandler(SettleDispatch.self), DeskCallHandler(ListDispatches.self),
            DeskCallHandler(ListPeople.self), DeskCallHandler(SavePerson.self),
            DeskCallHandler(RenewCredential.self), DeskCallHandler(ShowSync.self),
            DeskCallHandler(RunSync.self), DeskCallHandler(RunSyncPass.self),
            DeskCallHandler(CheckRecord.self), DeskCallHandler(ListEvents.self),
            DeskCallHandler(ListLintRules.self),
            DeskCallHandler(ReloadLintRules.self),
        ]

    private static let tickets = [
        DeskCallHandler(ListTickets.self), DeskCallHandler(ShowTicket.self),
        DeskCallHandler(ClaimTicket.self), DeskCallHandler(AssignTicket.self),
        DeskCallHandler(HoldTicket.self), DeskCallHandler(ResolveTicket.self),
        DeskCallHandler(ReopenTicket.self), DeskCallHandler(ExcuseTicket.self),
        DeskCallHandler(AddNote.self), DeskCallHandler(HandleCase.self),
    ]

    private static let life = [
        DeskCallHandler(SnoozeTicket.self),
        DeskCallHandler(RestoreTicket.self),
        DeskCallHandler(UndoTicket.self),
        DeskCallHandler(MergeTickets.self),
        DeskCallHandler(UnmergeTicket.self),
        DeskCallHandler(LinkBuyers.self),
        DeskCallHandler(CorrectKind.self),
        DeskCallHandler(SplitTicket.self),
        DeskCallHandler(LinkTickets.self),
        DeskCallHandler(SetPriority.self),
        DeskCallHandler(FlagTicket.self),
        DeskCallHandler(WatchTicket.self),
        DeskCallHandler(TagTicket.self),
        DeskCallHandler(ListTags.self),
        DeskCallHandler(SaveTag.self),
        DeskCallHandler(EditNote.self),
        DeskCallHandler(DeleteNote.self),
        DeskCallHandler(SetNoteDue.self),
        DeskCallHandler(ListMentions.self),
        DeskCallHandler(ReadMentions.self),
        DeskCallHandler(ActOnTickets.self),
    ]

    private static let drafting = [
        DeskCallHandler(AskDraft.self),
        DeskCallHandler(FetchDraft.self),
        DeskCallHandler(CancelDraft.self),
    ]

    private static let categories = [
        DeskCallHandler(SetCategory.self),
        DeskCallHandler(ShowCategories.self),
        DeskCallHandler(TrainCategories.self),
    ]

    private static let collision = [
        DeskCallHandler(BeatPresence.self),
        DeskCallHandler(ListPresence.self),
        DeskCallHandler(TakeOverCompose.self),
    ]

    private static let routing = [
        DeskCallHandler(ListGroups.self),
        DeskCallHandler(SaveGroup.self),
        DeskCallHandler(ShowGroupHistory.self),
        DeskCallHandler(ShowRules.self),
        DeskCallHandler(SaveRules.self),
        DeskCallHandler(ShowRulesHistory.self),
        DeskCallHandler(PreviewRules.self),
        DeskCallHandler(SimulateRouting.self),
        DeskCallHandler(ListAgents.self),
        DeskCallHandler(SaveProfile.self),
        DeskCallHandler(ShowProfileHistory.self),
        DeskCallHandler(SetPresence.self),
        DeskCallHandler(AcceptTicket.self),
        DeskCallHandler(ReturnTicket.self),
        DeskCallHandler(ExplainRouting.self),
        DeskCallHandler(OfferHandOver.self),
        DeskCallHandler(ListHandOvers.self),
        DeskCallHandler(AcceptHandOverLine.self),
    ]

    private static let library = [
        DeskCallHandler(ListTemplates.self),
        DeskCallHandler(RenderTemplate.self),
        DeskCallHandler(PreviewTemplate.self),
        DeskCallHandler(ListLibrary.self),
        DeskCallHandler(ShowTemplate.self),
        DeskCallHandler(SaveTemplate.self),
        DeskCallHandler(SettleTemplate.self),
        DeskCallHandler(RetireTemplate.self),
        DeskCallHandler(CareForTemplate.self),
        DeskCallHandler(ShowTemplateFigures.self),
        DeskCallHandler(CheckTemplates.self),
        DeskCallHandler(ListMacros.self),
        DeskCallHandler(SaveMacro.self),
        DeskCallHandler(SettleMacro.self),
        DeskCallHandler(RetireMacro.self),
        DeskCallHandler(RunMacro.self),
        DeskCallHandler(CheckSpelling.self),
        DeskCallHandler(ListOwnWords.self),
        DeskCallHandler(KeepOwnWord.self),
        DeskCallHandler(DropOwnWord.self),
    ]

    private static let wall = [
        DeskCallHandler(ShowWall.self),
        DeskCallHandler(ShowForecast.self),
        DeskCallHandler(ShowShifts.self),
        DeskCallHandler(SendBroadcast.self),
        DeskCallHandler(ListBroadcasts.self),
        DeskCallHandler(ReadBroadcast.self),
        DeskCallHandler(WithdrawBroadcast.self),
    ]

    private static let engine = [
        DeskCallHandler(ShowSyncOverview.self), DeskCallHandler(ListSyncLog.self),
        DeskCallHandler(ListJobs.self), DeskCallHandler(ShowJob.self),
        DeskCallHandler(RetryJob.self), DeskCallHandler(DropJob.self),
        DeskCallHandler(ListDrift.self), DeskCallHandler(ShowDrift.self),
        DeskCallHandler(RerunDrift.self), DeskCallHandler(ListSpotChecks.self),
        DeskCallHandler(RecordSpotCheck.self),
    ]

    private static let account = [
        DeskCallHandler(ShowAccount.self), DeskCallHandler(RefreshAccount.self),
        DeskCallHandler(ListSettlements.self), DeskCallHandler(ListReturns.self),
        DeskCallHandler(ListFeedback.self), DeskCallHandler(ListStock.self),
        DeskCallHandler(ShowFinances.self),
    ]

    private static let clocks = [
        DeskCallHandler(ExplainDeadlines.self),
        DeskCallHandler(ListNotices.self),
        DeskCallHandler(ReadNotices.self),
        DeskCallHandler(ListBreaches.self),
        DeskCallHandler(ExcuseBreach.self),
        DeskCallHandler(ListCalendars.self),
        DeskCallHandler(ShowCalendar.self),
        DeskCallHandler(SaveCalendar.self),
        DeskCallHandler(ListPolicies.self),
        DeskCallHandler(ShowPolicy.self),
        DeskCallHandler(SavePolicy.self),
        DeskCallHandler(OrderPolicies.self),
        DeskCallHandler(SetPlatformWindow.self),
        DeskCallHandler(ApplyPolicies.self),
    ]

    private static let record = [
        DeskCallHandler(VerifyRecord.self),
        DeskCallHandler(VerifyDesk.self),
        DeskCallHandler(ListCheckpoints.self),
        DeskCallHandler(ListEntries.self),
        DeskCallHandler(ListAlarms.self),
    ]

    private static let reports = [
        DeskCallHandler(RunReport.self),
        DeskCallHandler(OpenFigure.self),
        DeskCallHandler(NoteAmazonFigure.self),
        DeskCallHandler(DrawQualitySample.self),
        DeskCallHandler(ListQualitySamples.self),
        DeskCallHandler(ScoreQualitySample.self),
    ]

    private static let replies = [
        DeskCallHandler(LintReply.self), DeskCallHandler(SendReply.self),
        DeskCallHandler(UndoReply.self), DeskCallHandler(ReviewReply.self),
        DeskCallHandler(SettleReply.self), DeskCallHandler(ListOutbox.self),
        DeskCallHandler(SaveDraft.self),
    ]

    private static let rights = [
        DeskCallHandler(ListRoles.self),
        DeskCallHandler(SaveRole.self),
        DeskCallHandler(ListRequests.self),
        DeskCallHandler(SettleRequest.self),
        DeskCallHandler(ShowMyRights.self),
        DeskCallHandler(UnmaskField.self),
        DeskCallHandler(ListRightsHistory.self),
        DeskCallHandler(ShowSeen.self),
        DeskCallHandler(ListAccess.self),
        DeskCallHandler(ReviewAccess.self),
    ]

    private static let quarantine = [
        DeskCallHandler(ListQuarantine.self), DeskCallHandler(ShowQuarantine.self),
        DeskCallHandler(ReleaseQuarantine.self),
    ]

    private static let files = [
        DeskCallHandler(OpenAttachment.self), DeskCallHandler(ReadAttachment.self),
        DeskCallHandler(AttachFile.self), DeskCallHandler(DetachFile.self),
    ]

    static let byMethod = Dictionary(
        all.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })
}

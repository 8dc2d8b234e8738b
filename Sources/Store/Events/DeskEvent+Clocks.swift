import HelpDesk

extension DeskEvent {
    /// What a sweep tells changes neither a ticket's standing nor its debts, so that nothing needs
    /// to be looked at again when the transaction ends.
    var leavesStandingAlone: Bool {
        switch self {
        case .clock(.warned), .clock(.breached): true
        default: false
        }
    }

    /// Files, drafts, replies on their way and thread items move no clock by themselves; what
    /// follows from them does.
    var leavesClocksAlone: Bool {
        switch self {
        case .messageAdded, .attachmentAdded, .attachmentOpened, .outboxAdded, .outboxMoved,
            .outboxFileAdded, .lintOverridden, .draftKept, .draftFilesKept, .rawMailSettled,
            .ticketOrderNamed, .optOutNoted, .dispatchAdded, .dispatchMoved, .clock:
            true
        default: false
        }
    }
}

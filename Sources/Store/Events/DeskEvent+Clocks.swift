import HelpDesk

extension DeskEvent {
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

package import HelpDesk

extension DeskEvent {
    /// The stable word for what happened, as the log's `kind` column holds it.
    package var kind: String {
        switch self {
        case .storeConfigured: "store-configured"
        case .personSaved: "person-saved"
        case .credentialRenewed: "credential-renewed"
        case .credentialWarned: "credential-warned"
        case .rawMailStored: "raw-mail-stored"
        case .rawMailSettled: "raw-mail-settled"
        case .buyerSeen: "buyer-seen"
        case .cursorMoved: "cursor-moved"
        case .ticketOpened: "ticket-opened"
        case .ticketClassified: "ticket-classified"
        case .ticketOrderLinked: "ticket-order-linked"
        case .ticketAssigned: "ticket-assigned"
        case .ticketStateChanged: "ticket-state-changed"
        case .messageAdded: "message-added"
        case .attachmentAdded: "attachment-added"
        case .debtCreated: "debt-created"
        case .debtMoved: "debt-moved"
        case .outboxAdded: "outbox-added"
        case .outboxMoved: "outbox-moved"
        case .lintOverridden: "lint-overridden"
        case .draftKept: "draft-kept"
        case .orderSaved: "order-saved"
        case .templateSaved: "template-saved"
        case .jobAdded: "job-added"
        case .jobMoved: "job-moved"
        case .syncReported: "sync-reported"
        }
    }
}

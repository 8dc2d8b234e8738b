package import HelpDesk

extension DeskEvent {
    /// The stable word for what happened, as the log's `kind` column holds it.
    package var kind: String {
        switch self {
        case .dispatchAdded: "dispatch-added"
        case .dispatchMoved: "dispatch-moved"
        case .storeConfigured: "store-configured"
        case .personSaved: "person-saved"
        case .credentialRenewed: "credential-renewed"
        case .credentialWarned: "credential-warned"
        case .rawMailStored: "raw-mail-stored"
        case .rawMailSettled: "raw-mail-settled"
        case .rawMailReleased: "raw-mail-released"
        case .optOutNoted: "opt-out-noted"
        case .storeRestricted: "store-restricted"
        case .ticketOrderNamed: "ticket-order-named"
        case .caseOpened: "case-opened"
        case .caseNoted: "case-noted"
        case .caseMoved: "case-moved"
        case .buyerSeen: "buyer-seen"
        case .cursorMoved: "cursor-moved"
        case .mailboxWentLive: "mailbox-went-live"
        case .ticketOpened: "ticket-opened"
        case .ticketClassified: "ticket-classified"
        case .ticketOrderLinked: "ticket-order-linked"
        case .ticketAssigned: "ticket-assigned"
        case .ticketStateChanged: "ticket-state-changed"
        case .messageAdded: "message-added"
        case .attachmentAdded: "attachment-added"
        case .attachmentOpened: "attachment-opened"
        case .draftFilesKept: "draft-files-kept"
        case .outboxFileAdded: "outbox-file-added"
        case .debtCreated: "debt-created"
        case .debtMoved: "debt-moved"
        case .outboxAdded: "outbox-added"
        case .outboxMoved: "outbox-moved"
        case .lintOverridden: "lint-overridden"
        case .draftKept: "draft-kept"
        case .orderSaved: "order-saved"
        case .account(let event): event.kind
        case .clock(let event): event.kind
        case .category(let event): event.kind
        case .quality(let event): event.kind
        case .life(let event): event.kind
        case .routing(let event): event.kind
        case .rights(let event): event.kind
        case .wall(let event): event.kind
        case .templateSaved: "template-saved"
        case .library(let event): event.kind
        case .jobAdded: "job-added"
        case .jobMoved: "job-moved"
        case .syncReported: "sync-reported"
        case .alarmRaised: "alarm-raised"
        case .alarmSettled: "alarm-settled"
        case .spotCheckDrawn: "spot-check-drawn"
        case .spotCheckRecorded: "spot-check-recorded"
        case .chronicle(let event): event.kind
        }
    }
}

extension RecordEvent {
    fileprivate var kind: String {
        switch self {
        case .breakNamed: "break-named"
        case .breakSigned: "break-signed"
        case .exportMade: "export-made"
        case .deskVerified: "desk-verified"
        case .lintRulesLoaded: "lint-rules-loaded"
        }
    }
}

extension ClockEvent {
    fileprivate var kind: String {
        switch self {
        case .calendarSaved: "calendar-saved"
        case .policySaved: "policy-saved"
        case .policiesOrdered: "policies-ordered"
        case .windowSet: "window-set"
        case .started: "clocks-started"
        case .moved: "clock-moved"
        case .retargeted: "clock-retargeted"
        case .warned: "clock-warned"
        case .breached: "clock-breached"
        case .breachExcused: "breach-excused"
        case .noticesRead: "clock-notices-read"
        }
    }
}

extension QualityEvent {
    fileprivate var kind: String {
        switch self {
        case .sampleDrawn: "quality-sample-drawn"
        case .scored: "quality-scored"
        case .amazonFigureNoted: "amazon-figure-noted"
        case .wordingWarned: "wording-warned"
        case .wordingChosen: "wording-chosen"
        }
    }
}

extension WallEvent {
    fileprivate var kind: String {
        switch self {
        case .broadcastSent: "broadcast-sent"
        case .broadcastRead: "broadcast-read"
        case .broadcastWithdrawn: "broadcast-withdrawn"
        case .forecastMade: "forecast-made"
        case .forecastScored: "forecast-scored"
        }
    }
}

extension RightsEvent {
    fileprivate var kind: String {
        switch self {
        case .roleSaved: "role-saved"
        case .requestMade: "rights-requested"
        case .requestSettled: "rights-settled"
        case .signedIn: "signed-in"
        case .signedOut: "signed-out"
        case .signInRefused: "sign-in-refused"
        case .looked: "ticket-looked"
        case .unmasked: "unmasked"
        case .accessReviewed: "access-reviewed"
        case .presenceSet: "presence-set"
        }
    }
}

extension AccountEvent {
    fileprivate var kind: String {
        switch self {
        case .taskMoved: "account-task-moved"
        case .reportStored: "account-report-stored"
        case .reportRead: "account-report-read"
        case .participationsSeen: "participations-seen"
        case .financesSeen: "finances-seen"
        }
    }
}

extension LifeEvent {
    fileprivate var kind: String {
        switch self {
        case .stateUndone: "state-undone"
        case .reopeningCounted: "reopening-counted"
        case .priorityChanged: "priority-changed"
        case .flagsChanged: "flags-changed"
        case .itemsMoved: "items-moved"
        case .mergedInto: "merged-into"
        case .unmerged: "unmerged"
        case .buyersLinked: "buyers-linked"
        case .buyersJoined: "buyers-joined"
        case .kindCorrected: "kind-corrected"
        case .linked: "linked"
        case .unlinked: "unlinked"
        case .tagSaved: "tag-saved"
        case .tagged: "tagged"
        case .untagged: "untagged"
        case .watched: "watched"
        case .unwatched: "unwatched"
        case .noticeGiven: "mention-given"
        case .noticesRead: "mentions-read"
        case .noteEdited: "note-edited"
        case .noteDeleted: "note-deleted"
        case .noteDueSet: "note-due-set"
        case .noteDueDone: "note-due-done"
        case .composeTaken: "compose-taken"
        }
    }
}

extension RoutingEvent {
    fileprivate var kind: String {
        switch self {
        case .groupSaved: "routing-group-saved"
        case .rulesSaved: "routing-rules-saved"
        case .profileSaved: "routing-profile-saved"
        case .decided: "ticket-routed"
        case .accepted: "ticket-accepted"
        case .returned: "ticket-returned"
        case .handOverOffered: "hand-over-offered"
        case .handOverLineAccepted: "hand-over-line-accepted"
        }
    }
}

extension LibraryEvent {
    fileprivate var kind: String {
        switch self {
        case .versionSaved: "template-version-saved"
        case .versionSettled: "template-version-settled"
        case .adopted: "template-adopted"
        case .cared: "template-cared"
        case .reviewed: "template-reviewed"
        case .retired: "template-retired"
        case .restored: "template-restored"
        case .touched: "template-touched"
        case .checked: "templates-checked"
        case .macroSaved: "macro-saved"
        case .macroSettled: "macro-settled"
        case .macroRetired: "macro-retired"
        case .macroRun: "macro-run"
        case .wordKept: "own-word-kept"
        case .wordDropped: "own-word-dropped"
        }
    }
}

/// Why the desk refused or failed: a code for programs, arguments for the sentence that the edge
/// makes of it, and a detail for the operator. Never holds personal data or secrets.
package struct DeskError: Error, Hashable, Sendable, Codable {
    package struct Code: DeskName {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
    }

    package var code: Code
    package var arguments: [String: String]
    package var detail: String?

    package init(_ code: Code, _ arguments: [String: String] = [:], detail: String? = nil) {
        self.code = code
        self.arguments = arguments
        self.detail = detail
    }
}

extension DeskError.Code {
    // Who may do what.
    package static let notAllowed: Self = "access.not_allowed"
    package static let unknownUser: Self = "access.unknown_user"
    package static let storeOutOfScope: Self = "access.store_out_of_scope"
    // Tickets.
    package static let ticketNotFound: Self = "ticket.not_found"
    package static let ticketTaken: Self = "ticket.taken"
    package static let ticketDebtOwed: Self = "ticket.debt_owed"
    /// Too little time is left for a mark that somebody must confirm.
    package static let excuseTooLate: Self = "ticket.excuse_too_late"
    package static let ticketStateRefused: Self = "ticket.state_refused"
    /// A case of the ticket waits for somebody.
    package static let ticketCaseOpen: Self = "ticket.case_open"
    package static let caseNotFound: Self = "case.not_found"
    package static let caseStateRefused: Self = "case.state_refused"
    /// The buyer takes no message that nobody asked for.
    package static let buyerOptedOut: Self = "contact.buyer_opted_out"
    /// The platform lets the store send no message that nobody asked for.
    package static let storeRestricted: Self = "contact.store_restricted"
    package static let holdNeedsReview: Self = "ticket.hold_needs_review"
    package static let personNotFound: Self = "person.not_found"
    package static let orderNotFound: Self = "order.not_found"
    /// Nobody could be asked for an order's money, and nobody had been.
    package static let financesUnknown: Self = "order.finances_unknown"
    // Replies.
    package static let lintBlocked: Self = "reply.lint_blocked"
    package static let lintUnconfirmed: Self = "reply.lint_unconfirmed"
    package static let staleBasis: Self = "reply.stale_basis"
    package static let nothingToAnswer: Self = "reply.nothing_to_answer"
    package static let replyEmpty: Self = "reply.empty"
    package static let outboxNotFound: Self = "outbox.not_found"
    package static let outboxTooLate: Self = "outbox.too_late"
    package static let sameApprover: Self = "outbox.same_approver"
    package static let templateNotFound: Self = "template.not_found"
    package static let templateValueMissing: Self = "template.value_missing"
    package static let templateInvalid: Self = "template.invalid"
    // The sync engine.
    package static let jobNotFound: Self = "job.not_found"
    package static let jobStateRefused: Self = "job.state_refused"
    package static let jobNotRepeatable: Self = "job.not_repeatable"
    package static let driftNotFound: Self = "drift.not_found"
    package static let spotCheckNotFound: Self = "spot.not_found"
    package static let spotCheckRecorded: Self = "spot.recorded"
    package static let quarantineNotFound: Self = "quarantine.not_found"
    package static let quarantineReleased: Self = "quarantine.released"
    package static let quarantineNeedsStore: Self = "quarantine.needs_store"
    // Files that come in and go out.
    package static let fileNotFound: Self = "file.not_found"
    package static let fileErased: Self = "file.erased"
    package static let fileDangerous: Self = "file.dangerous"
    package static let fileGrantOver: Self = "file.grant_over"
    package static let fileEmpty: Self = "file.empty"
    package static let fileKindRefused: Self = "file.kind_refused"
    package static let fileNameMismatch: Self = "file.name_mismatch"
    package static let filesTooLarge: Self = "file.too_large"
    package static let filesTooMany: Self = "file.too_many"
    package static let fileUploadBroken: Self = "file.upload_broken"
    // Answers that are judged.
    package static let qualitySampleNotFound: Self = "quality.not_found"
    /// Judged already, or an own answer.
    package static let qualitySampleClosed: Self = "quality.closed"
    package static let broadcastNotFound: Self = "broadcast.not_found"
    /// A week is drawn once it is over; argument: `week`.
    package static let qualityWeekRuns: Self = "quality.week_runs"
    // Conversation with the core.
    package static let badRequest: Self = "wire.bad_request"
    package static let unknownMethod: Self = "wire.unknown_method"
    package static let versionMismatch: Self = "wire.version_mismatch"
    package static let coreUnreachable: Self = "wire.core_unreachable"
    package static let coreStopping: Self = "wire.core_stopping"
    package static let internalError: Self = "internal"
    // Set-up and running.
    package static let configuration: Self = "config.invalid"
    package static let dataFolderLocked: Self = "data.locked"
    package static let dataFolderUnsafe: Self = "data.unsafe"
    /// A newer version of the desk has written the data.
    package static let dataTooNew: Self = "data.too_new"
    package static let mailboxUnreachable: Self = "mailbox.unreachable"
    package static let platformRefused: Self = "platform.refused"
    /// The app lacks a role; arguments: role, operation.
    package static let roleMissing: Self = "platform.role_missing"
}

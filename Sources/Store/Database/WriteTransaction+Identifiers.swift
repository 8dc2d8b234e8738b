package import HelpDesk

/// Rows that carry a number are never deleted, so the highest one is a fold of the log.
enum IdentifierSource: String, Hashable, CaseIterable {
    case dispatch
    case personalNotice = "ticket_notice"
    case ticket, message, debt, buyer, person, outbox, job, attachment
    case alarm
    case rawMail = "raw_mail"
    case spotCheck = "spot_check"
    case deskCase = "desk_case"
    case qualitySample = "quality_sample"
    case handOver = "hand_over"
    case guardedRequest = "rights_request"

    var sql: String { "SELECT max(id) FROM \(rawValue)" }
}

extension WriteTransaction {
    /// The number of the next dispatch.
    package func nextDispatchID() throws -> DispatchID { DispatchID(try next(.dispatch)) }
    /// The number of the next ticket.
    package func nextTicketID() throws -> TicketID { TicketID(try next(.ticket)) }
    /// The number of the next thread item.
    package func nextMessageID() throws -> MessageID { MessageID(try next(.message)) }
    /// The number of the next debt.
    package func nextDebtID() throws -> DebtID { DebtID(try next(.debt)) }
    /// The number of the next buyer.
    package func nextBuyerID() throws -> BuyerID { BuyerID(try next(.buyer)) }
    /// The number of the next person.
    package func nextPersonID() throws -> PersonID { PersonID(try next(.person)) }
    /// The number of the next reply on its way out.
    package func nextOutboxID() throws -> OutboxID { OutboxID(try next(.outbox)) }
    /// The number of the next request for an act of two people.
    package func nextGuardedRequestID() throws -> GuardedRequestID {
        GuardedRequestID(try next(.guardedRequest))
    }
    /// The number of the next raw mail.
    package func nextRawMailID() throws -> RawMailID { RawMailID(try next(.rawMail)) }
    /// The number of the next attachment.
    package func nextAttachmentID() throws -> AttachmentID { AttachmentID(try next(.attachment)) }
    /// The number of the next case.
    package func nextCaseID() throws -> CaseID { CaseID(try next(.deskCase)) }
    /// The number of the next job.
    package func nextJobID() throws -> JobID { JobID(try next(.job)) }
    /// The number of the next alarm.
    package func nextAlarmID() throws -> AlarmID { AlarmID(try next(.alarm)) }
    /// The number of the next spot check.
    package func nextSpotCheckID() throws -> SpotCheckID { SpotCheckID(try next(.spotCheck)) }
}

/// What happened to a seller's account as the desk sees it.
package enum AccountEvent: Hashable, Sendable, Codable {
    /// The whole state of a topic; replaces the earlier one.
    case taskMoved(AccountTask)
    /// The document is in the database; nothing of it has been read.
    case reportStored(AccountReport)
    case reportRead(AccountReportReading)
    case participationsSeen(StoreParticipations)
    case financesSeen(OrderFinances)
}

import Channels

/// What a mail is, before its details are read.
enum RelayVerdict: Sendable {
    case bounce
    case notice(NoticeTable.Row)
    case ownCopy
    case forged([SpoofReason])
    case buyer(AliasFinder.Found)
    /// The platform's word or template says buyer, but nothing says where an answer would go.
    case buyerWithoutAlias
    case otherNotice
    /// Nobody can say who sent it: kept with a provisional debt.
    case unreadable
    case ignored
}

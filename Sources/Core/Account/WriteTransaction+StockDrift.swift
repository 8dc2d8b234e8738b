import ChannelAmazon
import HelpDesk
import Store

extension WriteTransaction {
    /// Stock records that could not be read: their bytes are kept and one alarm is raised, which ends
    /// with the first answer that can be read whole. The next turn asks for everything anew, so
    /// there is nothing to run again.
    func noteDrift(
        of unread: [StockAnswer.Unread], _ store: StoreID, _ operation: String,
        _ marketplaceID: String
    ) throws {
        let subject = "\(operation) \(marketplaceID)"
        let open = try openAlarm(.drift, store: store, subject: subject)
        guard let first = unread.first else {
            if let open { try record(.alarmSettled(open.alarm.id)) }
            return
        }
        for record in unread {
            try putRawBytes(digest: ContentDigest.of(record.raw), bytes: record.raw)
        }
        guard open == nil else { return }
        try record(
            .alarmRaised(
                DeskAlarm(
                    id: try nextAlarmID(), kind: .drift, store: store, subject: subject,
                    arguments: [
                        "operation": operation, "path": first.problem, "expected": "quantity",
                        "found": "-", "digest": ContentDigest.of(first.raw),
                        "records": String(unread.count),
                    ])))
    }
}

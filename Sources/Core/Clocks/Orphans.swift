import HelpDesk
import Logging
import Store

extension WriteTransaction {
    /// Nobody could be told (invariant I12): one alarm for a store, open until somebody can. False
    /// when it is on already.
    func raiseOrphan(_ store: StoreID) throws -> Bool {
        guard try openAlarm(.orphan, store: store, subject: "deadlines") == nil else {
            return false
        }
        try record(
            .alarmRaised(
                DeskAlarm(
                    id: try nextAlarmID(), kind: .orphan, store: store, subject: "deadlines")))
        return true
    }
}

extension Desk {
    func tellOfOrphan(_ store: StoreID) {
        logger.error(
            "Nobody is there to be told of a store's deadlines.", metadata: ["store": "\(store)"])
    }
}

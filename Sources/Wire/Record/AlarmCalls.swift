package import HelpDesk
package import SwiftExtensions

/// What somebody must know of and nobody has settled, oldest first, within the caller's stores.
package struct ListAlarms: RemoteCall {
    package static let method = "alarm.list"
    package init() {}

    package struct Reply: Codable, Sendable, Hashable {
        package var alarms: [OpenAlarm]
        package init(alarms: [OpenAlarm]) { self.alarms = alarms }
    }
}

/// An alarm that is on.
package struct OpenAlarm: Codable, Sendable, Hashable {
    package var alarm: DeskAlarm
    package var since: Timestamp

    package init(alarm: DeskAlarm, since: Timestamp) {
        self.alarm = alarm
        self.since = since
    }
}

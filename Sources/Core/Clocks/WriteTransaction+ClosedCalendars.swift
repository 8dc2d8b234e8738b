import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// One alarm for a calendar on which clocks cannot run, open until it or the policies on it
    /// were saved anew.
    func raiseClosed(_ calendar: CalendarID) throws {
        let subject = calendar.rawValue
        guard try openAlarm(.calendarClosed, store: nil, subject: subject) == nil else { return }
        try record(
            .alarmRaised(
                DeskAlarm(
                    id: try nextAlarmID(), kind: .calendarClosed, store: nil, subject: subject)))
    }

    /// Ends the alarms of calendars that open long enough for all policies on them now.
    func settleClosedCalendars(_ book: PolicyBook) throws {
        for open in try openAlarms() where open.alarm.kind == .calendarClosed {
            let id = CalendarID(rawValue: open.alarm.subject)
            if book.tooLong(on: id, since: now) == nil {
                try record(.alarmSettled(open.alarm.id))
            }
        }
    }
}

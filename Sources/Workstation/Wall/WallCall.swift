import CoreClient
package import HelpDesk
package import SwiftExtensions
package import Wire

/// What the supervisor's panes ask the core.
package enum WallCall: Hashable, Sendable {
    case show(WallDimension)
    case forecast
    case breaches(from: Timestamp, to: Timestamp)
    case excuse(TicketID, ClockKey, BreachExcuse.Category, reason: String)
    case shifts(days: Int)
    case broadcasts
    case alarms
    case send(words: String, isUrgent: Bool)
    case read(BroadcastID)
    case withdraw(BroadcastID)

    /// Whether the core writes something down for it; a snapshot only looks.
    var changesSomething: Bool {
        switch self {
        case .show, .forecast, .breaches, .shifts, .broadcasts, .alarms: false
        case .excuse, .send, .read, .withdraw: true
        }
    }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .show(let dimension): try connection.send(ShowWall(by: dimension))
        case .forecast: try connection.send(ShowForecast())
        case .breaches(let from, let to): try connection.send(ListBreaches(from: from, to: to))
        case .excuse(let ticket, let key, let category, let reason):
            try connection.send(
                ExcuseBreach(ticket: ticket, key: key, category: category, reason: reason))
        case .shifts(let days): try connection.send(ShowShifts(days: days))
        case .broadcasts: try connection.send(ListBroadcasts())
        case .alarms: try connection.send(ListAlarms())
        case .send(let words, let isUrgent):
            try connection.send(SendBroadcast(words: words, isUrgent: isUrgent))
        case .read(let id): try connection.send(ReadBroadcast(broadcast: id))
        case .withdraw(let id): try connection.send(WithdrawBroadcast(broadcast: id))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> WallAnswer {
        switch self {
        case .show: .wall(try Incoming.decode(line, for: ShowWall.self))
        case .forecast: .forecast(try Incoming.decode(line, for: ShowForecast.self))
        case .breaches: .breaches(try Incoming.decode(line, for: ListBreaches.self))
        case .excuse: .excused(try Incoming.decode(line, for: ExcuseBreach.self))
        case .shifts: .shifts(try Incoming.decode(line, for: ShowShifts.self))
        case .broadcasts:
            .broadcasts(try Incoming.decode(line, for: ListBroadcasts.self).broadcasts)
        case .alarms: .alarms(try Incoming.decode(line, for: ListAlarms.self).alarms)
        case .send: .sent(try Incoming.decode(line, for: SendBroadcast.self))
        case .read, .withdraw: .settled
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> WallAnswer {
        switch self {
        case .show(let dimension): .wall(try session.call(ShowWall(by: dimension)))
        case .forecast: .forecast(try session.call(ShowForecast()))
        case .breaches(let from, let to):
            .breaches(try session.call(ListBreaches(from: from, to: to)))
        case .shifts(let days): .shifts(try session.call(ShowShifts(days: days)))
        case .broadcasts: .broadcasts(try session.call(ListBroadcasts()).broadcasts)
        case .alarms: .alarms(try session.call(ListAlarms()).alarms)
        case .excuse, .send, .read, .withdraw: throw DeskError(.unknownMethod)
        }
    }
}

/// What the core answers to those.
package enum WallAnswer: Sendable {
    case wall(ShowWall.Reply)
    case forecast(ShowForecast.Reply)
    case breaches(ListBreaches.Reply)
    case excused(BreachView)
    case shifts(ShowShifts.Reply)
    case broadcasts([BroadcastView])
    case alarms([OpenAlarm])
    case sent(BroadcastView)
    /// Read, or taken back.
    case settled
}

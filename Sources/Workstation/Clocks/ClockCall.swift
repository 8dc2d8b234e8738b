import CoreClient
package import HelpDesk
package import Wire

/// What the panes of clocks, calendars and policies ask the core.
package enum ClockCall: Hashable, Sendable {
    case explain(TicketID)
    case notices
    case readNotices([TicketID])
    case calendars
    case policies

    /// Whether the core does something for it; a snapshot only looks.
    var changesSomething: Bool {
        if case .readNotices = self { return true }
        return false
    }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .explain(let ticket): try connection.send(ExplainDeadlines(ticket: ticket))
        case .notices: try connection.send(ListNotices())
        case .readNotices(let tickets): try connection.send(ReadNotices(tickets: tickets))
        case .calendars: try connection.send(ListCalendars())
        case .policies: try connection.send(ListPolicies())
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> ClockAnswer {
        switch self {
        case .explain: .explained(try Incoming.decode(line, for: ExplainDeadlines.self))
        case .notices: .notices(try Incoming.decode(line, for: ListNotices.self).notices)
        case .readNotices: .counts(try Incoming.decode(line, for: ReadNotices.self))
        case .calendars: .calendars(try Incoming.decode(line, for: ListCalendars.self).calendars)
        case .policies: .policies(try Incoming.decode(line, for: ListPolicies.self))
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> ClockAnswer {
        switch self {
        case .explain(let ticket): .explained(try session.call(ExplainDeadlines(ticket: ticket)))
        case .notices: .notices(try session.call(ListNotices()).notices)
        case .calendars: .calendars(try session.call(ListCalendars()).calendars)
        case .policies: .policies(try session.call(ListPolicies()))
        case .readNotices: throw DeskError(.unknownMethod)
        }
    }
}

/// What the core answered to one of them.
package enum ClockAnswer: Sendable {
    case explained(ExplainDeadlines.Reply)
    case notices([NoticeView])
    case counts(InboxCounts)
    case calendars([CalendarView])
    case policies(ListPolicies.Reply)
}

import CoreClient
package import HelpDesk
package import Wire

/// What the workstation asks the core about who is on which ticket and who writes there.
package enum CollisionCall: Hashable, Sendable {
    /// Where this person is; takes the compose lease, goes on with it, or lets it go.
    case beat(BeatPresence)
    case list
    case takeOver(TicketID, reason: String)
    /// Gives a ticket to somebody although its owner writes the answer.
    case reassign(TicketID, to: PersonID?, expected: PersonID?, reason: String)

    /// Whether the core does something for it; a snapshot only looks.
    var changesSomething: Bool { self != .list }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .beat(let beat): try connection.send(beat)
        case .list: try connection.send(ListPresence())
        case .takeOver(let ticket, let reason):
            try connection.send(TakeOverCompose(ticket: ticket, reason: reason))
        case .reassign(let ticket, let person, let expected, let reason):
            try connection.send(
                AssignTicket(ticket: ticket, to: person, expectedOwner: expected, reason: reason))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> CoreAnswer {
        switch self {
        case .beat:
            .collision(.beat(try Incoming.decode(line, for: BeatPresence.self).compose))
        case .list:
            .collision(.presences(try Incoming.decode(line, for: ListPresence.self).presences))
        case .takeOver: .collision(.taken(try Incoming.decode(line, for: TakeOverCompose.self)))
        case .reassign: .row(try Incoming.decode(line, for: AssignTicket.self))
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> CoreAnswer {
        guard self == .list else { throw DeskError(.unknownMethod) }
        return .collision(.presences(try session.call(ListPresence()).presences))
    }
}

/// What the core answered to one of them.
package enum CollisionAnswer: Sendable {
    case beat(ComposeAnswer?)
    case presences([TicketPresence])
    case taken(TakeOverCompose.Reply)
}

import CoreClient
package import HelpDesk
package import Wire

/// What the pane of rights asks the core.
package enum RightsCall: Hashable, Sendable {
    case requests
    case access
    case roles
    case history
    case settle(GuardedRequestID, isApproved: Bool, reason: String)
    case unmask(TicketID, MaskedField, reason: String)

    /// Whether the core does something for it; a snapshot only looks.
    var changesSomething: Bool {
        switch self {
        case .requests, .access, .roles, .history: false
        case .settle, .unmask: true
        }
    }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .requests: try connection.send(ListRequests())
        case .access: try connection.send(ListAccess())
        case .roles: try connection.send(ListRoles())
        case .history: try connection.send(ListRightsHistory(limit: 200))
        case .settle(let request, let isApproved, let reason):
            try connection.send(
                SettleRequest(request: request, isApproved: isApproved, reason: reason))
        case .unmask(let ticket, let field, let reason):
            try connection.send(UnmaskField(ticket: ticket, field: field, reason: reason))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> RightsAnswer {
        switch self {
        case .requests: .requests(try Incoming.decode(line, for: ListRequests.self).requests)
        case .access: .access(try Incoming.decode(line, for: ListAccess.self))
        case .roles: .roles(try Incoming.decode(line, for: ListRoles.self).roles)
        case .history: .history(try Incoming.decode(line, for: ListRightsHistory.self).entries)
        case .settle: .settled(try Incoming.decode(line, for: SettleRequest.self))
        case .unmask: .unmasked(try Incoming.decode(line, for: UnmaskField.self).value)
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> RightsAnswer {
        switch self {
        case .requests: .requests(try session.call(ListRequests()).requests)
        case .access: .access(try session.call(ListAccess()))
        case .roles: .roles(try session.call(ListRoles()).roles)
        case .history: .history(try session.call(ListRightsHistory(limit: 200)).entries)
        case .settle, .unmask: throw DeskError(.unknownMethod)
        }
    }
}

package enum RightsAnswer: Hashable, Sendable {
    case requests([GuardedView])
    case access(AccessList)
    case roles([RoleView])
    case history([RightsEntry])
    case settled(GuardedView)
    case unmasked(String?)
}

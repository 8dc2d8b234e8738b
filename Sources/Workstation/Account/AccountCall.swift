import CoreClient
package import HelpDesk
import Wire

/// What the account pane asks the core.
package enum AccountCall: Hashable, Sendable {
    case show
    case refresh
    /// The books of one order.
    case finances(OrderID, StoreID)

    /// Whether the core does something for it; a snapshot only looks.
    var changesSomething: Bool { self != .show }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .show: try connection.send(ShowAccount())
        case .refresh: try connection.send(RefreshAccount())
        case .finances(let order, let store):
            try connection.send(ShowFinances(order: order, store: store, refresh: true))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> CoreAnswer {
        switch self {
        case .show: .accounts(try Incoming.decode(line, for: ShowAccount.self).accounts)
        case .refresh: .done
        case .finances: .finances(try Incoming.decode(line, for: ShowFinances.self))
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> CoreAnswer {
        switch self {
        case .show: .accounts(try session.call(ShowAccount()).accounts)
        case .refresh, .finances: throw DeskError(.unknownMethod)
        }
    }
}

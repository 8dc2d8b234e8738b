import CoreClient
package import HelpDesk
package import Wire

/// What the account pane and its lists ask the core.
package enum AccountCall: Hashable, Sendable {
    case show
    case refresh
    /// The books of one order.
    case finances(OrderID, StoreID)
    /// A list of one store or of all; with a settlement, its lines.
    case rows(AccountList, StoreID?, settlement: SettlementView?)
    /// The order that a row is about, as the desk has it.
    case order(OrderID, StoreID)

    /// The most products that one look brings.
    private static var stockRows: Int { 2000 }

    /// Whether the core does something for it; a snapshot only looks.
    var changesSomething: Bool {
        switch self {
        case .show, .rows, .order: false
        case .refresh, .finances: true
        }
    }

    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .show: try connection.send(ShowAccount())
        case .refresh: try connection.send(RefreshAccount())
        case .finances(let order, let store):
            try connection.send(ShowFinances(order: order, store: store, refresh: true))
        case .rows(.settlements, let store, let settlement):
            try connection.send(Self.settlements(store, settlement))
        case .rows(.returns, let store, _): try connection.send(ListReturns(store: store))
        case .rows(.ratings, let store, _): try connection.send(ListFeedback(store: store))
        case .rows(.stock, let store, _):
            try connection.send(ListStock(store: store, limit: Self.stockRows))
        case .order(let order, let store):
            try connection.send(ShowOrder(order: order, store: store, refresh: false))
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> CoreAnswer {
        switch self {
        case .show: .accounts(try Incoming.decode(line, for: ShowAccount.self).accounts)
        case .refresh: .done
        case .finances: .finances(try Incoming.decode(line, for: ShowFinances.self))
        case .rows(.settlements, _, let settlement):
            Self.rows(try Incoming.decode(line, for: ListSettlements.self), settlement)
        case .rows(.returns, _, _): Self.rows(try Incoming.decode(line, for: ListReturns.self))
        case .rows(.ratings, _, _): Self.rows(try Incoming.decode(line, for: ListFeedback.self))
        case .rows(.stock, _, _): Self.rows(try Incoming.decode(line, for: ListStock.self))
        case .order: .accountRows(.order(try Incoming.decode(line, for: ShowOrder.self)))
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> CoreAnswer {
        switch self {
        case .show: .accounts(try session.call(ShowAccount()).accounts)
        case .rows(.settlements, let store, let settlement):
            Self.rows(try session.call(Self.settlements(store, settlement)), settlement)
        case .rows(.returns, let store, _): Self.rows(try session.call(ListReturns(store: store)))
        case .rows(.ratings, let store, _):
            Self.rows(try session.call(ListFeedback(store: store)))
        case .rows(.stock, let store, _):
            Self.rows(try session.call(ListStock(store: store, limit: Self.stockRows)))
        case .order(let order, let store):
            .accountRows(
                .order(
                    try session.call(ShowOrder(order: order, store: store, refresh: false))))
        case .refresh, .finances: throw DeskError(.unknownMethod)
        }
    }

    private static func settlements(_ store: StoreID?, _ settlement: SettlementView?)
        -> ListSettlements
    {
        ListSettlements(
            store: settlement?.store ?? store, settlement: settlement?.settlementID,
            withLines: settlement != nil)
    }

    private static func rows(_ reply: ListSettlements.Reply, _ settlement: SettlementView?)
        -> CoreAnswer
    {
        guard settlement != nil else {
            return .accountRows(
                .rows(reply.settlements.map(AccountRow.settled), states: reply.states))
        }
        let rows = reply.settlements.flatMap { view in
            var head = view
            head.lines = []
            return view.lines.map { AccountRow.line(head, $0) }
        }
        return .accountRows(.rows(rows, states: reply.states))
    }

    private static func rows(_ reply: ListReturns.Reply) -> CoreAnswer {
        .accountRows(.rows(reply.returns.map(AccountRow.returned), states: reply.states))
    }

    private static func rows(_ reply: ListFeedback.Reply) -> CoreAnswer {
        .accountRows(.rows(reply.feedback.map(AccountRow.rated), states: reply.states))
    }

    private static func rows(_ reply: ListStock.Reply) -> CoreAnswer {
        .accountRows(.rows(reply.stock.map(AccountRow.stocked), states: reply.states))
    }
}

import HelpDesk
import SwiftExtensions

/// Work that outlives a crash. A job's key names what it is about and is unique among unfinished
/// jobs of its kind, so asking twice does nothing.
enum JobKind: String, Sendable, CaseIterable {
    /// A held ticket's time to look again; key: ticket.
    case holdReview = "hold-review"
    /// A snoozed ticket to be woken; key: ticket.
    case wake = "snooze-wake"
    /// A note that asks for a look by now; key: message.
    case noteDue = "note-due"
    /// A pending ticket on which the buyer may have stayed silent; key: ticket.
    case silence = "auto-resolve"
    /// A resolved ticket to be archived; key: ticket.
    case archive = "auto-close"
    /// The end of an accepted reply's bounce window; key: outbox item.
    case bounceWindow = "bounce-window"
    /// An excuse that must be confirmed by now; key: debt.
    case excuseExpiry = "excuse-expiry"
    /// The time in which an owner must begin with a routed ticket; key: ticket.
    case acceptTimer = "accept-timer"
    /// One order to be asked for; key: store and order.
    case orderRefresh = "order-refresh"
    /// An order that could not be read, kept for people; key: store and order. Never runs by itself.
    case orderQuarantine = "order-quarantine"
    /// A dispatch to be carried out, or looked after; key: store and dispatch.
    case dispatch

    /// Kinds that only change the database; they run in the transaction that finishes them.
    var isTimer: Bool {
        switch self {
        case .holdReview, .wake, .noteDue, .silence, .archive, .bounceWindow, .excuseExpiry,
            .acceptTimer:
            true
        case .orderRefresh, .orderQuarantine, .dispatch: false
        }
    }

    /// Attempts after which a job of a kind without its own limit is given up.
    static let usualAttempts = 5

    /// Attempts after which a job is given up and waits for a person.
    var attemptLimit: Int {
        switch self {
        case .orderRefresh: 6
        case .orderQuarantine: 1
        case .dispatch: 20
        case .holdReview, .wake, .noteDue, .silence, .archive, .bounceWindow, .excuseExpiry,
            .acceptTimer:
            Self.usualAttempts
        }
    }

    /// Higher runs first: somebody waits for a single order.
    var priority: Int { self == .orderRefresh ? 10 : 0 }

    /// Names of the kinds that are timers, as the database has them.
    static let timers = allCases.filter(\.isTimer).map(\.rawValue)

    static func key(_ store: StoreID, _ dispatch: DispatchID) -> String {
        "\(store)/\(dispatch.rawValue)"
    }

    static func key(_ store: StoreID, _ order: OrderID) -> String { "\(store)/\(order)" }

    /// Store of an order job's key.
    static func store(ofRefresh key: String) -> StoreID? { parts(key)?.store }

    /// Store and order of an order job's key. Store names hold no slash.
    static func parts(_ key: String) -> (store: StoreID, order: OrderID)? {
        guard let slash = key.firstIndex(of: "/") else { return nil }
        return (
            StoreID(String(key[..<slash])), OrderID(String(key[key.index(after: slash)...]))
        )
    }
}

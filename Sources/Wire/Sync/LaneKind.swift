package import HelpDesk
package import SwiftExtensions

/// A lane of the engine: what is kept up to date for a store, and the queue that all of them share.
package enum LaneKind: String, Codable, Sendable, CaseIterable {
    case messages, orders, reports, inventory, finances
    /// The platform's notifications, which only make the others faster.
    case notifications

    package init(_ kind: SyncKind) {
        switch kind {
        case .messages: self = .messages
        case .orders: self = .orders
        }
    }

    /// The topics of the account that make up the lane; empty for what has none.
    package var topics: [AccountTopic] {
        switch self {
        case .reports: [.participation, .health, .settlement, .returns, .feedback]
        case .inventory: [.inventory, .listings]
        case .messages, .orders, .finances, .notifications: []
        }
    }
}

/// One topic of a lane that has several.
package struct SyncLanePart: Codable, Sendable, Hashable {
    package var topic: AccountTopic
    package var phase: AccountPhase
    package var lastSuccess: Timestamp?
    package var nextRun: Timestamp
    package var trouble: EngineTrouble?

    package init(
        topic: AccountTopic, phase: AccountPhase = .idle, lastSuccess: Timestamp? = nil,
        nextRun: Timestamp, trouble: EngineTrouble? = nil
    ) {
        self.topic = topic
        self.phase = phase
        self.lastSuccess = lastSuccess
        self.nextRun = nextRun
        self.trouble = trouble
    }
}

package import SwiftExtensions

/// What a person has the platform do for one order.
package enum DispatchKind: String, Codable, Sendable, CaseIterable {
    /// A typed message to the buyer.
    case message
    /// The platform's own request for a product review and seller feedback.
    case reviewRequest = "review-request"
    /// A package that has left, with its tracking number.
    case shipment
}

/// Where a dispatch stands. It leaves the house at most once unless a person says otherwise.
package enum DispatchState: String, Codable, Sendable, CaseIterable {
    case queued
    /// Handed to the platform; a crash here leaves `unknown`.
    case sending
    case sent
    /// The platform, or the desk in its name, said no; nothing happened there.
    case refused
    /// Left without a clear answer. A person looks at the platform and decides.
    case unknown
    /// Taken back by a person before it left.
    case withdrawn

    /// Somebody still waits for what becomes of it.
    package var isLive: Bool { self == .queued || self == .sending || self == .unknown }

    /// Whether an equal dispatch must not be made beside this one.
    package var standsInTheWay: Bool { isLive || self == .sent }
}

/// One dispatch as the record keeps it. A message's words and the names of files are kept apart.
package struct Dispatch: Hashable, Sendable, Codable {
    package var id: DispatchID
    package var store: StoreID
    package var order: OrderID
    package var marketplace: MarketplaceCode
    /// The conversation it was made from, if any.
    package var ticket: TicketID?
    package var author: PersonID
    package var kind: DispatchKind
    /// The platform's name for what is asked, such as `unexpectedProblem`.
    package var action: String
    package var state: DispatchState
    package var queuedAt: Timestamp
    package var idempotencyKey: String
    /// SHA-256 of the text; nil when it has none.
    package var textDigest: String?
    package var files: [DispatchFile]
    package var coverage: CoveragePeriod?
    package var shipment: ShipmentConfirmation?
    /// Lint rules whose warnings the author has confirmed.
    package var confirmedRules: [String]
    package var attempts: Int
    package var settledAt: Timestamp?
    /// Error class or the desk's code, and the platform's cleaned words; no personal data.
    package var evidence: String?
    /// Why the latest attempt ended as it did, for the sentence that people read.
    package var problem: DeskError.Code?

    package init(
        id: DispatchID, store: StoreID, order: OrderID, marketplace: MarketplaceCode,
        ticket: TicketID? = nil, author: PersonID, kind: DispatchKind, action: String,
        state: DispatchState = .queued, queuedAt: Timestamp, idempotencyKey: String,
        textDigest: String? = nil, files: [DispatchFile] = [], coverage: CoveragePeriod? = nil,
        shipment: ShipmentConfirmation? = nil, confirmedRules: [String] = [], attempts: Int = 0,
        settledAt: Timestamp? = nil, evidence: String? = nil, problem: DeskError.Code? = nil
    ) {
        self.id = id
        self.store = store
        self.order = order
        self.marketplace = marketplace
        self.ticket = ticket
        self.author = author
        self.kind = kind
        self.action = action
        self.state = state
        self.queuedAt = queuedAt
        self.idempotencyKey = idempotencyKey
        self.textDigest = textDigest
        self.files = files
        self.coverage = coverage
        self.shipment = shipment
        self.confirmedRules = confirmedRules
        self.attempts = attempts
        self.settledAt = settledAt
        self.evidence = evidence
        self.problem = problem
    }
}

/// A change of a dispatch's state.
package struct DispatchMove: Hashable, Sendable, Codable {
    package var dispatch: DispatchID
    package var from: DispatchState
    package var to: DispatchState
    package var at: Timestamp
    package var evidence: String?
    package var problem: DeskError.Code?

    package init(
        dispatch: DispatchID, from: DispatchState, to: DispatchState, at: Timestamp,
        evidence: String? = nil, problem: DeskError.Code? = nil
    ) {
        self.dispatch = dispatch
        self.from = from
        self.to = to
        self.at = at
        self.evidence = evidence
        self.problem = problem
    }
}

/// The words of a dispatch: personal data, kept apart.
package struct DispatchContent: Hashable, Sendable, Codable {
    package struct File: Hashable, Sendable, Codable {
        package var name: String
        package var bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package var text: String?
    package var files: [File]

    package init(text: String? = nil, files: [File] = []) {
        self.text = text
        self.files = files
    }
}

/// A person's word on a dispatch.
package enum DispatchDecision: String, Codable, Sendable, CaseIterable {
    /// An unknown one stands on the platform.
    case sent
    /// An unknown one does not, and goes out once more; or a refused one is tried again.
    case again
    /// A queued one is taken back, a refused one put away.
    case withdrawn
}

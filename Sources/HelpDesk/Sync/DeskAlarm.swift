package import SwiftExtensions

/// The number of an alarm.
package struct AlarmID: DeskIdentifier {
    package let rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Something that a person must know of, raised once and open until it is settled.
package struct DeskAlarm: Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The record is not what was written; one for each break.
        case recordBroken = "record-broken"
        /// Copies of checkpoints do not reach their second place.
        case recordCopy = "record-copy"
        /// A rule that always holds does not; one for each rule.
        case invariant
        /// A merged ticket leads nowhere or in a circle.
        case mergeChain = "merge-chain"
        /// The platform's answers have a shape that the desk cannot read; one for each shape.
        case drift
        /// The platform hands out page tokens that it refuses; one for each store and call.
        case pageTokens = "page-tokens"
        /// A channel has been blind for too long; somebody looks by hand.
        case blind
        /// The machine's clock and the platform's disagree.
        case clockSkew = "clock-skew"
        /// Nobody is there to be told of a store's deadlines.
        case orphan
        /// A calendar opens too little for the policies on it, so that their clocks do not run; one
        /// for each calendar.
        case calendarClosed = "calendar-closed"
        /// Tickets of nobody run out of time, and nobody can be found for them.
        case unowned
        /// Mails wait that do not say for which store they are.
        case heldMail = "held-mail"
    }

    package var id: AlarmID
    package var kind: Kind
    /// Nil when it is about all stores.
    package var store: StoreID?
    /// Tells alarms of a kind apart: the shape, the kind of sync; no personal data.
    package var subject: String
    /// Values for the sentence.
    package var arguments: [String: String]

    package init(
        id: AlarmID, kind: Kind, store: StoreID?, subject: String,
        arguments: [String: String] = [:]
    ) {
        self.id = id
        self.kind = kind
        self.store = store
        self.subject = subject
        self.arguments = arguments
    }
}

/// A sample drawn for comparing the desk with the platform by hand.
package struct SpotCheckDraw: Hashable, Sendable, Codable {
    package enum Cause: String, Codable, Sendable {
        /// Drawn by lot.
        case random
        /// The desk was blind in this hour: somebody has to look.
        case blind
    }

    package var id: SpotCheckID
    package var store: StoreID
    /// The hour is [start, start + 1 h).
    package var start: Timestamp
    package var cause: Cause

    package init(id: SpotCheckID, store: StoreID, start: Timestamp, cause: Cause) {
        self.id = id
        self.store = store
        self.start = start
        self.cause = cause
    }
}

/// What a person found; the words are content, not part of the record.
package struct SpotCheckFinding: Hashable, Sendable, Codable {
    package enum Result: String, Codable, Sendable {
        case match, missing, extra
    }

    package var check: SpotCheckID
    package var result: Result
    package var platformCount: Int?
    package var person: PersonID

    package init(check: SpotCheckID, result: Result, platformCount: Int?, person: PersonID) {
        self.check = check
        self.result = result
        self.platformCount = platformCount
        self.person = person
    }
}

package import HelpDesk
package import SwiftExtensions

/// One version of something people write: who, when and why beside the value.
package struct Versioned<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    package var version: Int
    package var at: Timestamp
    /// Name of the person, or of the core's part.
    package var author: String
    package var reason: String
    package var value: Value

    package init(version: Int, at: Timestamp, author: String, reason: String, value: Value) {
        self.version = version
        self.at = at
        self.author = author
        self.reason = reason
        self.value = value
    }
}

/// A group with what waits for it at this moment.
package struct GroupView: Codable, Sendable, Hashable {
    package var group: Versioned<RoutingGroup>
    /// Tickets of nobody, within the caller's stores.
    package var waiting: Int
    package var available: Int

    package init(group: Versioned<RoutingGroup>, waiting: Int, available: Int) {
        self.group = group
        self.waiting = waiting
        self.available = available
    }
}

/// Somebody as routing sees them at this moment.
package struct AgentView: Codable, Sendable, Hashable {
    package var person: PersonID
    package var unixUser: String
    package var name: String
    package var profile: AgentProfile
    /// 0 for a profile that nobody saved.
    package var version: Int
    package var presence: AgentPresence
    package var until: Timestamp?
    /// Nil off shift.
    package var shiftLeftSeconds: Int64?
    package var load: Double
    package var groups: [GroupID]

    package init(
        person: PersonID, unixUser: String, name: String, profile: AgentProfile, version: Int,
        presence: AgentPresence, until: Timestamp?, shiftLeftSeconds: Int64?, load: Double,
        groups: [GroupID]
    ) {
        self.person = person
        self.unixUser = unixUser
        self.name = name
        self.profile = profile
        self.version = version
        self.presence = presence
        self.until = until
        self.shiftLeftSeconds = shiftLeftSeconds
        self.load = load
        self.groups = groups
    }
}

/// A decision with the names that explain it.
package struct DecisionView: Codable, Sendable, Hashable {
    package var at: Timestamp
    package var decision: RoutingDecision
    package var groupName: String?

    package init(at: Timestamp, decision: RoutingDecision, groupName: String?) {
        self.at = at
        self.decision = decision
        self.groupName = groupName
    }
}

/// One line of a hand-over list with what it is about.
package struct HandOverLineView: Codable, Sendable, Hashable {
    package var line: HandOverLine
    package var row: TicketRow
    /// What was promised; empty when nothing was.
    package var words: String
    package var acceptedByName: String?

    package init(line: HandOverLine, row: TicketRow, words: String, acceptedByName: String?) {
        self.line = line
        self.row = row
        self.words = words
        self.acceptedByName = acceptedByName
    }
}

package struct HandOverView: Codable, Sendable, Hashable {
    package var id: HandOverID
    package var from: PersonID
    package var fromName: String
    package var at: Timestamp
    package var lines: [HandOverLineView]

    package init(
        id: HandOverID, from: PersonID, fromName: String, at: Timestamp,
        lines: [HandOverLineView]
    ) {
        self.id = id
        self.from = from
        self.fromName = fromName
        self.at = at
        self.lines = lines
    }
}

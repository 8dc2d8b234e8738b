import GRDB
package import HelpDesk
package import SwiftExtensions

/// One version of a group, a profile or the rules.
package struct RoutingVersion<Value: Hashable & Sendable & Codable>: Hashable, Sendable {
    package var version: Int
    package var at: Timestamp
    package var author: Actor
    package var reason: String
    package var value: Value
}

extension ReadTransaction {
    /// All groups in force, closed ones too, by number.
    package func routingGroups() throws -> [RoutingVersion<RoutingGroup>] {
        try newest("group")
    }

    /// All profiles that somebody saved, by person.
    package func agentProfiles() throws -> [RoutingVersion<AgentProfile>] { try newest("profile") }

    /// The rules in force; nil before anybody wrote some.
    package func routingRules() throws -> RoutingVersion<RuleSheet>? {
        let versions: [RoutingVersion<RuleSheet>] = try newest("rules")
        return versions.first
    }

    /// All versions of a group, newest first.
    package func history(of group: GroupID) throws -> [RoutingVersion<RoutingGroup>] {
        try history("group", group.rawValue)
    }

    /// All versions of somebody's profile, newest first.
    package func history(of person: PersonID) throws -> [RoutingVersion<AgentProfile>] {
        try history("profile", person.rawValue)
    }

    /// All versions of the rules, newest first.
    package func rulesHistory() throws -> [RoutingVersion<RuleSheet>] { try history("rules", 0) }

    /// Groups and rules as routing reads them.
    package func routingBook() throws -> RoutingBook {
        let rules = try routingRules()
        return RoutingBook(
            groups: try routingGroups().map(\.value), rules: rules?.value.rules ?? [],
            version: rules?.version ?? 0)
    }

    private func newest<Value>(_ kind: String) throws -> [RoutingVersion<Value>] {
        try db.all(
            """
            SELECT version, at, author, reason, payload FROM routing_version AS one
            WHERE kind = ?1 AND version = (
                SELECT max(version) FROM routing_version
                WHERE kind = ?1 AND subject = one.subject)
            ORDER BY subject
            """, [kind], Self.version)
    }

    private func history<Value>(_ kind: String, _ subject: Int64) throws
        -> [RoutingVersion<Value>]
    {
        try db.all(
            """
            SELECT version, at, author, reason, payload FROM routing_version
            WHERE kind = ? AND subject = ? ORDER BY version DESC
            """, [kind, subject], Self.version)
    }

    private static func version<Value>(_ fields: inout Fields) throws -> RoutingVersion<Value> {
        RoutingVersion(
            version: try fields.count(), at: try fields.time(),
            author: try Actor(storedText: try fields.text()), reason: try fields.text(),
            value: try fields.json())
    }
}

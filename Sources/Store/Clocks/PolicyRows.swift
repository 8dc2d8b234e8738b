import GRDB
package import HelpDesk
package import SwiftExtensions

/// One version of a calendar or a policy with who saved it when.
package struct StoredVersion<Value: Sendable>: Sendable {
    package var value: Value
    package var savedAt: Timestamp
    package var savedBy: Actor
}

extension ReadTransaction {
    /// Grows with every change of calendars, policies, their order and windows, so that what was
    /// read may be kept while it stays.
    package func policyRevision() throws -> Int64 {
        try db.number(
            """
            SELECT coalesce(max(seq), 0) FROM event INDEXED BY event_policy
            WHERE kind IN ('calendar-saved', 'policy-saved', 'policies-ordered', 'window-set')
            """) ?? 0
    }

    /// All versions of all calendars, or of one, oldest first.
    package func calendarVersions(
        of id: CalendarID? = nil
    ) throws -> [StoredVersion<WorkCalendar>] {
        try versions("work_calendar", id?.rawValue)
    }

    /// All versions of all policies, or of one, oldest first.
    package func policyVersions(
        of id: PolicyID? = nil
    ) throws -> [StoredVersion<ResponsePolicy>] {
        try versions("response_policy", id?.rawValue)
    }

    private func versions<Value: Decodable & Sendable>(
        _ table: String, _ id: String?
    ) throws -> [StoredVersion<Value>] {
        try db.all(
            """
            SELECT body, saved_at, saved_by FROM \(table)
            WHERE ?1 IS NULL OR id = ?1 ORDER BY id, version
            """, [id]
        ) { fields in
            StoredVersion(
                value: try fields.json(), savedAt: try fields.time(),
                savedBy: try Actor(storedText: try fields.text()))
        }
    }

    /// The policies in the order in which they are asked.
    package func policyOrder() throws -> [PolicyID] {
        try db.all("SELECT policy FROM policy_order ORDER BY position") { try $0.name() }
    }

    /// What each marketplace gives for an answer, and from when on.
    package func platformWindows() throws -> [PlatformWindow] {
        try db.all(
            "SELECT marketplace, starts_at, seconds FROM platform_window ORDER BY 1, 2"
        ) { fields in
            let code = try fields.text()
            return PlatformWindow(
                marketplace: code.isEmpty ? nil : MarketplaceCode(code), from: try fields.time(),
                seconds: try fields.number())
        }
    }
}

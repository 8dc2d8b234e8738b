package import HelpDesk
import SwiftExtensions

/// A second person's leave to send what the linter blocks, as `--json` prints it.
package struct ReleaseDocument: Codable, Sendable, Hashable {
    /// Who released it; null when that person is no longer known.
    package var by: String?
    package var at: String?
    /// Why it may go out.
    package var reason: String
    /// Why its author asked for that.
    package var asked: String
    package var rules: [String]

    /// Nil while nobody has released it.
    package init?(_ override: LintOverride, by name: String?) {
        guard override.approvedBy != nil else { return nil }
        by = name
        at = override.approvedAt?.iso8601
        reason = override.approvalReason ?? ""
        asked = override.requestReason
        rules = override.lintRules
    }
}

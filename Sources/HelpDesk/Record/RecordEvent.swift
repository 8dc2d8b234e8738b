/// What happens to the record itself.
package enum RecordEvent: Hashable, Sendable, Codable {
    /// A new segment begins here because of this break; what stands before is never repaired.
    case breakNamed(RecordBreak)
    /// The core's own word that it named that break: whoever writes entries without its key cannot
    /// silence what they break.
    case breakSigned(SignedBreak)
    case exportMade(ExportNote)
    /// All rules that always hold were looked at.
    case deskVerified(VerificationNote)
    /// A team's files of rules for the linter were taken, or refused.
    case lintRulesLoaded(LintRulesNote)
}

/// A break with the signature (Ed25519, lower-case hex) of whoever keeps the record. It holds in one
/// place of the record only: a copy of it further on silences nothing.
package struct SignedBreak: Hashable, Sendable, Codable {
    package var found: RecordBreak
    /// The entry before its own.
    package var after: Int64
    /// Hash of that entry, in lower-case hex.
    package var head: String
    package var signature: String

    package init(found: RecordBreak, after: Int64, head: String, signature: String) {
        self.found = found
        self.after = after
        self.head = head
        self.signature = signature
    }
}

/// Which rules did not hold when all were looked at.
package struct VerificationNote: Hashable, Sendable, Codable {
    package var broken: [Invariant]
    /// How far the record had come.
    package var entries: Int64

    package init(broken: [Invariant], entries: Int64) {
        self.broken = broken
        self.entries = entries
    }
}

/// That somebody took data out: what and how much, never the data.
package struct ExportNote: Hashable, Sendable, Codable {
    /// `tickets` or `orders`.
    package var what: String
    package var format: String
    package var rows: Int
    /// Whether names, addresses and texts of buyers were among it.
    package var hasPersonalData: Bool
    /// SHA-256 of the manifest in lower-case hex; nil for a listing without one.
    package var manifest: String?

    package init(
        what: String, format: String, rows: Int, hasPersonalData: Bool, manifest: String?
    ) {
        self.what = what
        self.format = format
        self.rows = rows
        self.hasPersonalData = hasPersonalData
        self.manifest = manifest
    }
}

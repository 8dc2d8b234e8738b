extension LintOverride {
    /// Stands among the rules when somebody answered past newer items, with a reason.
    package static let staleBasisRule = "stale-basis"
}

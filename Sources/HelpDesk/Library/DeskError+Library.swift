extension DeskError.Code {
    /// The author cannot approve; argument `template` or `macro`.
    package static let libraryOwnText: Self = "library.own_text"
    /// The version waits no more; argument `number`.
    package static let librarySettled: Self = "library.settled"
    /// The newest version says the same already.
    package static let libraryUnchanged: Self = "library.unchanged"
    /// The linter blocks it; argument `rules`.
    package static let libraryBreaksRules: Self = "library.breaks_rules"
    /// Not for this ticket as it stands; arguments of the obstacle and `why`, its code.
    package static let libraryNotNow: Self = "library.not_now"
    package static let macroNotFound: Self = "macro.not_found"
    /// Another version is in use than the caller has seen; arguments `name`, `number` of now.
    package static let macroChanged: Self = "macro.changed"
    /// A letter names a version that was never in use; arguments `name`, `number`.
    package static let libraryNeverOffered: Self = "library.never_offered"
    package static let ownWordNotFound: Self = "own_word.not_found"
    package static let ownWordsTooMany: Self = "own_word.too_many"
}

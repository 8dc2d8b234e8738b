extension DeskError.Code {
    /// Somebody else writes the answer; arguments: holder, minutes.
    package static let composeHeld: Self = "compose.held"
    /// The owner writes an answer, so taking the ticket needs a reason; arguments: holder, minutes.
    package static let takeoverNeedsReason: Self = "compose.reason_needed"
    /// The ticket's group lets only its owner and leads answer; argument: owner.
    package static let ownersOnly: Self = "compose.owners_only"
    /// Somebody answered the buyer a moment ago; argument: answers.
    package static let answeredJustNow: Self = "compose.answered"
}

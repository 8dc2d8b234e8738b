/// The rules that always hold, in words (helpdesk section 2).
package enum InvariantSentences {
    package static let holds = Phrase("invariant.holds", "holds")

    package static func broken(_ count: Int) -> Phrase {
        Phrase("invariant.broken", "BROKEN ({count})", ["count": String(count)])
    }

    /// What the rule of a number, 1 to 14, says.
    package static func words(_ number: Int) -> Phrase {
        switch number {
        case 1: Phrase("invariant.1", "Every buyer's message has exactly one debt.")
        case 2: Phrase("invariant.2", "A debt is in one state; every change has a proof.")
        case 3: Phrase("invariant.3", "No ticket rests while an answer is owed.")
        case 4: Phrase("invariant.4", "The platform's deadline never changes.")
        case 5:
            Phrase(
                "invariant.5",
                "Only a person's reply, a confirmed excuse or a proven void ends the clock.")
        case 6: Phrase("invariant.6", "Somebody can see every owed answer.")
        case 7: Phrase("invariant.7", "One reply leaves for what its author saw.")
        case 8: Phrase("invariant.8", "Nothing leaves twice.")
        case 9: Phrase("invariant.9", "Every change has its entry in the record.")
        case 10: Phrase("invariant.10", "The rows are what the record adds up to.")
        case 11: Phrase("invariant.11", "Nothing is left out because of its age.")
        case 12: Phrase("invariant.12", "Every warning reaches somebody.")
        case 13: Phrase("invariant.13", "No personal data outside the contents.")
        default: Phrase("invariant.14", "Lists and clocks reckon alike.")
        }
    }
}

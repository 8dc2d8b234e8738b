import HelpDesk

extension IntakeCounts {
    mutating func note(_ outcome: IntakeOutcome) {
        switch outcome {
        case .message, .ownCopy: created += 1
        case .duplicate: duplicates += 1
        case .notice, .bounce: notices += 1
        case .quarantined: quarantined += 1
        case .unparsed: unparsed += 1
        case .stored, .ignored: break
        }
    }
}

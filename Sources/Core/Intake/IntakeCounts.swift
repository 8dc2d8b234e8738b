import HelpDesk

/// What became of the mails of a pass; keys as `deskhand sync --json` prints them.
package struct IntakeCounts: Sendable, Hashable, Codable {
    package var fetched = 0
    package var created = 0
    package var duplicates = 0
    package var notices = 0
    package var quarantined = 0
    package var unparsed = 0

    package init() {}

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

    static func + (left: IntakeCounts, right: IntakeCounts) -> IntakeCounts {
        var sum = left
        sum.fetched += right.fetched
        sum.created += right.created
        sum.duplicates += right.duplicates
        sum.notices += right.notices
        sum.quarantined += right.quarantined
        sum.unparsed += right.unparsed
        return sum
    }
}

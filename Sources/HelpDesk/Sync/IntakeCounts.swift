/// What became of the mails of a pass; keys as `deskhand sync --json` prints them.
package struct IntakeCounts: Sendable, Hashable, Codable {
    package var fetched = 0
    package var created = 0
    package var duplicates = 0
    package var notices = 0
    package var quarantined = 0
    package var unparsed = 0

    package init() {}

    package static func + (left: IntakeCounts, right: IntakeCounts) -> IntakeCounts {
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

/// What a replay of the whole log says of the rows.
package struct RebuildReport: Hashable, Sendable {
    package var eventCount: Int
    /// Tables that differ, each with the first difference found. No personal data.
    package var differences: [String: String]

    package init(eventCount: Int, differences: [String: String]) {
        self.eventCount = eventCount
        self.differences = differences
    }

    package var isEqual: Bool { differences.isEmpty }
}

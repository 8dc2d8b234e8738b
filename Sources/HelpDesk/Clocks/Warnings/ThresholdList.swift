/// Several thresholds as words in one line, as rows keep them: `f50 f75 l30`.
package enum ThresholdList {
    /// In a fixed order, so that equal sets are equal texts.
    package static func text(_ thresholds: Set<ClockThreshold>) -> String {
        thresholds.map(\.text).sorted().joined(separator: " ")
    }

    /// Nil for a word that is no threshold.
    package static func set(_ text: String) -> Set<ClockThreshold>? {
        var found: Set<ClockThreshold> = []
        for word in text.utf8.split(separator: UInt8(ascii: " ")) {
            guard let threshold = ClockThreshold(Substring(word)) else { return nil }
            found.insert(threshold)
        }
        return found
    }
}

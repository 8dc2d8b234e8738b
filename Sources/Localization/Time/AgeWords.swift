package import SwiftExtensions

/// Lengths of time in sentences: `41m` in English, with the unit written out in Chinese.
package enum AgeWords {
    /// How long ago something was, in its largest unit.
    package static func age(since instant: Timestamp, now: Timestamp, _ words: Words) -> String {
        span(max(0, (now - instant).wholeMilliseconds / 1000), words)
    }

    /// A length of time in its largest unit.
    package static func span(_ seconds: Int64, _ words: Words) -> String {
        switch seconds {
        case ..<60: words(Phrase("age.seconds", "{count}s", ["count": "\(seconds)"]))
        case ..<3600: words(Phrase("age.minutes", "{count}m", ["count": "\(seconds / 60)"]))
        case ..<172_800: words(Phrase("age.hours", "{count}h", ["count": "\(seconds / 3600)"]))
        default: words(Phrase("age.days", "{count}d", ["count": "\(seconds / 86_400)"]))
        }
    }
}

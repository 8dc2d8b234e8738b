import Channels
import SwiftExtensions

/// Phrases in which a notice names its deadline, with `#` where the number or the date stands.
struct DeadlineWords: Sendable {
    private struct Phrase: Sendable {
        var before: String
        var after: String
        var unit: Duration
    }

    private var phrases: [Phrase] = []
    private var dates = DeadlineDates()
    /// No notice gives more time; a larger number is something else.
    private static let longest = 90

    /// Knows no words, so that every notice has its table's clock.
    init() {}

    init(_ row: TableRow) throws(TableFault) {
        try row.finish(["days", "hours", "dates", "dates-before", "months"])
        dates = try DeadlineDates(row)
        for (key, unit) in [("days", Duration.days(1)), ("hours", .hours(1))] {
            for text in try row.strings(key, isRequired: true) {
                let parts = text.split(separator: "#", omittingEmptySubsequences: false)
                guard parts.count == 2, parts[1].contains(where: { !$0.isWhitespace }) else {
                    throw row.fault(key, "“\(text)” needs one # and words behind it")
                }
                phrases.append(
                    Phrase(
                        before: Self.key(String(parts[0])), after: Self.key(String(parts[1])),
                        unit: unit))
            }
        }
    }

    /// When the time that the text gives is over, counted from `from`; nil when it names none. The
    /// earliest place in the text counts.
    func deadline(in text: String, from: Timestamp) -> Timestamp? {
        let text = Self.key(String(text.prefix(20_000)))
        var best = dates.deadline(in: text, from: from, longest: .days(Int64(Self.longest)))
        for phrase in phrases {
            guard let found = Self.find(phrase, in: text) else { continue }
            if best.map({ found.place < $0.place }) ?? true {
                best = (found.place, from + found.time)
            }
        }
        return best?.due
    }

    private static func find(_ phrase: Phrase, in text: String)
        -> (place: String.Index, time: Duration)?
    {
        for range in text.ranges(of: phrase.after) {
            let head = text[..<range.lowerBound]
            let digits = head.suffix(4).reversed().prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(String(digits.reversed())), (1...longest).contains(number),
                head.dropLast(digits.count).hasSuffix(phrase.before)
            else { continue }
            return (range.lowerBound, phrase.unit * number)
        }
        return nil
    }

    /// No accents, case or spaces.
    static func key(_ text: String) -> String {
        WordFolding.fold(text).filter { !$0.isWhitespace }
    }
}

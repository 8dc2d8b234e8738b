import Channels
import SwiftExtensions

/// Phrases in which a notice names the day of its deadline, with `#` where the date stands. Works on
/// folded text without spaces.
struct DeadlineDates: Sendable {
    private struct Phrase: Sendable {
        var before: String
        var after: String
        /// The named day itself is too late.
        var excludesDay: Bool
    }

    private var phrases: [Phrase] = []
    /// Longest first, so that no abbreviation hides a name.
    private var months: [(name: String, number: Int)] = []
    /// The named day ends first in Japan, at 15:00 UTC: earlier than in any other marketplace.
    private static let lastHour = 15

    init() {}

    init(_ row: TableRow) throws(TableFault) {
        for (key, excludesDay) in [("dates", false), ("dates-before", true)] {
            for text in try row.strings(key) {
                let parts = text.split(separator: "#", omittingEmptySubsequences: false)
                    .map { DeadlineWords.key(String($0)) }
                guard parts.count == 2, !(parts[0] + parts[1]).isEmpty else {
                    throw row.fault(key, "“\(text)” needs one # and words beside it")
                }
                phrases.append(
                    Phrase(before: parts[0], after: parts[1], excludesDay: excludesDay))
            }
        }
        let names = try row.strings("months")
        guard names.isEmpty || names.count == 12 else {
            throw row.fault("months", "twelve entries, each with its names between commas")
        }
        for (index, entry) in names.enumerated() {
            for name in entry.split(separator: ",") {
                months.append((DeadlineWords.key(String(name)), index + 1))
            }
        }
        months.sort { $0.name.count > $1.name.count }
    }

    /// The first place that names a day after `from` and when that day is over; of two readings of
    /// the numbers the earlier one.
    func deadline(
        in text: String, from: Timestamp, longest: Duration
    ) -> (place: String.Index, due: Timestamp)? {
        var best: (place: String.Index, due: Timestamp)?
        for phrase in phrases {
            let early: Duration = phrase.excludesDay ? .days(1) : .zero
            for found in places(of: phrase, in: text) {
                let dues = found.dates.map { $0 - early }
                    .filter { $0 > from && $0 <= from + longest }
                guard let due = dues.min() else { continue }
                if best.map({ found.index < $0.place }) ?? true { best = (found.index, due) }
                break
            }
        }
        return best
    }

    private struct Place {
        var index: String.Index
        var dates: [Timestamp]
    }

    private func places(of phrase: Phrase, in text: String) -> [Place] {
        guard phrase.before.isEmpty else {
            return text.ranges(of: phrase.before).compactMap { range in
                let rest = withoutWeekday(text[range.upperBound...])
                guard let found = dates(rest), found.rest.hasPrefix(phrase.after) else {
                    return nil
                }
                return Place(index: range.lowerBound, dates: found.dates)
            }
        }
        return text.ranges(of: phrase.after).compactMap { range in
            place(endingAt: range.lowerBound, in: text)
        }
    }

    /// No date that stands before its words is longer, without spaces, than 2026年11月22日.
    private func place(endingAt end: String.Index, in text: String) -> Place? {
        for start in text[..<end].indices.suffix(12) {
            if let found = dates(text[start..<end]), found.rest.isEmpty {
                return Place(index: start, dates: found.dates)
            }
        }
        return nil
    }

    /// "by Friday, March 13, 2026".
    private func withoutWeekday(_ text: Substring) -> Substring {
        let word = text.prefix(14).prefix { $0.isLetter }
        let rest = text.dropFirst(word.count)
        return rest.first == "," && !word.isEmpty ? rest.dropFirst() : text
    }

    /// What a date at the beginning of `text` may mean; nil when there is none.
    private func dates(_ text: Substring) -> (dates: [Timestamp], rest: Substring)? {
        for form in Form.allCases {
            var scanner = DateScanner(rest: text)
            let dates = days(form, &scanner).compactMap(Self.end)
            if !dates.isEmpty { return (dates, scanner.rest) }
        }
        return nil
    }

    private enum Form: CaseIterable {
        case yearFirst, numbers, dayAndMonth, monthAndDay
    }

    private func days(_ form: Form, _ scanner: inout DateScanner) -> [Day] {
        switch form {
        case .yearFirst: yearFirst(&scanner)
        case .numbers: numbers(&scanner)
        case .dayAndMonth: dayAndMonth(&scanner)
        case .monthAndDay: monthAndDay(&scanner)
        }
    }

    private struct Day {
        var year: Int
        var month: Int
        var day: Int
    }

    private func yearFirst(_ scanner: inout DateScanner) -> [Day] {
        guard let year = scanner.number(4...4), scanner.skip("-", "/", ".", "年"),
            let month = scanner.number(1...2), scanner.skip("-", "/", ".", "月"),
            let day = scanner.number(1...2)
        else { return [] }
        _ = scanner.skip("日")
        return [Day(year: year, month: month, day: day)]
    }

    /// Slashes stand between day and month in some countries and between month and day in others.
    private func numbers(_ scanner: inout DateScanner) -> [Day] {
        guard let first = scanner.number(1...2), let mark = scanner.mark(),
            let second = scanner.number(1...2), scanner.mark() == mark,
            let year = scanner.number(4...4)
        else { return [] }
        let european = Day(year: year, month: second, day: first)
        return mark == "/"
            ? [european, Day(year: year, month: first, day: second)] : [european]
    }

    private func dayAndMonth(_ scanner: inout DateScanner) -> [Day] {
        guard let day = scanner.number(1...2) else { return [] }
        _ = scanner.skip("st", "nd", "rd", "th", "er", ".")
        _ = scanner.skip("de", "of")
        guard let month = month(&scanner) else { return [] }
        _ = scanner.skip(".", ",")
        _ = scanner.skip("del", "de", "of")
        guard let year = scanner.number(4...4) else { return [] }
        return [Day(year: year, month: month, day: day)]
    }

    private func monthAndDay(_ scanner: inout DateScanner) -> [Day] {
        guard let month = month(&scanner) else { return [] }
        _ = scanner.skip(".")
        guard let day = scanner.number(1...2) else { return [] }
        _ = scanner.skip("st", "nd", "rd", "th")
        _ = scanner.skip(",")
        guard let year = scanner.number(4...4) else { return [] }
        return [Day(year: year, month: month, day: day)]
    }

    private func month(_ scanner: inout DateScanner) -> Int? {
        months.first { scanner.skip($0.name) }?.number
    }

    /// When the day ends; nil for one that no calendar has.
    private static func end(of day: Day) -> Timestamp? {
        let civil = CivilTime(
            year: day.year, month: day.month, day: day.day, hour: lastHour)
        guard (1...12).contains(day.month), (1...31).contains(day.day),
            CivilTime(civil.timestamp()) == civil
        else { return nil }
        return civil.timestamp()
    }
}

/// Takes a date apart from its beginning.
private struct DateScanner {
    var rest: Substring

    /// A number of so many digits, and no digit behind it.
    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        let found = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.contains(found.count), let number = Int(found) else { return nil }
        rest = rest.dropFirst(found.count)
        return number
    }

    /// The first of the words that stands here is passed over.
    mutating func skip(_ words: String...) -> Bool {
        guard let word = words.first(where: { rest.hasPrefix($0) }) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    /// A mark between numbers.
    mutating func mark() -> Character? {
        guard let first = rest.first, "./-".contains(first) else { return nil }
        rest = rest.dropFirst()
        return first
    }
}

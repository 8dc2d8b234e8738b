/// A share of cases: how many of how many.
package struct TemplateShare: Hashable, Sendable, Codable {
    package var count: Int
    package var of: Int

    package init(_ count: Int = 0, of: Int = 0) {
        self.count = count
        self.of = of
    }

    /// The share with its 95 % interval; nil below the least number of uses, which says nothing
    /// (helpdesk section 10.5).
    package var told: (share: Double, low: Double, high: Double)? {
        guard of >= TemplateOutcome.leastUses, let interval = ShareInterval.wilson(count, of: of)
        else { return nil }
        return (Double(count) / Double(of), interval.low, interval.high)
    }
}

/// How one version of a template fared in a window.
package struct TemplateFigures: Hashable, Sendable, Codable {
    package var key: TemplateKey
    /// 0 for letters of the time before versions were kept.
    package var number: Int
    package var inserted = 0
    /// Insertions that took up a suggestion of the desk's.
    package var suggested = 0
    package var blocked = 0
    package var sent = 0
    /// Letters that left as they were filled in, of those for which that is known.
    package var unchanged = TemplateShare()
    /// What authors changed, in thousandths of the longer text, on average; nil while unknown.
    package var editPermille: Int?
    /// Letters after which the buyer did not write again within 72 hours.
    package var quiet = TemplateShare()
    /// Tickets that were resolved after the letter and came back within the window of days.
    package var reopened = TemplateShare()
    /// Ratings of three stars or fewer among those that the order's buyer gave afterwards.
    package var lowRated = TemplateShare()

    package init(key: TemplateKey, number: Int) {
        self.key = key
        self.number = number
    }
}

/// How far the sent text differs from the one that was filled in.
package enum TemplateEdit {
    /// Pairs of scalars that are compared; two letters of the greatest length that a platform takes
    /// have no more.
    private static let mostPairs = 16_000_000

    /// Levenshtein distance in scalars over the longer length, in thousandths (helpdesk 10.5). Nil
    /// for texts so long that working it out would keep others waiting.
    package static func permille(from filled: String, to sent: String) -> Int? {
        let (one, two) = (Array(filled.unicodeScalars), Array(sent.unicodeScalars))
        let longest = max(one.count, two.count)
        guard longest > 0 else { return 0 }
        return distance(one, two).map { ($0 * 1000 + longest / 2) / longest }
    }

    private static func distance(_ one: [Unicode.Scalar], _ two: [Unicode.Scalar]) -> Int? {
        let head = zip(one, two).prefix { $0 == $1 }.count
        let (left, right) = (one[head...], two[head...])
        let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        guard (left.count - tail) * (right.count - tail) <= mostPairs else { return nil }
        return inner(Array(left.dropLast(tail)), Array(right.dropLast(tail)))
    }

    private static func inner(_ one: [Unicode.Scalar], _ two: [Unicode.Scalar]) -> Int {
        guard !one.isEmpty else { return two.count }
        var row = Array(0...two.count)
        for (index, scalar) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in two.indices {
                let cost = two[place] == scalar ? diagonal : diagonal + 1
                diagonal = row[place + 1]
                row[place + 1] = min(cost, diagonal + 1, row[place] + 1)
            }
        }
        return row[two.count]
    }
}

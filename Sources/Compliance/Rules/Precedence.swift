import HelpDesk

/// Which of several findings at one place is told (compliance section 3.3).
enum Precedence {
    /// Drops what a stronger finding covers and what repeats itself; orders the rest by place.
    static func settled(_ hits: [Hit], _ book: RuleBook, meter: inout StepMeter) -> [Hit] {
        let ordered = hits.sorted { left, right in
            (left.origin.lowerBound, left.origin.upperBound, left.rule.code)
                < (right.origin.lowerBound, right.origin.upperBound, right.rule.code)
        }
        var kept: [Hit] = []
        for (index, hit) in ordered.enumerated()
        where !isCovered(index, ordered, book, meter: &meter) {
            if let last = kept.last, last.rule == hit.rule, last.origin == hit.origin { continue }
            kept.append(hit)
        }
        return kept
    }

    /// Neighbours that a finding is compared with on each side; more never overlap in practice,
    /// and a bound keeps hostile texts linear.
    private static let reach = 12

    private static func isCovered(
        _ index: Int, _ hits: [Hit], _ book: RuleBook, meter: inout StepMeter
    ) -> Bool {
        let hit = hits[index]
        for other in max(0, index - reach)..<min(hits.count, index + reach + 1)
        where other != index {
            meter.count()
            guard hits[other].origin.overlaps(hit.origin) else { continue }
            // What became advice silences nothing graver.
            if hits[other].most == .advise, hit.most > .advise { continue }
            let rule = book.rule(hits[other].rule.code)
            if rule?.strongerThan.contains(hit.rule.code) == true { return true }
            // Of two spans of one rule the wider one stays.
            if hits[other].rule.code == hit.rule.code, hits[other].origin != hit.origin,
                hits[other].origin.lowerBound <= hit.origin.lowerBound,
                hits[other].origin.upperBound >= hit.origin.upperBound
            {
                return true
            }
        }
        return false
    }
}

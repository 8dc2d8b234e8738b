/// Leaves out what a team accepts: under its rule, until its last day, never in a disguise.
struct AcceptedFilter {
    let input: LintInput

    func filter(_ hits: [Hit]) -> [Hit] {
        guard !input.book.accepted.isEmpty else { return hits }
        let disguised = hits.filter { $0.rule == .disguise }.map(\.origin)
        return hits.filter { hit in
            if disguised.contains(where: { $0.overlaps(hit.origin) }) { return true }
            let text = NormalizedText.match(
                String(decoding: input.bytes(hit.origin), as: UTF8.self))
            return !input.book.accepted.contains {
                $0.covers(
                    rule: hit.rule.code, text: text, marketplace: input.context.marketplace,
                    day: input.context.today)
            }
        }
    }
}

extension NormalizedText {
    /// A match as entries of accepted texts name it: folded, without blanks around it.
    static func match(_ text: String) -> String {
        var meter = StepMeter()
        let joined = folded(text, meter: &meter).joined(meter: &meter)
        var range = joined.indices
        while let first = range.first, joined[first].isBlank { range.removeFirst() }
        while let last = range.last, joined[last].isBlank { range.removeLast() }
        return joined.string(range)
    }
}

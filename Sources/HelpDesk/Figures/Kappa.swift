/// How far two people who judged the same things agree beyond chance (Cohen's kappa).
package struct Kappa: Hashable, Sendable, Codable {
    package var n: Int
    /// The share of equal judgements.
    package var agreement: Double
    /// The share that chance alone would give.
    package var expected: Double
    /// 1 for full agreement, 0 for chance; nil where both only ever said one and the same, since
    /// chance then explains everything.
    package var value: Double?

    /// From pairs of judgements about the same thing. Nil without pairs.
    package init?<Judgement: Hashable>(_ pairs: [(Judgement, Judgement)]) {
        guard !pairs.isEmpty else { return nil }
        n = pairs.count
        let count = Double(n)
        var first: [Judgement: Int] = [:]
        var second: [Judgement: Int] = [:]
        var equal = 0
        for (one, other) in pairs {
            first[one, default: 0] += 1
            second[other, default: 0] += 1
            if one == other { equal += 1 }
        }
        agreement = Double(equal) / count
        // Summed as whole numbers: the order of a dictionary must not reach the last bit.
        let chance = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
        expected = Double(chance) / (count * count)
        guard expected < 1 else { return }
        value = (agreement - expected) / (1 - expected)
    }
}

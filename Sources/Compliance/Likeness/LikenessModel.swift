import ComplianceTables

/// How much a sentence is like those that break a rule, as learnt from texts by people: a second
/// opinion beside the words of the tables, for what is said in other words.
///
/// Two linear models over hashed features. One tells guilty sentences from honest ones, the other
/// says which rule a guilty one breaks. `scripts/train-linter` makes the table that holds both.
package struct LikenessModel: Sendable {
    /// Features of the first model fall into that many buckets, those of the second into fewer.
    static let buckets = 1 << 16
    static let ruleBuckets = 1 << 11

    var guilt: LinearWeights
    /// Above this score a sentence is told though no words of the tables stand there.
    var suspicion: Float
    /// Below this score words of the tables are taken to be meant otherwise.
    var innocence: Float
    /// One row of weights for each rule, by code.
    var rules: [(code: String, weights: LinearWeights)]
    /// Digest of the texts it was made from, as `CorpusDigest` has it.
    var corpus: String

    /// The desk's own, nil when its table does not read; a test reads it.
    static let shared = try? embedded()

    /// Digest of the texts that the desk's own was made from, so that a test tells when they changed.
    package static var corpusOfShared: String? { shared?.corpus }

    static func embedded() throws(LintTableFault) -> LikenessModel {
        try LikenessTable.read(String(decoding: ComplianceTables.likeness, as: UTF8.self))
    }

    /// The log-odds of a guilty sentence.
    func score(_ features: [UInt32]) -> Float { guilt.score(features) }

    /// Whether it has learnt anything of a rule: a team's own it has not.
    func knows(_ rule: String) -> Bool { rules.contains { $0.code == rule } }

    /// The codes of all rules, the likeliest first.
    func rules(_ features: [UInt32]) -> [String] {
        rules.map { ($0.code, $0.weights.score(features)) }
            .sorted { $0.1 > $1.1 }
            .map(\.0)
    }
}

/// A linear model: a weight for each bucket, kept in 87 steps.
struct LinearWeights: Sendable {
    /// From -43 to 43, one for each bucket; their number is a power of two.
    var levels: [Int8]
    /// What one step weighs.
    var step: Float
    var bias: Float

    static let most: Int8 = 43

    /// The sum of the weights of `features`, as if the sentence had a standard length.
    func score(_ features: [UInt32]) -> Float {
        guard !features.isEmpty else { return 0 }
        let mask = UInt32(levels.count - 1)
        var sum: Int32 = 0
        for feature in features { sum += Int32(levels[Int(feature & mask)]) }
        return bias + Float(sum) * step / Float(features.count).squareRoot()
    }
}

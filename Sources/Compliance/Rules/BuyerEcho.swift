import HelpDesk

/// What the buyer wrote last: an answer may repeat it, and may speak of what he asked for
/// (compliance sections 4.3 and 4.6).
struct BuyerEcho {
    private let words: [Unicode.Scalar]
    private let asked: Set<Concept>

    /// Longer questions are read in part, so that an answer's cost stays bounded.
    private static let limit = 4_000
    /// Fewer letters are said by chance.
    private static let leastEcho = 5
    /// What a buyer must have spoken of, by the rule whose finding then only advises.
    private static let subjects: [RuleCode: Set<Concept>] = [
        RuleCode("DIV-02"): [Concept("cancel"), Concept("cancel-not")],
        .hotline: [.phoneCue],
    ]

    init(_ context: LintContext, book: RuleBook, meter: inout StepMeter) {
        guard let text = context.buyerWords, !text.isEmpty else {
            words = []
            asked = []
            return
        }
        let read = NormalizedText.folded(String(text.prefix(Self.limit)), meter: &meter)
            .joined(meter: &meter)
        words = read.scalars
        let sentences = read.sentences(meter: &meter)
        let hits = book.lexicon.hits(in: read, meter: &meter)
        func sentence(_ hit: ConceptHit) -> Int {
            sentences.partitioningIndex { $0.range.upperBound > hit.range.lowerBound }
        }
        // "Please do not cancel" asks for nothing.
        let refused = Set(hits.filter { $0.concept == .negation }.map(sentence))
        asked = Set(hits.filter { !refused.contains(sentence($0)) }.map(\.concept))
    }

    /// Whether the answer may say what `hit` marks.
    func excuses(_ hit: Hit, in input: LintInput, meter: inout StepMeter) -> Bool {
        guard !words.isEmpty, !hit.origin.isEmpty else { return false }
        if let subjects = Self.subjects[hit.rule], !asked.isDisjoint(with: subjects) { return true }
        let text = NormalizedText.match(String(decoding: input.bytes(hit.origin), as: UTF8.self))
        let wanted = Array(text.unicodeScalars)
        meter.count(words.count)
        return wanted.count >= Self.leastEcho && words.firstRange(of: wanted) != nil
    }
}

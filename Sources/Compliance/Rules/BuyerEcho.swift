import HelpDesk

/// What the buyer wrote last: an answer may repeat it, and may speak of what he asked for
/// (compliance sections 4.3 and 4.6).
struct BuyerEcho {
    private let words: [Unicode.Scalar]
    private let asked: Set<Concept>
    /// Fingerprints of what the buyer wrote, `piece` letters each.
    private let pieces: Set<WordPrints.Print>

    /// Letters in a row that two texts do not share by chance.
    private static let piece = 5
    /// Per cent of a quote's pieces that the buyer must have written.
    private static let repeatedShare = 60
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
            pieces = []
            return
        }
        let read = NormalizedText.folded(String(text.prefix(Self.limit)), meter: &meter)
            .joined(meter: &meter)
        words = read.scalars
        pieces = Set(Self.pieces(of: words, meter: &meter))
        let sentences = read.sentences(meter: &meter)
        let hits = book.lexicon.hits(in: read, meter: &meter)
        func sentence(_ hit: ConceptHit) -> Int {
            sentences.partitioningIndex { $0.range.upperBound > hit.range.lowerBound }
        }
        // "Please do not cancel" asks for nothing.
        let refused = Set(hits.filter { $0.concept == .negation }.map(sentence))
        asked = Set(hits.filter { !refused.contains(sentence($0)) }.map(\.concept))
    }

    /// Whether the desk knows what the buyer wrote.
    var isKnown: Bool { !words.isEmpty }

    /// Whether a quote is the buyer's: he wrote most of it.
    func holds(_ quote: ArraySlice<Unicode.Scalar>, meter: inout StepMeter) -> Bool {
        let wanted = Self.pieces(of: Array(quote), meter: &meter)
        let shared = wanted.count { pieces.contains($0) }
        return !wanted.isEmpty && shared * 100 >= wanted.count * Self.repeatedShare
    }

    /// The letters of a text without blanks and signs, a few in a row at a time.
    private static func pieces(
        of scalars: [Unicode.Scalar], meter: inout StepMeter
    ) -> [WordPrints.Print] {
        meter.count(scalars.count)
        let letters = scalars.filter { $0.properties.isAlphabetic || $0.isASCIIDigit }
        guard let last = letters.indices.dropLast(min(letters.count, piece) - 1).last else {
            return []
        }
        return (0...last).map { start in
            var print = WordPrints.Print()
            for letter in letters[start...].prefix(piece) { print.add(letter) }
            return print
        }
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
